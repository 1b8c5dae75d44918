"""Solids outside the vocabulary that a document names by capitals: "8-nm SIPO was sputtered".

Capitals name a solid where only a solid can be: after a thickness, before "thin film" or "pellet",
between "deposited on" and "substrate". They name none if the vocabulary or the document uses them
for something else: a technique ("SEM grid"), a part ("SEI layer").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from ontology import vocabulary

#: Three or more capitals, with the small letters of elements between them: SIPO, ScSZ, BZCYYb,
#: BZY20.
_SHORT = r"(?P<short>(?:[A-Z][a-z]?){2,5}(?:As|[A-Z][b-rt-z]?)\d{0,2})"
_ALONE = rf"(?<![\w/@*$.–-]){_SHORT}(?![\w/@*+.–-]|\s?[=(])"
_MADE = (
    r"(?:deposited|grown|sputtered|evaporated|spin-coated|synthesi[sz]ed|sintered|annealed|"
    r"electrodeposited|crystalli[sz]ed)"
)
#: The places of a solid. Nouns that other capitals also precede are handled below.
_SLOT = Rare(
    rf"{_ALONE}(?= (?:thin[ -]?)?(?:films?|layers?|interlayers?|electrolytes?|membranes?|"
    r"substrates?|templates?|coatings?|targets?|cathodes?|anodes?|pellets?|powders?|ceramics?|"
    rf"single[ -]crystals?|foils?|nanofib(?:er|re)s?)\b"
    rf"| (?:was|were|is|are|has been) (?:then |subsequently |also |first )?{_MADE}\b)"
    rf"|(?:\d[ -]?nm(?:[ -]thick)? (?:of )?(?:dense |amorphous |crystalline )?"
    rf"|\b{_MADE} on(?:to)? (?:an? |the )?(?:[a-z-]+ )?){_ALONE.replace('short', 'other')}"
    r"(?! (?:grids?|stubs?|chips?|devices?|structures?|patterns?)\b)"
)
#: Definitions: "superionic proton oxide (SIPO)", "SIPO (superionic proton oxide)".
_IN_BRACKETS = re.compile(rf"\({_SHORT}s?[);,]")
_DEFINED = re.compile(rf"(?P<words>(?:[\w'’-]+[ /-]){{1,8}}){_IN_BRACKETS.pattern}")
_OPENED = re.compile(r" \([a-z]")
_EXPLAINED = re.compile(rf"\b{_SHORT}s? \((?P<words>[a-z][^()]{{6,80}})\)")
_SUBSTANCE = re.compile(
    r"(?:\b(?:poly\S+|(?!composite)\w*(?:oxide|nitride|sul[fp]h?ide|fluoride|phosphide|ate|ite|ia|ide)|glass|"
    r"carbon|alloy|zeolite|steel|rubber|cellulose|graphene)s?|\b[A-Z][A-Za-z]*[A-Z\d]\S*)$"
)
_FAMILY = re.compile(r"\b(?:metal|transition|conduct\w+|semiconduct\w+|transparent|organic|high)\b")
_FAMILY_AHEAD = re.compile(r"\b[Tt]ransition[ -]metal \w+$|\b(?:[Rr]are|[Aa]lkaline)[ -]earth \w+$")
#: Initialisms of the field for parts, devices, places and mixtures that no vocabulary lists.
_OTHERS = frozenset(
    """SEI CEI EML ARC BARC DBR MOS MIM MIS CMOS PCB RIE ICP RTO UHV RHE SHE SCE SAM SAMS SPE
    GPE GDL PEM AEM NIR VIS EUV DUV FIR TMD TMO LDH HEA OSC PCFC SOEC LIBS TBC EBC FIB TSV FRAM
    STT MTJ BCC FCC HCP HOMO LUMO IMT SLS PDF EBIC EBSD ROI RIR USA CCM PSS HTS LTS TOF LOD SOI
    MFC PBS UPD SMSI ZIB IDT IDE NEA BOX SAW HIL EIL GDE CBD LBL""".split()
)
#: Things that are made of polymers alone: before them, the short symbol of a polymer means the
#: polymer.
_POLYMERIC = (
    r"(?= (?:(?:track-etched|porous|flexible|thin|electrospun) )?(?:substrates?|films?|foils?|"
    r"sheets?|membranes?|separators?|(?:micro|nano)?fib(?:er|re)s?|fabrics?|nonwovens?|mats?|"
    r"coatings?|scaffolds?|(?:micro|nano)?(?:sphere|bead)s?)\b)"
)
#: Before such a symbol: "thin films of PI".
_OF = r"(?<=\b(?:film|foil) of )|(?<=\b(?:films|foils) of )|(?<=\bmembranes of )"
#: Roman numerals, and kinds of deposition: "AALD ZnO film".
_NO_SOLID = re.compile(r"[IVXL]+|\w*(?:AL[DE]|[CP]VD|MLD|VPI)")


def lettered_solids(readings: Sequence[Reading]) -> Mapping[str, str]:
    """Return the capitals by which a document names solids -> the names in its claims."""
    found = {short: short for reading in readings for short in _standing(reading)}
    polymers, pattern = _polymers()
    found |= {m[0]: polymers[m[0]] for r in readings for m in pattern.finditer(r.text)}
    others = _meant_otherwise(readings) if found else ()
    return {short: formula for short, formula in found.items() if short not in others}


def defined_families(readings: Iterable[Reading]) -> frozenset[str]:
    """Return initialisms of families of solids that the document defines.

    "Transition metal carbides (TMC)" defines one.
    """
    said = (
        (match["short"], " ".join(re.split(r"[\s/-]+", match["words"].rstrip(" /-"))))
        for reading in readings
        if _IN_BRACKETS.search(reading.text)  # faster to find than the words before it
        for match in _DEFINED.finditer(reading.text)
    )
    return frozenset(
        s for s, words in said if _SUBSTANCE.search(words) and _FAMILY_AHEAD.search(words)
    )


def without_families(reading: Reading, families: frozenset[str]) -> Reading:
    """Return a sentence without the stacks in which a family stands for its members: "TMC/C"."""
    if not any(short in reading.text for short in families):
        return reading
    kept = tuple(
        m for m in reading.mentions if m.stack is None or families.isdisjoint(m.stack.formulas)
    )
    return Reading(reading.sentence, kept)


def _standing(reading: Reading) -> Iterator[str]:
    """Yield capitals in the place of a solid that mean nothing else."""
    for match in _SLOT.finditer(reading.text):
        place = "short" if match["short"] else "other"
        short, (start, end) = match[place], match.span(place)
        taken = any(m.start < end and start < m.end for m in reading.mentions)
        if not (taken or short in _OTHERS or short in _symbols() or _NO_SOLID.fullmatch(short)):
            yield short


def _meant_otherwise(readings: Iterable[Reading]) -> set[str]:
    """Return initialisms that the document defines for other things, or for a family of solids."""
    return {
        match["short"]
        for reading in readings
        for pattern, sign in ((_DEFINED, _IN_BRACKETS), (_EXPLAINED, _OPENED))
        if sign.search(reading.text)
        for match in pattern.finditer(reading.text)
        if not _is_of_solid(re.split(r"[\s/-]+", match["words"].rstrip(" /-")), match["short"])
    }


def _is_of_solid(words: list[str], short: str) -> bool:
    meant = " ".join(words[-len(short) :])
    return _SUBSTANCE.search(meant) is not None and not _FAMILY.search(meant)


@cache
def _symbols() -> frozenset[str]:
    """Return the labels of the vocabulary in capitals, including those not searched for."""
    terms = vocabulary().terms
    return frozenset(s for t in terms for s in (*t.alts, *t.symbols, *t.hidden) if s[1:2].isupper())


@cache
def _polymers() -> tuple[Mapping[str, str], Rare]:
    """Return the polymers by symbols that also have other meanings, and where they are polymers."""
    solids = vocabulary().of_kind("material")
    named = {s: t.notation for t in solids for s in t.extra.get("attributiveSymbol", ())}
    symbols = "|".join(named)
    of_them = rf"(?:{_OF})(?:{symbols})(?![\w/-])"
    return named, Rare(rf"(?<![\w/-])(?:{symbols}){_POLYMERIC}|{of_them}")
