"""The leaves of the grammar: symbols with their amounts, and units that one token matches."""

from __future__ import annotations

from kg.notation import tokens
from kg.notation.model import Atom, Group
from kg.notation.symbols import GROUPS, OLD_BRANCHES, is_metal


def read_atom(text: str, pos: int, depth: int) -> tuple[Atom, int] | None:
    """Read one symbol with its oxidation state and amount; inside brackets also a ligand."""
    if depth and text[pos : pos + 1] == "-" and _hyphened(text, pos + 1):
        pos += 1  # Ti(O-iPr)4, Ni(tBu-amd)2
    mark = (tokens.LIGAND.match(text, pos) if depth else None) or tokens.ATOM.match(text, pos)
    if mark is None:
        return None
    end = mark.end()
    if (
        end < len(text)
        and text[end].isascii()
        and text[end].islower()
        and not _opens(text, end, depth)
    ):
        return None
    symbol, amount = mark["symbol"].replace("-", ""), mark["amount"].strip("()")
    if text.startswith("/", end) and (fraction := _read_fraction(symbol, amount, text, end)):
        amount, end = fraction
    symbol = OLD_BRANCHES.get(symbol, symbol)
    return Atom(symbol=symbol, amount=amount, state=mark["state"] or ""), end


def _hyphened(text: str, pos: int) -> bool:
    return bool(tokens.BRANCH.match(text, pos) or tokens.LIGAND.match(text, pos))


def _read_fraction(symbol: str, amount: str, text: str, pos: int) -> tuple[str, int] | None:
    """Read the ``/3`` of ``Nb2/3``."""
    mark = tokens.FRACTION.match(text, pos)
    if mark is None or not is_metal(symbol) or len(amount) != 1 or amount >= mark[1]:
        return None
    return f"{amount}/{mark[1]}{mark[2]}", mark.end()


def _opens(text: str, pos: int, depth: int) -> bool:
    """Return whether a lower-case letter starts a ligand, as in ``OiPr`` or ``NtBu``."""
    ligand = depth and tokens.LIGAND.match(text, pos)
    return bool(ligand) or text[pos + 1 : pos + 3] in ("Pr", "Bu", "Am", "-P", "-B")


def read_cation(text: str, pos: int) -> tuple[Group, int] | None:
    """Read the organic cation at the start of a halide: ``(4FPEA)2`` in ``(4FPEA)2SnBr4``.

    Cations in :data:`kg.notation.symbols.GROUPS` have a composition and are read as groups instead.
    """
    mark = tokens.CATION.match(text, pos)
    if mark is None or mark["symbol"] in GROUPS:
        return None
    atom = Atom(symbol=mark["symbol"])
    return Group(alternatives=((atom,),), amount=mark["amount"], bracket=text[pos]), mark.end()


def read_alloy(text: str, pos: int) -> tuple[tuple[Atom, ...], int] | None:
    """Read the metals of an alloy with their shares in percent: ``Ti-6Al-4V``."""
    mark = tokens.ALLOY.match(text, pos)
    if mark is None:
        return None
    metals = tokens.ALLOYED.finditer(mark[0])
    return tuple(Atom(symbol=metal[2], percent=metal[1] or "") for metal in metals), mark.end()
