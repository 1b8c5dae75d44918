"""Elements that only qualify a noun: "the oxygen source", "O and S atoms"."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: Elements of anions, by which their sources are named.
ANION: Final = (
    r"(?:oxygen|nitrogen|sul(?:f|ph)ur|selenium|tellurium|phosphorus|arsenic|anion\w*|"
    r"chalcogen\w*|halide|chlorine|bromine|iodine|fluorine|S|Se|Te|P|O|N)"
)
#: Further elements before the same noun: "oxygen and sulfur sources".
_AND_ANOTHER = rf"(?:(?:, |,? and |,? or |/)(?:{ANION}|[a-z]+(?:gen|ium)|carbon|metal)\b){{0,3}}"
_SOURCE = re.compile(rf"{_AND_ANOTHER}\s(?:sources?|precursors?|supply|reservoir)\b")
_PART = re.compile(
    rf"{_AND_ANOTHER}\s(?:sources?|precursors?|atoms?|groups?|species|ions?|vacanc\w+)\b"
)


def names_source(reading: Reading, mention: Mention) -> bool:
    """Return whether a substance only specifies the source of an element: "the iodine source"."""
    return _SOURCE.match(reading.text, mention.end) is not None


def names_part(reading: Reading, mention: Mention) -> bool:
    """Return whether an element only specifies a source or a defect: "oxygen vacancies"."""
    return _PART.match(reading.text, mention.end) is not None
