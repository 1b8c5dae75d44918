"""Names of reagents in a spelling that the vocabulary does not list."""

from __future__ import annotations

from kg.extract.finders.components import settles
from kg.extract.finders.molecules import find_acids_and_salts, find_names
from kg.extract.mentions import Mention


@settles("ald_names")
def with_names(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and the names of reagents that no term of the vocabulary covers."""
    spans = {(m.start, m.end) for m in mentions if m.kind == "chemical" and m.stack is None}
    names = (*find_names(text), *find_acids_and_salts(text))
    return (*mentions, *(name for name in names if (name.start, name.end) not in spans))
