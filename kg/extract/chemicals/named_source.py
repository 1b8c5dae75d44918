"""Elements that name another reagent or a part of a solid: "the oxygen source", "O and S atoms"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Elements of anions, whose sources are told apart by them.
ANION: Final = (
    r"(?:oxygen|nitrogen|sul(?:f|ph)ur|selenium|tellurium|phosphorus|arsenic|anion\w*|"
    r"chalcogen\w*|halide|chlorine|bromine|iodine|fluorine|S|Se|Te|P|O|N)"
)
#: Further elements that share a word: "oxygen and sulfur sources".
_AND_ANOTHER = rf"(?:(?:, |,? and |,? or |/)(?:{ANION}|[a-z]+(?:gen|ium)|carbon|metal)\b){{0,3}}"
_SOURCE = re.compile(rf"{_AND_ANOTHER}\s(?:sources?|precursors?|supply|reservoir)\b")
_PART = re.compile(
    rf"{_AND_ANOTHER}\s(?:sources?|precursors?|atoms?|groups?|species|ions?|vacanc\w+)\b"
)


def names_source(reading: Reading, mention: Mention) -> bool:
    """Whether a substance only says what another one is the source of: "the iodine source"."""
    return _SOURCE.match(reading.text, mention.end) is not None


def names_part(reading: Reading, mention: Mention) -> bool:
    """Whether an element names a source, or what a solid has of it: "oxygen vacancies"."""
    return _PART.match(reading.text, mention.end) is not None
