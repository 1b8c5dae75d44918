"""Foreign elements that were looked for and not found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.reading import Reading
from kg.model import Outcome

_FOREIGN = (
    r"(?:carbon|nitrogen|hydrogen|chlorine|fluorine|oxygen|iodine|bromine|sul(?:f|ph)ur|"
    r"phosphorus|sodium|potassium|halogens?|chloride|fluoride|ligand residues?|impurit(?:y|ies)|"
    r"contaminants?)"
)
_CONTENT = (
    r"(?:\s+(?:content|signal|impurit\w+|residues?|contamination|concentration|level|peak)s?)?"
)
#: "No carbon was detected", "carbon could not be found", "nitrogen is below the detection limit".
_NOT_FOUND = re.compile(
    rf"\bno\s+(?:\w+\s+)?{_FOREIGN}{_CONTENT}[^.;,]{{0,40}}?\b(?:detect|found|observ|seen|visible)|"
    rf"\b{_FOREIGN}{_CONTENT}\s+(?:could|can|was|were|is|are)\s*(?:not|n't|never)\s+(?:be\s+)?"
    rf"(?:detect|found|observ|seen)|"
    rf"\b{_FOREIGN}{_CONTENT}[^.;]{{0,40}}?\b(?:below|beneath|under|at)\s+(?:the\s+|its\s+)?"
    r"(?:\w+\s+)?(?:detection limit|limit of detection)",
    re.IGNORECASE,
)


def find_impurities(reading: Reading) -> Iterator[Finding]:
    """An impurity that a sentence says was not seen."""
    match = _NOT_FOUND.search(reading.text)
    if match is not None:
        content = Outcome(property="impurity_content", direction="absent")
        yield Finding(content=content, at=match.start(), rule="impurity-absent", certain=0.8)
