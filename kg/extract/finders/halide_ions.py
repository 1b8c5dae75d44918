"""Halide ions that are ligands by the words around them: "iodide-capped", "exchanged for iodide".

Elsewhere the word is half of a name ("a metal iodide"), so it counts only beside an exchange or a
cap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.finders.components import finds
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.grounding import reagent_id

#: The ion at the beginning of a sentence or after a word that is no cation.
_ION = Rare(
    r"(?:(?<![\w)-] )(?<![\w)-])|(?<=\bfor )|(?<=\bby )|(?<=\bwith )|(?<=\bto )|(?<=\bfrom )|"
    r"(?<=\bof )|(?<=\ba )|(?<=\ban )|(?<=\bthese )|(?<=\busing )|(?<=[^x]ed )|"
    r"(?<=\band )|(?<=\bthe )|(?<=\bshort )|(?<=\binorganic )|(?<=\bsitu )|(?<=\batomic ))"
    r"(?P<ion>iodide|bromide|chloride)(?:s|\sions?|\sanions?)?\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:exchang(?:ed?|ing)|replac(?:ed|ing|ement)|substituted|passivated|capped|terminated)\s"
    r"(?:[\w-]+\s){0,4}?(?:for|by|with|to|from)\s(?:short\s|small\s|inorganic\s|the\s)*$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\)?[- ](?:capped|passivat\w+|terminat\w+|treated|coated|capping|ligands?|"
    r"and \w+ passivation)\b|\s(?:has\s)?replace[sd]?\b"
)


@finds("ald_halide_ions")
def find_halide_ions(text: str) -> Iterator[Mention]:
    """Yield halide ions beside words for an exchange of ligands or a cap.

    Examples
    --------
    >>> [m.id for m in find_halide_ions("Ligands were exchanged for iodide, not for zinc iodide.")]
    ['iodide ion']
    """
    for match in _ION.finditer(text):
        start, end = match.span("ion")
        if _AHEAD.search(text[:start]) or _BEHIND.match(text, match.end()):
            id_ = reagent_id(f"{match['ion'].lower()} ion")
            yield Mention(
                start=start, end=end, kind="chemical", id=id_, text=text[start:end], label="name"
            )
