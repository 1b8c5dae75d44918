"""Solids that were doped: "Nb-doped WS2", "doping of ZnTe with Ni2+", "heavily doped dots"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied, is_hypothetical
from kg.extract.reading import Reading
from kg.extract.rules.assertion import is_asserted
from kg.extract.rules.roles import printed_dopants
from kg.model import Outcome

_ELEMENT = (
    r"(?:[A-Z][a-z]?\d?[+⁺]?|(?i:nitrogen|phosphorus|boron|sulfur|fluorine|aluminium|aluminum|"
    r"gallium|indium|silver|manganese|magnesium|titanium|niobium|lithium|sodium|antimony|"
    r"tungsten|copper|nickel|cobalt|iron|tin|zinc|germanium|silicon|hydrogen|chlorine|iodine))"
)
#: A dopant before or behind the word, or a degree that only a doped sample has.
_DOPED = re.compile(
    rf"(?<![\w@-]){_ELEMENT}\)?\??\s?[-‐–]?\s?(?:co-?)?dop(?:ed|ing)\b|"
    rf"\b(?:co-?)?dop(?:ed|ing) (?:[^.,;()]{{1,60}} )?(?:with|by|of) "
    rf"(?:[\w%.]+ ){{0,3}}{_ELEMENT}(?![a-z])|"
    r"\b(?:heavily|highly|heavy|degenerately|[np]-type|n-|p-)\s?(?:doped|doping)\b|"
    r"\b(?:was|were|is|are) (?:successfully )?doped\b"
)


#: A doped wafer is bought so; a level of doping is a quantity, told by its own words.
_OF_WAFER = re.compile(
    r"\b(?:wafers?|substrates?)\b[^.;,]{0,30}\bdoped|\bdoped\b[^.;,]{0,20}\b(?:wafer|substrate)"
)
_UNMEANT = re.compile(r"\b(?:un|non-?)(?:intentionally)?[ -]?$", re.IGNORECASE)
_ASPECT = re.compile(r"\s+(?:efficienc|levels?|concentrations?|densit|ratio|strateg|behavio)")


def find_dopings(reading: Reading) -> Iterator[Finding]:
    """That a solid was doped, once a sentence."""
    for match in _DOPED.finditer(reading.text):
        place = Mention(
            start=match.start(), end=match.end(), kind="property", id="doping", text=match.group()
        )
        if is_denied(reading, place) or is_hypothetical(reading, place):
            continue
        if _UNMEANT.search(reading.text[: match.start()]):
            continue
        if _OF_WAFER.search(reading.text) or _ASPECT.match(reading.text, match.end()):
            continue
        if is_asserted(reading, place):
            yield _doped(match.start())
            return
    for mention in reading.of_kind("material"):
        if any(printed_dopants(mention)):
            yield _doped(mention.start)
            return


def _doped(at: int) -> Finding:
    content = Outcome(property="doping", direction="present")
    return Finding(content=content, at=at, rule="doping-told")
