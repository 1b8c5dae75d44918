"""Elements that dope a solid, and ions of an element: each is an ion, and no solid of its own.

"Li and Mg co-doped ZnO", "nitrogen-doped TiO2", "doped with aluminum and gallium", "Yb ions".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare, Table
from kg.extract.text.trie import one_of
from kg.grounding import ground
from kg.notation.symbols import ELEMENTS
from kg.substances.names import METAL_NAMES

_NONMETALS = {
    "nitrogen": "N", "boron": "B", "phosphorus": "P", "sulfur": "S", "fluorine": "F",
    "chlorine": "Cl", "bromine": "Br", "iodine": "I", "carbon": "C", "hydrogen": "H",
}  # fmt: skip
#: Metals of which studies make no solid.
_METALS = {
    "sodium": "Na", "potassium": "K", "rubidium": "Rb", "cesium": "Cs", "caesium": "Cs",
    "beryllium": "Be", "calcium": "Ca", "strontium": "Sr", "barium": "Ba", "scandium": "Sc",
    "lanthanum": "La", "praseodymium": "Pr", "neodymium": "Nd", "samarium": "Sm",
    "gadolinium": "Gd", "terbium": "Tb", "dysprosium": "Dy", "holmium": "Ho", "thulium": "Tm",
    "lutetium": "Lu", "lead": "Pb", "thallium": "Tl", "arsenic": "As", "selenium": "Se",
}  # fmt: skip
#: Names of oxides that act as dopants; the dopant is their metal.
_EARTHS = {
    "yttria": "Y", "gadolinia": "Gd", "scandia": "Sc", "samaria": "Sm", "lanthana": "La",
    "erbia": "Er", "ytterbia": "Yb", "dysprosia": "Dy", "neodymia": "Nd", "praseodymia": "Pr",
    "magnesia": "Mg", "calcia": "Ca", "ceria": "Ce",
}  # fmt: skip
_SYMBOLS = {**_NONMETALS, **_METALS, **_EARTHS}
_NAMES = (*METAL_NAMES, *_NONMETALS, *_EARTHS)
_NAMED = one_of((*_NAMES, *map(str.capitalize, _NAMES)))  # "TiN" is no tin
#: An element by its name or symbol, with or without a charge.
ELEMENT = rf"(?:{_NAMED}|(?:{one_of(ELEMENTS)})[\d¹²³⁴]?[+⁺]?)(?![\w+⁺])"
#: Lists of dopants of one solid: "Mg- and Al-doped", "Al/Ga-doped"; other lists need a "co-".
_HANGING = (
    rf"(?<![\w@:/.-])(?P<list>{ELEMENT}(?:(?:[-‐–](?:, (?:and )?| and | or )|[/,]){ELEMENT})*)"
)
_LISTED = rf"(?<![\w@:/.-])(?P<list>{ELEMENT}(?:[-‐–]?(?:, (?:and )?| and | or |[/,]){ELEMENT})*)"
#: After a doped solid that is bought, such as a wafer or coated glass.
_BOUGHT = (
    r"(?! (?:c-Si|silicon|(?<=[Fe]-doped )(?:tin oxide|SnO2)|oxide sub|\S+ (?:wafer|substrate)))"
)
#: "Ceria doped with samaria" has one dopant, the one after "with".
_DOPING = rf"[Dd]op(?:ed|ing)\b(?!(?<= doped) (?:with|by)\b){_BOUGHT}"
_WAS = r"(?:(?:is|are|was|were|been|successfully) )*"
_SHARE = r"[\d.]+ ?(?:at\.? ?|mol\.? ?|wt\.? ?)?% "
#: Lists of elements, and whether they are dopants.
_LISTS = (
    (Rare(rf"{_HANGING}\)?(?:[-‐–] ?| )(?:{_DOPING}|dopants?\b)"), True),
    (Rare(rf"\({_LISTED}\)(?:[-‐–] ?| ){_DOPING}"), True),
    (Rare(rf"{_LISTED}(?:(?:[-‐–] ?| )(?:[Cc]o|[Dd]ual|[Tt]ri)(?:[-‐–] ?| )?| ){_DOPING}"), True),
    (Rare(rf"(?<![\w-])(?P<list>(?i:{one_of(_EARTHS)}))[- ]stabili[sz]ed\b"), True),
    (Rare(rf"{_LISTED} at [\d.]+ ?(?:at|mol)\.? ?%"), True),
    (Rare(rf"{_LISTED} (?:[\w-]+ ){{1,6}}?as (?:an? |the )?(?:\w+ )?dopants?\b"), True),
    (
        Rare(
            rf"\b(?:[Rr]eplac|[Ss]ubstitut)(?:ing|ed|ement of|ion of) {_SHARE}(?:of )?(?:the )?\S+ "
            rf"(?:[a-z]+ )?(?:with|by) {_LISTED}"
        ),
        True,
    ),
    (Rare(rf"{_LISTED} (?:cat)?ions {_WAS}(?:doped|incorporated) (?:in|into)\b(?!.*\bform)"), True),
    (
        Rare(
            rf"\b(?:[Dd]oping|[Ii]ncorporation) of (?:{_SHARE}(?:of )?)?{_LISTED} "
            r"(?:ions )?(?:in|into)\b"
        ),
        True,
    ),
    (Rare(rf"{_LISTED} (?:atoms )?{_WAS}doped (?:in|into)\b"), True),
    (
        Rare(
            r"\b(?:[Cc]o)?[Dd]op(?:ing (?:of )?(?:[\w-]+ ){1,3}?|"
            r"(?:ed|ing) (?:\w+ |of \S+ )?)(?:with|by) "
            rf"(?:[\w.%-]+ ){{0,3}}?{_LISTED}"
        ),
        True,
    ),
    (Rare(rf"{_LISTED} (?:cat)?ions\b"), False),
)
_TABLE = Table(_LISTS, itemgetter(0))
#: "Co-doping" at the beginning of a sentence: with two elements, none of which is cobalt.
_CODOPING = re.compile(r"[-‐–]\s?[Dd]oping\b")
#: Right before the "Co" of a title: "Li and Mg Co-Doped ZnO".
_TOGETHER = re.compile(rf"(?<![\w@:/.-]){ELEMENT}[-‐–]? $")
_PARTS = re.compile(ELEMENT)
_CHARGE = re.compile(r"[\d¹²³⁴]?[+⁺]$")
#: The label of an element that is a dopant.
DOPANT = "dopant"
#: Kinds of mention as which elements are read elsewhere.
_KINDS = frozenset({"material", "chemical", "ion", "stack", "species"})


@settles("ald_dopants")
def with_dopants(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions, with elements that dope, or are called ions, read as ions.

    >>> [m.id for m in with_dopants((), "Li- and magnesium-doped ZnO, doped with gallium")]
    ['Li', 'Mg', 'Ga']
    """
    ions: dict[tuple[int, int], Mention] = {}
    named = [m for m in mentions if m.kind == "material" and "stabili" in m.text]
    for ion in _ions(text):
        if not any(m.start <= ion.start < m.end for m in named):  # "yttria-stabilized zirconia"
            ions.setdefault((ion.start, ion.end), ion)
    if not ions:
        return mentions
    kept = [
        m
        for m in mentions
        if m.kind not in _KINDS or not any(a < m.end and m.start < b for a, b in ions)
    ]
    return tuple(sorted((*kept, *ions.values()), key=lambda m: (m.start, m.end)))


def _ions(text: str) -> Iterator[Mention]:
    found = list(_listed(text))
    others = {ion.id for ion in found if ion.text != "Co"}
    for ion in found:
        is_prefix = ion.text == "Co" and _CODOPING.match(text, ion.end) and len(others) > 1
        if not is_prefix:
            yield ion


def _listed(text: str) -> Iterator[Mention]:
    for pattern, dope in _TABLE.fitting(text):
        for match in pattern.finditer(text):
            for part in _PARTS.finditer(text, *match.span("list")):
                start, end = part.span()
                if part[0] == "Co" and _TOGETHER.search(text[:start]):
                    continue
                label = DOPANT if dope else "symbol"
                id_ = _symbol(part[0])
                yield Mention(start=start, end=end, kind="ion", id=id_, text=part[0], label=label)


def _symbol(printed: str) -> str:
    """Return the symbol of an element, printed with or without a charge or by its name."""
    name = printed.lower()
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    term = ground("material", name).term if name in METAL_NAMES else None
    return term.notation if term is not None else _CHARGE.sub("", printed)
