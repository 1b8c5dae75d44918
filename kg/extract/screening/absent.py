"""Solids that, according to the sentence, were absent: "no SnS shell was formed"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Verbs of formation and observation.
_SEEN: Final = (
    r"(?:form(?:ed)?|observ(?:ed|able)|detect(?:ed|able)|found|seen|present|visible|deposit(?:ed)?|"
    r"gr(?:own?|ew)|obtain(?:ed)?|produced?|identif(?:y|ied)|evident|apparent|exist|nucleated?|appear)"
)
#: Words between a solid and its verb: "a MgO shell around the dots was".
_NOUN: Final = (
    r"(?:[ -](?:shells?|layers?|films?|phases?|coatings?|interlayers?|peaks?|particles?|"
    r"nanoparticles|islands?|nuclei|crystals?|crystallites?|species|impurit(?:y|ies)|signals?|"
    r"domains?))?(?: (?:on|around|in|at|over|of|from|between)\s[^.;,]{1,50}?)?"
)
_WAS_NOT: Final = re.compile(
    rf"{_NOUN} (?:(?:was|were|is|are|could|can) (?:not|never)(?: be)?|did not|does not|do not)"
    rf"(?: \w+ly)? {_SEEN}\b(?! (?:an?|the|any|by|using|with|at|via|from|under)\b)"
)
_NO: Final = Rare(
    r"\b(?:no|neither)(?: (?:\w+ly|\w+ous|crystalline|metallic|discrete|separate|distinct|further|"
    r"additional|other|visible|detectable|elemental|clear|such|residual|secondary))* $",
    re.IGNORECASE,
)
_NOR: Final = Rare(r"\b[Nn]either [^.;,]{1,60} nor (?:\w+ )?$")
_WAS: Final = re.compile(
    rf"(?: nor [^.;,]{{1,40}}?)?{_NOUN} (?:(?:was|were|is|are|could be|can be)(?: \w+ly)? {_SEEN}|"
    rf"forms?|grows?|grew|appears?|appeared|exists?)\b"
)


def is_absent(reading: Reading, mention: Mention) -> bool:
    """Return whether a sentence denies that a solid was formed or found."""
    text = reading.text
    if _WAS_NOT.match(text, mention.end):
        return True
    is_none = _NO.search(text, 0, mention.start) or _NOR.search(text, 0, mention.start)
    return is_none is not None and _WAS.match(text, mention.end) is not None
