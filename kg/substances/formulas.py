"""The elements and groups in a condensed formula, in any spelling.

``Zn(C2H5)2``, ``ZnEt2``, ``Et2Zn`` and ``Zn(CH2CH3)2`` are one molecule: they have the same
elements, and the same alkyl groups as far as the spellings show them. The order of the parts does
not matter, so isomers that differ in more than their alkyl groups are not distinguished.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from kg.substances.groups import ALKYLS, ELEMENTS, LIGANDS, ORGANIC

_FLAT = str.maketrans("₀₁₂₃₄₅₆₇₈₉ⁱᵗⁿˢ−–·•∙[]{}", "0123456789itns--***()()")
#: Branch marks after or before the group: ``OPri``, ``O-i-Pr``, ``i-C3H7``.
_BRANCHED = (
    (re.compile(r"(?<=[A-Z)])-(?=O?-?[nist]?-?(?:Pr|Bu))"), ""),
    (re.compile(r"(?<=O)-(?=[A-Z])"), ""),
    (re.compile(r"(?<=[(\d-])([nist])-?O(?=Pr|Bu)"), r"O\1"),
    (re.compile(r"(?<=[ONCHP)(\d*])-?([nist])-?(?=Pr|Bu|C3H7|C4H9)"), r"\1"),
    (re.compile(r"(?<![nist])(Pr|Bu)\^?([nist])(?![a-z])"), r"\2\1"),
    (re.compile(r"C3H7(?![a-z])"), "Pr"),
    (re.compile(r"C4H9(?![a-z])"), "Bu"),
    (re.compile(r"N(i(?:Pr|Bu))"), r"N(\1)"),  # not a compound of nickel
    (re.compile(r"O(sBu)"), r"O(\1)"),  # not a compound of osmium
    (re.compile(r"CpMe5"), "Cp*"),
)
#: Groups written out, longest first.
_WRITTEN_OUT = (
    ("CH2CH2CH2CH3", "nBu"),
    ("(CH2)3CH3", "nBu"),
    ("CH2CH(CH3)2", "iBu"),
    ("CH(CH3)CH2CH3", "sBu"),
    ("CH(CH3)(C2H5)", "sBu"),
    ("CH(CH3)C2H5", "sBu"),
    ("CH2CH2CH3", "nPr"),
    ("CH(CH3)2", "iPr"),
    ("CHMe2", "iPr"),
    ("C(CH3)3", "tBu"),
    ("CMe3", "tBu"),
    ("CH2CH3", "Et"),
    ("C2H5", "Et"),
    ("CH3", "Me"),
)
_OUTSIDE = re.compile(r"[ηµμκ](?:\d|-)*-?|\((?:0|I{1,3}|IV|V|VI{0,2})\)|[=≡\s]")
_HYDRATE = re.compile(r"[*.](?:\d+(?:\.\d+)?|[xn])?H2O$")
_ALKYL = "|".join(sorted(ALKYLS, key=len, reverse=True))
_RING = re.compile(rf"(?:\(({_ALKYL})\)|({_ALKYL}))(\d?)Cp(?!\*)")
_RING_BEHIND = re.compile(rf"Cp(?:\(({_ALKYL})\)|({_ALKYL}))(\d?)(?=\))")
#: Chelates named by their alkyl groups, written out: acetamidinates, formamidinates, diazadienyls.
_CHELATES = (
    (re.compile(r"(nPr|iPr|nBu|sBu|tBu|Et)2?-?(?:Me)?-?(?:AMD|amd)"), r"(CN2(Me)(\g<1>)2)"),
    (re.compile(r"(nPr|iPr|nBu|sBu|tBu|Et)2?-?(?:[Ff](?:AMD|amd|MD|md))"), r"(CHN2(\g<1>)2)"),
    (re.compile(r"(iPr|tBu)2?-?(?:DAD|dad)"), r"(C2H2N2(\g<1>)2)"),
)
_TOKEN = re.compile(
    "|".join(
        (
            r"(?P<open>\()",
            r"(?P<close>\))",
            rf"(?P<alkyl>(?!Pr\()(?:{_ALKYL}))(?!(?![nist](?:Pr|Bu))[a-z])",
            r"(?P<ligand>"
            + "|".join(re.escape(x) for x in sorted(LIGANDS, key=len, reverse=True))
            + r")(?![a-z])",
            r"(?P<element>[A-Z][a-z]?)",
        )
    )
)
#: Not formulas: "Cd-oleate" has no count of ligands, "Se2-" is an ion, "HMDSO" an acronym.
_LOOSE = re.compile(
    r"^[A-Z][a-z]?-[a-z]{3,}$|^[A-Z][A-Za-z]+-[A-Z][a-z]?$|[-+−]$"
    r"|^(?=.*[^BCFHIKNOPS])[A-Z]{3,}$"
)
#: A count: not zero, and of limited length.
_NUMBER = re.compile(r"(?:[1-9]\d{0,5})?")
#: Greatest length of a reagent's formula.
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Molecule:
    """The elements of a formula, and the alkyl groups that its spelling identifies.

    ``marks`` are the alkyl groups by their mark. ``opaque`` is true if there is carbon outside of
    them (``C5H4``, ``acac``), which may include methyl and ethyl groups; ``bare`` is true if the
    formula shows no structure at all (``C4H10Zn``).
    """

    elements: tuple[tuple[str, int], ...]
    marks: tuple[tuple[str, int], ...] = ()
    opaque: bool = False
    bare: bool = False

    @property
    def centres(self) -> tuple[str, ...]:
        """The metals and metalloids."""
        return tuple(symbol for symbol, _ in self.elements if symbol not in ORGANIC)

    def agrees(self, other: Molecule) -> bool:
        """Return whether the two may be the same molecule: nothing that both show differs."""
        if self.elements != other.elements:
            return False
        mine, theirs = Counter(dict(self.marks)), Counter(dict(other.marks))
        if self.bare or other.bare:
            return True
        if not (self.opaque or other.opaque) and any(mine[m] != theirs[m] for m in "12"):
            return False
        return all(_agree(mine, theirs, size) for size in "34")


def _agree(mine: Counter[str], theirs: Counter[str], size: str) -> bool:
    told = [{m: n for m, n in marks.items() if m[0] == size and n} for marks in (mine, theirs)]
    return told[0] == told[1] or any(f"{size}?" in each for each in told)


@lru_cache(maxsize=4096)
def molecule(text: str) -> Molecule | None:
    """Return the molecule of a condensed formula without water of hydration; ``None`` if invalid.

    A formula with a count of zero ("Zn(CH3)0", an error of a converter) is invalid.

    Examples
    --------
    >>> molecule("Zn(C2H5)2") == molecule("Et2Zn") == molecule("Zn(CH2CH3)2")
    True
    >>> molecule("Ti(OiPr)4").agrees(molecule("Ti(OnPr)4"))
    False
    """
    if len(text) > _LONGEST or _LOOSE.search(text):
        return None
    flat = _normal(text)
    reader = _Reader(flat)
    if not flat or not reader.read():
        return None
    return Molecule(
        elements=tuple(sorted(reader.elements.items())),
        marks=tuple(sorted(reader.marks.items())),
        opaque=reader.opaque,
        bare=not ("(" in flat or reader.marks or reader.ligands),
    )


#: Lower-case letters -> symbol.
_CASED = {
    symbol.lower(): symbol
    for symbol in (
        *sorted(ELEMENTS - {"Pr", "No"}),
        *sorted(LIGANDS),
        *sorted(ALKYLS),
        "amd",
        "fmd",
    )
}
_MOST_READINGS = 64
_LONGEST_RUN = 12


def recased(text: str) -> Iterator[str]:
    """Return the formulas that a formula in lower case may denote.

    >>> list(recased("co(co)2"))
    ['Co(Co)2', 'Co(CO)2', 'CO(Co)2', 'CO(CO)2']
    """
    parts = _RUNS.findall(text)
    if any(len(part) > _LONGEST_RUN for part in parts):
        return iter(())
    runs = [_readings(part) if part.isalpha() else [part] for part in parts]
    return ("".join(each) for each in islice(product(*runs), _MOST_READINGS))


_RUNS = re.compile(r"[a-z]+|[^a-z]+")


def _readings(letters: str) -> list[str]:
    """Return the sequences of symbols that a run of letters allows, longer symbols first."""
    if not letters:
        return [""]
    heads = [letters[:size] for size in range(min(8, len(letters)), 0, -1)]
    return [
        _CASED[head] + rest
        for head in heads
        if head in _CASED
        for rest in _readings(letters[len(head) :])
    ]


def reduced(found: Molecule) -> tuple[tuple[str, int], ...]:
    """Return the elements of the smallest unit: for ``Al2(CH3)6`` those of ``Al(CH3)3``."""
    size = math.gcd(*(count for _, count in found.elements))
    return tuple((symbol, count // size) for symbol, count in found.elements)


def _normal(text: str) -> str:
    """Return a formula with normalised brackets, branch marks and alkyl groups."""
    flat = _OUTSIDE.sub("", text.translate(_FLAT))
    flat = _HYDRATE.sub("", flat)
    for pattern, spelling in _BRANCHED:
        flat = pattern.sub(spelling, flat)
    for written, short in _WRITTEN_OUT:
        flat = re.sub(rf"{re.escape(written)}(?![a-z])", short, flat)
    for pattern, spelling in _CHELATES:
        flat = pattern.sub(spelling, flat)
    flat = flat.replace("-", "")
    return _RING_BEHIND.sub(_ring, _RING.sub(_ring, flat))


def _ring(found: re.Match[str]) -> str:
    """Return a substituted cyclopentadienyl written out: ``(C5H2iPr3)`` for ``iPr3Cp``."""
    alkyl, count = found[1] or found[2], int(found[3] or 1)
    hydrogen = f"H{5 - count}" if count < 5 else ""
    return f"(C5{hydrogen}{alkyl}{count})"


class _Reader:
    """A reader that adds up a normalised formula from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.elements: Counter[str] = Counter()
        self.marks: Counter[str] = Counter()
        self.opaque = False
        self.ligands = False

    def read(self) -> bool:
        """Read to the end; return whether all of it was understood."""
        elements, marks = self._group()
        self.elements, self.marks = elements, marks
        return self._at == len(self._text) and bool(elements)

    def _group(self) -> tuple[Counter[str], Counter[str]]:
        elements: Counter[str] = Counter()
        marks: Counter[str] = Counter()
        while (token := self._next()) is not None:
            if token.lastgroup == "close":
                self._at = token.start()
                break
            inner = self._part(token)
            if inner is None:
                self._at = -1
                break
            count = self._count()
            for total, part in zip((elements, marks), inner, strict=True):
                for key, number in part.items():
                    total[key] += number * count
        return elements, marks

    def _next(self) -> re.Match[str] | None:
        if self._at < 0:
            return None
        token = _TOKEN.match(self._text, self._at)
        if token is not None:
            self._at = token.end()
        return token

    def _part(self, token: re.Match[str]) -> tuple[Counter[str], Counter[str]] | None:
        name = token.group()
        if token.lastgroup == "open":
            inner = self._group()
            closed = self._at >= 0 and self._text[self._at : self._at + 1] == ")"
            self._at += 1
            return inner if closed else None
        if token.lastgroup == "alkyl":
            composition, mark = ALKYLS[name]
            return _counts(composition), Counter({mark: 1})
        if token.lastgroup == "ligand":
            self.opaque = self.ligands = True
            return _counts(LIGANDS[name]), Counter()
        return self._element(name)

    def _element(self, name: str) -> tuple[Counter[str], Counter[str]] | None:
        if name not in ELEMENTS:
            if name[0] not in ELEMENTS:
                return None
            self._at -= 1
            name = name[0]
        if name == "C" and self._text[self._at : self._at + 1] not in ("O", "N"):
            self.opaque = True
        return Counter({name: 1}), Counter()

    def _count(self) -> int:
        number = _NUMBER.match(self._text, self._at)
        text = number.group() if number else ""
        self._at += len(text)
        return int(text or 1)


def _counts(composition: str) -> Counter[str]:
    found = re.findall(r"([A-Z][a-z]?)(\d*)", composition)
    return Counter({symbol: int(count or 1) for symbol, count in found})
