"""Elements that are no solid of their own: in families, ions, names and precursors.

"Ba-122" and "Y-123" are superconductors named by the ratio of their metals, "lithium ions" move
through a cell, "cobalt phosphate" is no cobalt, and a "Ga precursor" no gallium.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.extract.text.trie import one_of
from kg.substances.names import METAL_NAMES

#: After the symbol of an element: the ratio of metals of a family, or the number of a complex.
_FAMILY: Final = re.compile(r"-(?:\d{3}|\d{4}|11|\d[a-z]?(?!\w|[.,/]\d| ?(?:wt|at|mol|%)))\b")
#: After an element that carries the charge of a cell.
_ION: Final = re.compile(r"[ -]ions?\b(?!-)|\s?[⁺+](?!\w)")
#: After an element that is part of a compound's name, with other metals between.
_COMPOUND: Final = re.compile(
    rf"(?:(?:[ -]|-,?\s(?:(?:and|or)\s)?)(?:{one_of(METAL_NAMES)}))*"
    r"[ -](?:[a-z]*(?:"
    r"oxide|sul[fph]+ide|selenide|telluride|nitride|phosphide|arsenide|carbide|boride|fluoride|"
    r"chloride|bromide|iodide|halide|chalcogenide|hydroxide|phosphate|phosphonate|carbonate|"
    r"sul[fph]+ate|silicate|borate|nitrate|acetate|titanate|niobate|tantalate|tungstate|molybdate|"
    r"aluminate|gallate|stannate|vanadate|manganate|cobaltate|ferrite|ferrate|germanate|oxalate|"
    r"selenite|tellurite|carboxylate|thiolate|amide|triazenide|hydride|silicide|germanide|"
    r"antimonide))s?\b",
    re.IGNORECASE,
)
#: After an element that only specifies a reagent, a defect or a lamp.
_REAGENT: Final = re.compile(
    r"[ -](?:(?:metal |source )?(?:precursors?|reactants?|salts?|complex(?:es)?)|species|"
    r"cations?|vacanc(?:y|ies)|interstitials?|(?:(?:UV|vapou?r|arc|discharge)[ -])*lamps?)\b"
)
#: The same after its name; "as the Co source" is read by the symbol.
_SOURCE_OF: Final = re.compile(r" sources?\b")
#: The same before it: "precursors for Hf and Zr"; not of its film: "precursors for copper films".
_REAGENT_AHEAD: Final = re.compile(
    r"\b(?i:precursors?|sources?|reagents?|compounds?|complex(?:es)?|salts?|alkoxides|"
    r"amid(?:es|inates)|alkyls|diketonates)\s(?:of|for)\s(?:both\s)?"
    rf"(?:(?:{one_of(METAL_NAMES)}|[A-Z][a-z]?)(?:,\s|,?\s(?:and|or)\s))*$"
)
_OF_FILM: Final = re.compile(
    r"[ -](?:metal\b|films?\b|layers?\b|coatings?\b|thin\b|nano|particles?\b|ALD\b|CVD\b|"
    r"deposition\b|growth\b|electrodes?\b|contacts?\b)"
)
#: After the "Co" of a joint action at the beginning of a sentence: "Co-deposited layers".
_TOGETHER: Final = re.compile(
    r"-(?:deposit|evaporat|sputter|precipitat|cataly|adsor|react|inject|dos|work|author|crystalli|"
    r"planar|ordinat)\w*"
)
#: Before "inorganic lead halide perovskite" if that is only half of a hybrid.
_ORGANIC: Final = re.compile(r"organic\s?[-‐‑–—/]\s?$", re.IGNORECASE)
#: After an element of something else: "Ni-rich oxides", "Zn–organic films", "zinc-blende CdSe".
_ELEMENT_OF: Final = re.compile(
    r"[-–](?:blende|hybrid|organic|rich|"
    r"(?:containing|bearing) (?:thin )?(?:films?|layers?|coatings?))\b",
    re.IGNORECASE,
)
#: After a solid whose structure others have: "CaAl2Si2-type compounds", "β-Mn-type Co-Zn-Mn".
_TYPE: Final = re.compile(r"[-–‐]type\b")
#: Around the unit of a polymer that is printed by its bonds: "(–O–Zn–O–C2H4–)n".
_BOND_AHEAD: Final = re.compile(r"\([-–−]$")
_BOND_BEHIND: Final = re.compile(r"[-–−][\w–−-]*\)n?")
#: Before an element for which a letter of a formula may stand: "(M = Co, Fe or Ni)".
_MEMBER: Final = re.compile(
    r"\b(?:M|Me|TM|Ln|RE|R|A|B|X)\s?[=:]\s?(?:[A-Z][a-z]?(?:,\s?(?:(?:and|or)\s)?|\s(?:and|or)\s))*$"
)
#: The vacancy of an atom in the notation of Kröger and Vink; no solid of vanadium has such a name.
_VACANCY: Final = re.compile(r"V(?:Sn|Pb|Cs|Zn|Ga|In|Cd|Hg|Cu|Ag|Sr|Ba|Mg|Ge|As|Br|Cl|I)")
#: The crystal of a laser and the line of an X-ray tube: "Nd/YAG laser", "Cu-Kα".
_SOURCE: Final = re.compile(
    r"Nd[:/-]\s?YAG\b(?=[^.;]{0,30}\blasers?\b)|(?:Cu|Mo|Al|Mg|Co|Ag|Cr|Fe)[ -]?K(?=[αβ])"
)
#: The end of a formula that was split at a dash: "PFN-Br/CsPbI3", "Cu–In–(Zn)–S/ZnS".
_CUT: Final = re.compile(r"(?<=[-–)])(?:Se?|Te|O|N|P|F|Cl|Br|I)[/@]")
#: A label that is defined in brackets: "CdSe/ZnS dots (Cd-QDs)".
_LABELLED: Final = re.compile(r"(?<=\()[A-Z][a-z]?-(?:QD|NC|NP|NR|NW|NPL)s?\)")
#: Before the label of a figure, a table or a note: "(Figures S2 and S8)", "Fig. 2a, C".
_FIGURE: Final = re.compile(
    r"\b(?:[Ff]ig(?:ure|s\.?|\.)?s?|FIGS?\.?|"
    r"(?:[Tt]able|[Ss]cheme|[Mm]ovie|[Vv]ideo|[Nn]ote|[Ee]q(?:uation)?)s?\.?)"
    r"\s?(?:S?\d{1,2}[a-z]?(?:\s?[-–,&]\s?|,?\sand\s))*$"
)
_NUMBERED: Final = re.compile(r"[SB]\d{1,2}")
#: After the metal of a reference electrode, before its salt: "Ag/AgCl", "Hg/HgO".
_REFERENCE: Final = re.compile(r"/(?:AgCl|Hg(?:O|2Cl2|2SO4|SO4)|(?:Ag|Li|Na)[+⁺])(?!\w)")
_SALTS_OF_REFERENCES: Final = frozenset({"AgCl", "HgO", "Hg2Cl2", "Hg2SO4", "HgSO4"})
#: After a metal that only distinguishes the perovskites of a document: "Pb- and PbSn-perovskite".
_PEROVSKITE: Final = re.compile(
    r"(?:[-–](?:,| and| or|/)\s?(?:[A-Z][a-z]?){1,2})?[-–](?:based[ -])?(?:halide[ -])?"
    r"perovskites?\b"
)
_METALS_ALONE: Final = re.compile(r"(?:Pb|Sn|Ge|Bi|Sb){1,2}")
#: The most letters of a symbol.
_SYMBOL: Final = 2
_CARRIERS: Final = frozenset({"Li", "Na", "K", "H"})


@settles("ald_no_solids")
def without_no_solids(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions without elements that are no solid of their own.

    >>> ion = Mention(start=0, end=2, kind="material", id="Li", text="Li")
    >>> without_no_solids([ion], "Li ions move."), len(without_no_solids([ion], "Li was plated."))
    ((), 1)
    >>> vacancy = Mention(start=0, end=3, kind="material", id="VSn", text="VSn")
    >>> without_no_solids([vacancy], "VSn is a deep trap.")
    ()
    >>> line = Mention(start=0, end=4, kind="material", id="Cu-K", text="Cu-K")
    >>> without_no_solids([line], "Cu-Kα was used."), len(without_no_solids([line], "Cu-K rods."))
    ((), 1)
    >>> metal = Mention(start=15, end=22, kind="material", id="Hf", text="hafnium")
    >>> without_no_solids([metal], "Precursors for hafnium are rare.")
    ()
    >>> len(without_no_solids([metal], "Precursors for hafnium films are rare."))
    1
    >>> source = Mention(start=0, end=3, kind="material", id="Sn", text="Tin")
    >>> without_no_solids([source], "Tin source and water were dosed.")
    ()
    """
    return tuple(m for m in mentions if not _is_no_solid(m, text))


def _is_no_solid(mention: Mention, text: str) -> bool:
    ahead = text[: mention.start]
    if _SOURCE.match(text, mention.start) or _LABELLED.match(text, mention.start):
        return True
    if _NUMBERED.fullmatch(mention.text) and _FIGURE.search(ahead):
        return True
    if mention.kind == "chemical":
        return len(mention.text) <= _SYMBOL and _MEMBER.search(ahead) is not None
    if mention.kind == "stack":
        return _CUT.match(text, mention.start) is not None
    if mention.text.startswith("inorganic") and _ORGANIC.search(ahead):
        return True
    return mention.kind == "material" and _is_only_part(mention, text)


def _is_only_part(mention: Mention, text: str) -> bool:
    """Return whether an apparent solid is part of a formula, of an electrode or of a name."""
    ahead = text[: mention.start]
    is_unit = _BOND_AHEAD.search(ahead) is not None and _BOND_BEHIND.match(text, mention.end)
    if is_unit or _VACANCY.fullmatch(mention.text) or _is_type(mention, text):
        return True
    is_couple = mention.id in ("Ag", "Hg", "Li", "Na") and _REFERENCE.match(text, mention.end)
    if is_couple or (mention.id in _SALTS_OF_REFERENCES and ahead.endswith(("Ag/", "Hg/"))):
        return True
    if _METALS_ALONE.fullmatch(mention.text) and _PEROVSKITE.match(text, mention.end):
        return True
    return re.fullmatch(r"[A-Z][a-z]?", mention.id) is not None and _is_of_other(mention, text)


def _is_type(mention: Mention, text: str) -> bool:
    """Return whether a formula only names the structure type of another solid."""
    return mention.stack is not None and _TYPE.match(text, mention.end) is not None


def _is_of_other(mention: Mention, text: str) -> bool:
    """Return whether an element is a part of something else, or the carrier of a charge."""
    if mention.text == "Co" and _TOGETHER.match(text, mention.end):
        return True
    if _MEMBER.search(text[: mention.start]):
        return "dop" not in text
    if _REAGENT_AHEAD.search(text[: mention.start]) and not _OF_FILM.match(text, mention.end):
        return True
    if len(mention.text) > _SYMBOL and _SOURCE_OF.match(text, mention.end):
        return True
    is_ion = mention.id in _CARRIERS and _ION.match(text, mention.end) is not None
    behind = (_FAMILY, _COMPOUND, _REAGENT, _ELEMENT_OF)
    return is_ion or any(words.match(text, mention.end) for words in behind)
