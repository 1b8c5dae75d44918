"""English comparatives of quantities, grouped into more and less."""

from __future__ import annotations

from typing import Final

from kg.extract.text.trie import one_of

_MORE: Final = (
    "more higher larger greater bigger longer faster quicker stronger better superior brighter "
    "wider broader thicker deeper denser richer harder tougher steeper taller heavier hotter"
)
_LESS: Final = (
    "less lower smaller shorter slower weaker poorer worse inferior dimmer fainter narrower "
    "thinner fewer lesser shallower sparser softer lighter cooler"
)
#: Alternatives of a regular expression: comparatives for more, for less, and both.
MORE: Final = one_of(_MORE.split())
LESS: Final = one_of(_LESS.split())
MORE_OR_LESS: Final = one_of(f"{_MORE} {_LESS}".split())
