"""Shares of elements in a solid: stoichiometry for its own elements, impurity for others."""

from __future__ import annotations

import re

from kg.extract.knowledge.measures import quantity_of, top_of
from kg.extract.knowledge.thresholds import MOST_FOREIGN
from kg.extract.mentions import Mention
from kg.extract.outcomes.impurities import CONTENT
from kg.extract.reading import Reading
from kg.extract.text.trie import one_of
from kg.notation.symbols import ELEMENTS

_NAMES = {
    "carbon": "C", "nitrogen": "N", "hydrogen": "H", "chlorine": "Cl", "fluorine": "F",
    "oxygen": "O", "iodine": "I", "bromine": "Br", "sulfur": "S", "sulphur": "S",
    "phosphorus": "P", "sodium": "Na", "potassium": "K", "chloride": "Cl", "fluoride": "F",
}  # fmt: skip
#: Elements that reagents, solvents and the air leave behind.
_LEFT_BEHIND = frozenset("C N H Cl F Br I S P Na K Si".split())
_ELEMENT = rf"(?P<element>(?i:{one_of(_NAMES)})|{one_of(ELEMENTS)})"
_ABOUT = r"(?:about |approximately |only |below |under |(?:less|lower) than |the |[~≈<] ?)*$"
#: Text between an element and its share: "Zr 3d = ", "Cl (", "carbon was present at the ".
_AHEAD = re.compile(
    rf"(?<![\w/.:+-]){_ELEMENT}(?P<level> ?[1-6] ?[spdf](?:[135]/2)?)?{CONTENT}(?:\s?[=:(]\s?|"
    r" (?:(?:(?:in|on|at|within|by) [^.;,()]{2,40}? ){0,2}(?:was|is|were|are|stays?|remains?|"
    rf"amounts?|being) )?(?:present |only )?(?:(?:at|to|of) )?){_ABOUT}"
)
#: Text between a share and its element, which does not begin another word: "5 at.% C".
_BEHIND = re.compile(rf" (?:of )?(?:residual )?{_ELEMENT}(?![\w/+]|-[\w(])")
#: Text after a share in a target from which films are sputtered.
_COMPARED = re.compile(r"[^;]*\btargets?\b")
_ANALYSED = re.compile(r"at\.?\s?%|\b(?:atom %|atomic (?!layer)|elemental [ac])", re.IGNORECASE)


def share_of(reading: Reading, number: Mention) -> str:
    """Return the property that a number gives as the share of an element; ``""`` if none."""
    quantity = quantity_of(number)
    if quantity is None or quantity.unit != "percent" or quantity.start is not None:
        return ""
    ahead = _AHEAD.search(reading.text, max(0, number.start - 140), number.start)
    said = ahead or _BEHIND.match(reading.text, number.end)
    if said is None or _COMPARED.match(reading.text, number.end):
        return ""
    is_line = ahead is not None and ahead["level"] is not None
    if not is_line and not _ANALYSED.search(reading.text):
        return ""
    return _property(reading, said["element"], top_of(number) or 0.0, is_line=is_line)


def _property(reading: Reading, name: str, share: float, *, is_line: bool) -> str:
    """Return the property of an element's share, given the solids that the sentence names."""
    element = _NAMES.get(name.lower(), name)
    solids = (m.id for m in reading.of_kind("material") if re.search(r"[a-z\d]", m.id))
    is_own = any(re.search(rf"{element}(?![a-z])", solid) for solid in solids if solid != element)
    is_little = share < MOST_FOREIGN.value
    if is_little and element == "O":
        return "impurity_content"  # this includes nitrides on an oxide
    if is_own or (is_line and not is_little):
        return "stoichiometry"
    if element in _LEFT_BEHIND and (is_little or name.lower() in _NAMES):
        return "impurity_content"
    return "stoichiometry" if is_line and element not in _LEFT_BEHIND else ""
