"""Formulas printed with blanks around their subscripts (``Al 2 O 3``) put together.

Text from publishers' pages often has each subscript set off by blanks. They are closed up only
where the joined string is plainly a formula: two numbered elements (``C 11 H 19 O 2``), a common
gas (``N 2``), or a compound of usual valence (``TiO 2``, ``Li 2 S``, ``SnO x``).
``PbSe 2 nm`` stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.mapped import Edit, Mapped

#: The elements, and groups that organometallic formulas write like an element.
_ATOM_NAMES = (
    "acac thd tmhd hfac iPr tBu Me Et Bu Cp Ph"
    " He Li Be Ne Na Mg Al Si Cl Ar Ca Sc Ti Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Zr Nb Mo"
    " Tc Ru Rh Pd Ag Cd In Sn Sb Te Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta Re"
    " Os Ir Pt Au Hg Tl Pb Bi Th H B C N O F P S K V Y I W U"
)
_ATOM = "|".join(_ATOM_NAMES.split())
_STEP = re.compile(
    r"(?P<gap> ?)(?:(?P<count>\d{1,2}(?:\.\d{1,2})?|x)(?![\w%°.]\w|[\w%°])"
    rf"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<atom>{_ATOM})(?![a-z]))"
)
_SPACED = re.compile(r"(?<=[A-Za-z)\]]) (?:\d{1,2}(?:\.\d{1,2})?|x)(?![\w%°])")
_START = re.compile(rf"(?<![\w.\-@])[(\[]{{0,2}}(?:{_ATOM})(?![a-z])")

_GASES = frozenset({"O2", "N2", "H2", "O3", "F2", "Cl2"})
_WITH_TWO = ("H", "Li", "Na", "K", "Rb", "Cs", "Cu", "Ag", "Tl", "Hg", "N", "Cl")
_ANIONS = ("O", "S", "Se", "Te", "N", "H", "F", "Cl", "Br", "I", "C", "P")
_HALOGENS = ("F", "Cl", "Br", "I")
_CHALCOGENS = ("O", "S", "Se", "Te")
_DIOXIDE_FORMERS = "C Si Ge Sn Pb Ti Zr Hf Ce V Nb Ta Mo W Mn Re Ru Ir Pt Fe Co Ni S Se Te N Th U"
_TETRAVALENT = frozenset(_DIOXIDE_FORMERS.split())
_HYDRIDES = frozenset(
    {"NH3", "PH3", "AsH3", "CH4", "SiH4", "GeH4", "CH3", "NH2", "CH2", "NH4", "BH3"}
)
_TRIOXIDES = ("W", "Mo", "Cr", "S", "Re", "V", "N", "C", "Cl", "I", "B")
#: A number before one of these is a quantity, not a subscript.
_UNIT_AHEAD = re.compile(
    r" ?(?:[nμmckf]?m|[munμ]?[sgLl]|min|h|hours?|K|°|%|wt|at|eV|m?mol|M|V|W|A|times|cycles?|days?"
    r"|ML|minutes?|seconds?|and \d|to \d|or \d|[-–]\d)\b"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of text that reads as a formula: its atoms and counts in order, blanks inside."""

    end: int
    atoms: tuple[str, ...]
    counts: tuple[str, ...]
    spaced: int
    is_last_count: bool


def close_formulas(text: Mapped) -> Mapped:
    """Take the blanks out of every formula where the joined string is plainly one."""
    if not _SPACED.search(text.text):
        return text
    closed = text.edited(_edits(text.text))
    return closed.substituted(_BEFORE_SLASH, "")


_BEFORE_SLASH = re.compile(r"(?<=[A-Za-z][\dx]) (?=/[A-Z])")


def _edits(text: str) -> Iterator[Edit]:
    at = 0
    while start := _START.search(text, at):
        run = _longest(text, start.start())
        at = start.end()
        if run and run.spaced:
            yield start.start(), run.end, text[start.start() : run.end].replace(" ", "")
            at = run.end


def _longest(text: str, start: int) -> _Run | None:
    """Return the longest run from here that is plainly a formula."""
    plain = [run for run in _runs(text, start) if _is_plain(text, start, run)]
    return plain[-1] if plain else None


def _runs(text: str, start: int) -> Iterator[_Run]:
    """Yield every balanced run of atoms, counts and brackets that begins here."""
    atoms: list[str] = []
    counts: list[str] = []
    depth = spaced = 0
    at, last = start, ""
    while (step := _STEP.match(text, at)) and _may_follow(last, step):
        last = step.lastgroup or ""
        depth += {"open": 1, "close": -1}.get(last, 0)
        if depth < 0 or len(atoms) > 40:
            return
        if last == "atom":
            atoms.append(step["atom"])
        if last == "count":
            counts.append(step["count"])
            spaced += len(step["gap"])
        at = step.end()
        if depth == 0 and last != "open":
            yield _Run(at, tuple(atoms), tuple(counts), spaced, last == "count")


def _may_follow(last: str, step: re.Match[str]) -> bool:
    """Tell where a blank may stand inside a formula: before and after a count, never elsewhere."""
    kind = step.lastgroup
    if kind == "count":
        return last in {"atom", "close"}
    if not step["gap"]:
        return True
    return last == "count" and kind in {"atom", "close"}


def _is_plain(text: str, start: int, run: _Run) -> bool:
    if not run.spaced or any(count in {"0", "1"} for count in run.counts):
        return False
    if run.is_last_count and run.counts[-1] != "x" and _UNIT_AHEAD.match(text, run.end):
        return False
    if len(run.counts) >= 2 and len(set(run.atoms)) >= 2:
        return True
    if len(run.counts) != 1:
        return False
    joined = text[start : run.end].replace(" ", "").strip("()[]")
    return _is_usual(joined, run)


def _is_usual(joined: str, run: _Run) -> bool:
    """Check a formula with one count against common gases and usual valences."""
    atoms, count = run.atoms, run.counts[0]
    if joined in _GASES or joined in _HYDRIDES:
        return True
    if len(atoms) < 2 or atoms[-1] not in _ANIONS:
        return False
    if count == "x":
        return joined.endswith("x")
    if not run.is_last_count:
        return atoms[0] in _WITH_TWO and count == "2" and joined == f"{atoms[0]}2{atoms[-1]}"
    if len(atoms) > 2 or not joined.endswith(count):
        return joined.endswith(("O3", "O4")) and len(atoms) == 3
    return _is_binary(atoms[0], atoms[1], count)


def _is_binary(first: str, second: str, count: str) -> bool:
    if second in _HALOGENS:
        return count in {"2", "3", "4", "5", "6"}
    if second in _CHALCOGENS:
        is_dioxide = count == "2" and first in _TETRAVALENT
        return is_dioxide or (count == "3" and first in _TRIOXIDES and second == "O")
    return False
