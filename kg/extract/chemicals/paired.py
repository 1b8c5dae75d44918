"""Reagents and their parts in two lists that pair: "DEZ and water as metal and oxygen source"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.chemicals.reagents_of_processes import reagent_findings
from kg.extract.findings import Finding
from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.mentions import Mention
from kg.extract.patterns import INDEX
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

_NOTE = r"(?:\( [^()]{1,40}\) )?"
#: The list of reagents, and that of parts up to the end of the clause.
_LISTS = Rare(
    rf"(?P<reagents><C\d+> {_NOTE}(?:(?:, and|and|,) (?:[a-z]+ )?<C\d+> {_NOTE})+)"
    r"(?:(?!as )[^\s;:]+ ){0,5}as (?P<parts>[^;:.]+)"
)
_PARTED = re.compile(r"(?<=\s)(?:, and|and|,) ")
#: What reagents are called, the first word that a part ends with.
_PARTS = (
    ("source", re.compile(r"\b(?:precursors?|sources?)\b")),
    (
        "coreactant",
        re.compile(
            r"\b(?:co - reactants?|coreactants?|oxidants?|reactants?|co - reagents?|nitridants?|"
            r"reductants?|(?:reducing|precipitating|oxidi[sz]ing) agents?|precipitants?)\b"
        ),
    ),
    ("solvent", re.compile(r"\b(?:solvents?|reaction medium)\b")),
    (
        "ligand",
        re.compile(
            r"\b(?:ligands?|surfactants?|stabili[sz]ers?|(?:capping|stabili[sz]ing) (?:agents?|"
            r"ligands?))\b"
        ),
    ),
)
#: Up to the word for a part, and behind it in all members but the last.
_AHEAD = re.compile(r"(?:both )?(?:the |an? )?(?:(?!\w+ing )[^\s,;]+ ){0,4}")
_NO_TAIL = re.compile(r"(?:[a-z]s?|agents?) (?:\( [^()]+ \) )?$")
#: Behind a word for a part that begins a clause: "as solvent, and precursors were injected".
_DOES = re.compile(r"\s(?:was|were|is|are|can)\b")
_ANIONIC = re.compile(
    r"\b(?:oxygen|nitrogen|sul(?:f|ph)ur|selenium|tellurium|phosphorus|arsenic|anion\w*|"
    r"chalcogen\w*|halide|chlorine|bromine|iodine|fluorine|S|Se|Te|P|O|N)\b"
)


def find_paired(reading: Reading) -> Iterator[Finding]:
    """The part of each reagent, where as many parts as reagents are listed."""
    for match in _LISTS.finditer(reading.shorthand):
        reagents = [reading.mentions[int(n)] for n in INDEX.findall(match["reagents"])]
        parts = _parts(reading, match["parts"], len(reagents))
        for mention, (part, words) in zip(reagents, parts, strict=False):
            yield from reagent_findings(
                reading, _role(mention, part, words), mention, "respectively"
            )


def _role(mention: Mention, part: str, words: str) -> str:
    if part != "source":
        return part
    is_anion = _ANIONIC.search(words) or usual_role(mention) == "coreactant"
    return "coreactant" if is_anion else "precursor"


def _parts(reading: Reading, listed: str, count: int) -> Sequence[tuple[str, str]]:
    """The parts with the words that call them; none where a member is no part."""
    plain = INDEX.sub(lambda at: reading.mentions[int(at[1])].text, listed)
    members = _PARTED.split(plain)
    last, rest = members[count - 1 : count], members[: count - 1]
    called = [_called(member) if _NO_TAIL.search(member) else "" for member in rest]
    called += [_called(member) for member in last]
    if len(called) < count or not called[-1] or " as " in plain:
        return ()
    if called[-1] == "source":  # "as the tin and sulfur sources"
        is_short = [len(member.split()) < 3 for member in rest]
        called[:-1] = [p or "source" * s for p, s in zip(called[:-1], is_short, strict=True)]
    return tuple(zip(called, (*rest, *last), strict=True)) if all(called) else ()


def _called(words: str) -> str:
    """What a member calls a reagent: "the reducing agent", no "varying the precursors"."""
    found = ((part, called.search(words)) for part, called in _PARTS)
    parts = (part for part, at in found if at and _is_name(words, at.start(), at.end()))
    return next(parts, "")


def _is_name(words: str, start: int, end: int) -> bool:
    return bool(_AHEAD.fullmatch(words, 0, start)) and not _DOES.match(words, end)
