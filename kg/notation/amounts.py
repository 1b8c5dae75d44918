"""The amounts of the elements in a formula; variables stay symbolic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from kg.notation.model import Atom, Formula, Group, Node
from kg.notation.parse import parse_formula
from kg.notation.symbols import BRACKETED, GROUPS, words

#: A sum of products of variables: ``{(): 1, ("x",): -1}`` is ``1-x``.
Amount = Mapping[tuple[str, ...], Fraction]

_ONE: Final[Amount] = {(): Fraction(1)}
_TERM: Final = re.compile(r"([+-]?)(\d+(?:\.\d+|/\d)?)?([xyzδn])?")
_LIGANDS: Final = GROUPS | BRACKETED
#: Denominators of amounts that are printed as fractions, ``2/3-x``; others become decimals.
_THIRDS: Final = frozenset((3, 6, 7, 9))
_ALKYLS: Final = words("Me Et nPr iPr Bu nBu iBu sBu tBu tAm")


def elements(formula: Formula | str) -> dict[str, Fraction | str]:
    """Return the amount of each element: a number, or the text of a variable amount.

    Elements that share an amount, as in ``(S,Se)4``, have ``"<=4"`` each; those of a chemical
    system (``Cu-Sn-S``) have ``"?"`` and dopants ``"dopant"``. Placeholders (``X``) and ligands of
    no fixed composition are counted as symbols.

    >>> elements("ZnxCd1-xS") == {"Zn": "x", "Cd": "1-x", "S": Fraction(1)}
    True

    Raises
    ------
    NotationError
        If ``formula`` is a text that is not a formula.
    """
    read = parse_formula(formula) if isinstance(formula, str) else formula
    if read.is_system:
        return dict.fromkeys(read.symbols, "?")
    totals: dict[str, dict[tuple[str, ...], Fraction]] = {}
    shared: dict[str, Amount] = {}
    for symbol, amount, is_shared in _of_formula(read):
        if is_shared:
            shared[symbol] = _larger(shared.get(symbol, {}), amount)
        else:
            _add(totals.setdefault(symbol, {}), amount)
    found: dict[str, Fraction | str] = {s: _value(a) for s, a in totals.items()}
    for symbol, amount in shared.items():
        found.setdefault(symbol, f"<={_print(amount)}")
    for dopant in read.dopants:
        for symbol in dopant.symbols:
            found.setdefault(symbol, "dopant")
    return found


def _of_formula(formula: Formula) -> Iterator[tuple[str, Amount, bool]]:
    yield from _of_nodes(formula.nodes, _ONE, shared=False)
    for count, nodes in formula.addends:
        yield from _of_nodes(nodes, parse_amount(count), shared=False)


def _of_nodes(
    nodes: tuple[Node, ...], times: Amount, *, shared: bool
) -> Iterator[tuple[str, Amount, bool]]:
    for node in nodes:
        amount = _multiply(times, parse_amount(node.amount))
        if isinstance(node, Group):
            several = shared or len(node.alternatives) > 1
            for alternative in node.alternatives:
                yield from _of_nodes(alternative, amount, shared=several)
                if (replaced := _substituents(alternative)) is not None:
                    yield "H", _multiply(amount, replaced), several
        else:
            yield from _of_atom(node, amount, shared=shared)


def _substituents(nodes: tuple[Node, ...]) -> Amount | None:
    """Return the negated number of ring hydrogens that alkyl groups replace: ``(iPr3Cp)``."""
    atoms = [node for node in nodes if isinstance(node, Atom)]
    alkyls = [atom for atom in atoms if atom.symbol in _ALKYLS]
    if not alkyls or len(atoms) != len(nodes) or len(atoms) - len(alkyls) != 1:
        return None
    if all(atom.symbol != "Cp" for atom in atoms):
        return None
    total: dict[tuple[str, ...], Fraction] = {}
    for atom in alkyls:
        _add(total, _multiply({(): Fraction(-1)}, parse_amount(atom.amount)))
    return total


def _larger(one: Amount, other: Amount) -> Amount:
    """Return the larger amount, for an element that occurs in several alternatives."""
    return one if one.get((), Fraction(0)) > other.get((), Fraction(0)) else other


def _of_atom(atom: Atom, amount: Amount, *, shared: bool) -> Iterator[tuple[str, Amount, bool]]:
    composition = _LIGANDS.get(atom.symbol)
    if composition:
        yield from _of_nodes(parse_formula(composition).nodes, amount, shared=shared)
    else:
        yield atom.symbol, amount, shared


def parse_amount(text: str) -> Amount:
    """Return a printed amount as a sum: ``""`` is one, ``"1-x"`` has two terms."""
    if not text:
        return _ONE
    total: dict[tuple[str, ...], Fraction] = {}
    for sign, number, variable in _TERM.findall(text):
        if number or variable:
            value = Fraction(number or 1) * (-1 if sign == "-" else 1)
            _add(total, {(variable,) if variable else (): value})
    return total


def _add(total: dict[tuple[str, ...], Fraction], more: Amount) -> None:
    for variables, value in more.items():
        total[variables] = total.get(variables, Fraction(0)) + value
        if not total[variables]:
            del total[variables]


def _multiply(left: Amount, right: Amount) -> Amount:
    product: dict[tuple[str, ...], Fraction] = {}
    for a, first in left.items():
        for b, second in right.items():
            _add(product, {tuple(sorted(a + b)): first * second})
    return product


def _value(amount: Amount) -> Fraction | str:
    if not amount or set(amount) == {()}:
        return amount.get((), Fraction(0))
    return _print(amount)


def _print(amount: Amount) -> str:
    """Print positive terms first, then by degree: ``1-x``, ``3x``, ``x-y``."""
    terms = sorted(amount.items(), key=lambda t: (t[1] < 0, len(t[0]), t[0]))
    text = ""
    for variables, value in terms:
        size = "" if abs(value) == 1 and variables else _decimal(abs(value))
        sign = "-" if value < 0 else "+" if text else ""
        text += sign + size + "".join(variables)
    return text or "0"


def _decimal(value: Fraction) -> str:
    if value.denominator in _THIRDS:
        return str(value)
    return str(value.numerator) if value.denominator == 1 else repr(float(value))
