"""Closing of formulas that are printed with blanks around their subscripts (``Al 2 O 3``).

Text from publishers' pages often has each subscript set off by blanks. The blanks are removed only
where the joined string is plainly a formula: two elements with numbers (``C 11 H 19 O 2``), a
common gas (``N 2``), fractions that add up to one (``Zn x Cd 1-x S``), or a compound that is
neutral with usual oxidation states (``TiO 2``, ``CsPbBr 3``, ``SnO x``). ``PbSe 2 nm`` stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.mapped import Edit, Mapped
from corpus.valences import is_neutral

#: The elements, and the groups that are written like elements in organometallic formulas.
_ATOM_NAMES = (
    "Ln RE acac thd tmhd hfac iPr tBu MeCp EtCp MA FA Me Et Bu Cp Ph"
    " He Li Be Ne Na Mg Al Si Cl Ar Ca Sc Ti Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Zr Nb Mo"
    " Tc Ru Rh Pd Ag Cd In Sn Sb Te Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta Re"
    " Os Ir Pt Au Hg Tl Pb Bi Th H B C N O F P S K V Y I W U"
)
ATOM = "|".join(_ATOM_NAMES.split())
_COUNT = r"\d{1,2}(?:\.\d{1,3})?(?: ?[-−–+] ?[xyzδ](?![a-z\d%]))?|[xyzδ]"
#: An atom ends before a small letter, unless that is a variable count: "Cdy Hg1−y Te".
_ATOM_ENDS = r"(?![a-w]|[xyz][a-z])"
_STEP = re.compile(
    rf"(?P<gap> )?(?:(?P<count>{_COUNT})"
    rf"(?:(?![\w%°.]\w|[\w%°])|(?(gap)(?!)|(?=(?:{ATOM}){_ATOM_ENDS}|[(\[])))"
    rf"|(?P<open>[(\[])|(?P<close>[)\]])|(?!NCs\b)(?P<atom>{ATOM}){_ATOM_ENDS})"
)
_SPACED = re.compile(
    rf"(?<=[A-Za-z)\]]) (?:{_COUNT})(?![\w%°])|[A-Z][a-z]?(?:\d[-−–])?[xyz] (?=[A-Z])"
    r"|\b[A-Z][a-z]?\d (?=[A-Z])"
)
#: Where a formula may begin: at the start of a word, or after a phase ("α-Al2O3"), a core
#: ("Se@Ag2Se"), an acronym ("ALD-Al2O3") or a metal ("Au-Al2O3-Ca").
_START = re.compile(
    rf"(?:(?<![\w.\-@])|(?<=[αβγδεκηθ]-)|(?<=[a-z\d)]@)|(?<=[A-Z]{{3}}-)"
    r"|(?<=[·•⋅∙][\dxyzn])|(?<=[·•⋅∙]\d\.\d)|(?<=[·•⋅∙]\d\.\d\d)|(?<=[·•⋅∙] \d)|(?<=[·•⋅∙] \d\.\d)"
    rf"|(?<=\b[A-Z][a-z]-)|(?<=O[\d ][-–])|(?<=O \d [-–])|(?<=O\d [-–]))"
    rf"[(\[]{{0,2}}(?:{ATOM}){_ATOM_ENDS}"
)

_GASES = frozenset({"O2", "N2", "H2", "O3", "F2", "Cl2"})
#: Compounds with a single count whose atoms are not in their usual oxidation states.
_UNUSUAL = frozenset(
    (
        "N2O CH3 NH2 CH2 NH4 BH3 FeS2 CoS2 NiS2 CoO2 NiO2 NO3 SO4 PO4 CO3 NbS2 NbSe2 ReS2"
        " GeH4 SiH4 Si2Cl6 PH3 AsH3 PbO2 Fe3O4 Co3O4 Mn3O4"
    ).split()
)
_ANIONS = ("O", "S", "Se", "Te", "N", "H", "F", "Cl", "Br", "I", "C", "P")
#: Anions whose symbols are units after a number: "Pt 0.5 C".
_UNITS = frozenset("CFH")
_VARIABLES = frozenset("xyzδ")
#: A number before one of these is a quantity, not a subscript.
_UNIT_AHEAD = re.compile(
    r" ?(?:[nμmckf]?m|[munμ]?[sgLl]|min|h|hours?|K|°|%|wt|at(?=\.| ?%)|eV|m?mol|M|V|W|A|times"
    r"|cycles?|days?|ML|minutes?|seconds?|and \d|to \d|or \d|[-–]\d)\b"
)


_ATOM_AHEAD = re.compile(rf" (?:{ATOM}){_ATOM_ENDS}")
_MOST_ATOMS = 40
#: An element with its count, set off from the rest: "Al2 O3".
_TORN = re.compile(rf"(?:{ATOM})\d(?= (?:{ATOM}){_ATOM_ENDS})")
#: Continuations that are joined to a formula over a last blank: "SiO 2 /Si", "In 2 O 3 :H".
_TIED = re.compile(
    r" (?=[/:@][A-Z]|[·•⋅∙] ?[\d.xyzn]{0,4}H ?2 ?O|[-–][a-z]{3}|[-–][A-Z][a-z]?O(?: ?\d)?\b)"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of text that reads as a formula, with blanks inside.

    ``amounts`` are the amounts of ``atoms`` after brackets are multiplied out, ``None`` for a
    variable; ``stated`` are the printed counts; ``spaced`` is the number of counts beside a blank.
    """

    end: int
    atoms: tuple[str, ...]
    amounts: tuple[float | None, ...]
    stated: tuple[str, ...]
    spaced: int
    is_last_count: bool

    @property
    def is_neutral(self) -> bool:
        """Whether the charges balance with usual oxidation states."""
        amounts = [amount for amount in self.amounts if amount is not None]
        return len(amounts) == len(self.atoms) and is_neutral(self.atoms, amounts)


class _Composition:
    """The atoms of a formula and their amounts, built up as its parts are read."""

    def __init__(self) -> None:
        self.atoms: list[str] = []
        self.amounts: list[float | None] = []
        self.stated: list[str] = []
        self._open: list[int] = []
        self._counted = 0

    @property
    def depth(self) -> int:
        return len(self._open)

    def take(self, step: re.Match[str]) -> None:
        """Add the next part: an atom, a bracket, or a count that applies to what precedes it."""
        if step["atom"]:
            self._counted = len(self.atoms)
            self.atoms.append(step["atom"])
            self.amounts.append(1)
        elif step["open"]:
            self._open.append(len(self.atoms))
        elif step["close"]:
            self._counted = self._open.pop()
        else:
            self._multiply(step["count"])

    def _multiply(self, count: str) -> None:
        self.stated.append(count)
        factor = float(count) if _is_number(count) else None
        for at in range(self._counted, len(self.atoms)):
            amount = self.amounts[at]
            self.amounts[at] = None if amount is None or factor is None else amount * factor


def close_formulas(text: Mapped, counts: Counter[str] | None = None) -> Mapped:
    """Return the text without the blanks in every formula where the joined string is plainly one.

    The number of formulas closed is added to ``counts`` under "blank in a formula".
    """
    if not _SPACED.search(text.text):
        return text
    edits = list(_edits(text.text))
    if edits and counts is not None:
        counts["blank in a formula"] += len(edits)
    return text.edited(edits)


def is_whole(text: str) -> bool:
    """Return whether a text with blanks around its counts is as a whole one usual formula.

    >>> is_whole("Al 2 O 3"), is_whole("N 2"), is_whole("PbS 12")
    (True, True, False)
    """
    joined = text.replace(" ", "")
    return any(
        run.stated and run.end == len(text) and _is_usual(joined, run) for run in _runs(text, 0)
    )


def _edits(text: str) -> Iterator[Edit]:
    at = 0
    while start := _START.search(text, at):
        run = _best(text, start.start())
        # "(Al 2 O 3 , 5 nm)" is searched again from after its bracket
        at = start.start() + 1 if start[0][0] in "([" else start.end()
        if run:
            end = tied.end() if (tied := _TIED.match(text, run.end)) else run.end
            yield start.start(), end, text[start.start() : run.end].replace(" ", "")
            at = end


def _best(text: str, start: int) -> _Run | None:
    """Return the longest run from ``start`` that is plainly a formula.

    A neutral run is preferred if a blank and a new atom follow it, unless the longest is neutral
    too.
    """
    runs = list(_runs(text, start))
    plain = [run for run in runs if run.spaced and _is_plain(text, start, run)]
    if not plain:
        return _torn(text, start, runs)
    if plain[-1].is_neutral:
        return plain[-1]
    whole = [run for run in plain if run.is_neutral and _ATOM_AHEAD.match(text, run.end)]
    return (whole or plain)[-1]


def _torn(text: str, start: int, runs: list[_Run]) -> _Run | None:
    """Return the run of one compound with a blank after its first element; "TiO2 Al2O3" is two."""
    if not (first := _TORN.match(text, start)):
        return None
    is_gas = first[0] in _GASES and not text.startswith("O", first.end() + 1)
    whole = (run for run in runs if run.end > first.end() and not is_gas)
    return next((r for r in whole if _is_usual(text[start : r.end].replace(" ", ""), r)), None)


def _runs(text: str, start: int) -> Iterator[_Run]:
    """Yield every balanced run of atoms, counts and brackets that begins here."""
    found = _Composition()
    spaced = 0
    at, last = start, ""
    while (step := _STEP.match(text, at)) and _may_follow(last, step, found.depth):
        if step["gap"] and step["open"] and not _goes_on(text, at, found):
            return
        found.take(step)
        spaced += len(step["gap"] or "") if step["count"] or text[at - 1 : at] in _VARIABLES else 0
        last = step.lastgroup or ""
        at = step.end()
        if len(found.atoms) > _MOST_ATOMS:
            return
        if found.depth == 0 and not text[at : at + 1].isalnum():
            parts = (tuple(found.atoms), tuple(found.amounts), tuple(found.stated))
            yield _Run(at, *parts, spaced, last == "count")


def _may_follow(last: str, step: re.Match[str], depth: int) -> bool:
    """Return whether the part may come next: blanks are allowed only before and after a count."""
    kind = step.lastgroup
    if kind == "close" and depth == 0:
        return False
    if kind == "count":
        return last in {"atom", "close"}
    if not step["gap"]:
        return True
    return last == "count" and kind in {"atom", "close", "open"}


#: A bracket with its own count: the "(Cu 0.9 Zn 0.1 ) 3" after "YBa 2".
_COUNTED = re.compile(r" [(\[][^()\[\]]{1,40}[)\]] ?\d")


def _goes_on(text: str, at: int, found: _Composition) -> bool:
    """Return whether a bracket after a blank continues the formula, which is not neutral yet."""
    amounts = [amount for amount in found.amounts if amount is not None]
    is_open = len(amounts) < len(found.atoms)
    is_whole = is_open or len(found.atoms) < 1 or is_neutral(tuple(found.atoms), amounts)
    return not is_whole and _COUNTED.match(text, at) is not None


def _is_number(count: str) -> bool:
    return count[-1].isdigit()


def _is_variable(count: str) -> bool:
    return count in _VARIABLES


def _is_plain(text: str, start: int, run: _Run) -> bool:
    stated = run.stated
    if not stated or any(count in {"0", "1"} for count in stated):
        return False
    if run.is_last_count and _is_number(stated[-1]) and _UNIT_AHEAD.match(text, run.end):
        return False
    if _are_parts_of_one(stated):
        return len(run.atoms) > 1
    if len(stated) > 1 and _is_only_last_apart(text, start, run):
        return run.is_neutral and not is_neutral(run.atoms, _uncounted(run))
    if len(stated) > 1:
        are_open = all(map(_is_variable, stated)) and len(set(stated)) == len(stated)
        numbers = sum(map(_is_number, stated))
        is_told = are_open or numbers == len(stated) or (numbers > 1 and _are_simple(stated))
        return len(set(run.atoms)) > 1 and is_told
    joined = text[start : run.end].replace(" ", "").strip("()[]")
    return _is_usual(joined, run)


def _is_only_last_apart(text: str, start: int, run: _Run) -> bool:
    """Return whether only the last number is set off, as the last 2 of "Cu2S 2"."""
    is_number = run.is_last_count and _is_number(run.stated[-1])
    return is_number and text.count(" ", start, run.end) == 1


def _uncounted(run: _Run) -> list[float]:
    """Return the amounts of a run without its final count."""
    last = float(run.stated[-1])
    amounts = [amount or 0 for amount in run.amounts]
    return [*amounts[:-1], amounts[-1] / last]


def _are_simple(counts: tuple[str, ...]) -> bool:
    """Return whether every count is a number or a lone variable, as in "Sr 2 YCu 2 O z"."""
    return all(_is_number(count) or _is_variable(count) for count in counts)


_REST_OF_ONE = re.compile(r"1 ?[-−–+]")


def _are_parts_of_one(counts: tuple[str, ...]) -> bool:
    """Return whether the counts include x and 1-x, or a remainder of another number such as 2-x."""
    variables = {count for count in counts if _is_variable(count)}
    rests = [count for count in counts if not _is_number(count) and len(count) > 1]
    return any(rest[-1] in variables or not _REST_OF_ONE.match(rest) for rest in rests)


def _is_usual(joined: str, run: _Run) -> bool:
    """Return whether a formula is a common gas, a known exception or plausibly balanced."""
    if joined in _GASES or joined in _UNUSUAL or run.is_neutral:
        return True
    if run.atoms[-1] not in _ANIONS or len(run.atoms) < 2:
        return False
    if run.is_last_count:
        return run.stated[-1] in {"x", "y"}
    return len(run.atoms) == 2 and _is_share(run.stated[-1], run.atoms[-1])


def _is_share(count: str, anion: str) -> bool:
    """Return whether a count between metal and anion is that of a film: "Co x N", "Co 2.3 N"."""
    return count in {"x", "y"} or ("." in count and anion not in _UNITS)
