"""A parser by recursive descent for the grammar of ``docs/notation.md``.

Each ``read_*`` function takes a text and a position and returns the value with the position after
it, or ``None``. It reads the longest derivation that starts there, so that the search in running
text and the strict ``parse_*`` functions share it. Texts must have been translated by
:data:`kg.notation.tokens.SPELLING`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.notation import tokens
from kg.notation.atoms import read_alloy, read_atom, read_cation
from kg.notation.model import (
    FLAT_IONS,
    Atom,
    Formula,
    Group,
    Layer,
    Node,
    NotationError,
    Repeat,
    Stack,
)
from kg.notation.plausible import is_plausible
from kg.notation.symbols import ELEMENTS, is_metal
from kg.notation.variables import read_variables

_DEEPEST = 6
_ELEMENT = re.compile(r"-([A-Z][a-z]?)")
#: The colon before dopants; with blanks only before an emitting ion: "CaF2 : Eu".
_COLON = re.compile(rf":| : (?=(?:{tokens.LANTHANIDE.pattern})\b)")


@lru_cache(maxsize=4096)
def parse_formula(text: str) -> Formula:
    """Return the formula that ``text`` prints, in any markup.

    >>> str(parse_formula("Zn_{x}Cd_{1-x}S"))
    'ZnxCd1-xS'

    Raises
    ------
    NotationError
        If ``text`` is not exactly one formula of the grammar.
    """
    plain = tokens.plain_text(text)
    found = read_formula(plain, 0)
    if found is None or found[1] != len(plain):
        raise NotationError(f"no formula: {text!r}")
    return found[0]


def parse_stack(text: str) -> Stack:
    """Return the layers that ``text`` prints; one formula is a stack of one layer.

    >>> parse_stack("4CdSe/ 5CdS/4CdSe").formulas
    ('CdSe', 'CdS', 'CdSe')

    Raises
    ------
    NotationError
        If the text as a whole does not follow the grammar.
    """
    plain = tokens.plain_text(text)
    found = read_stack(plain, 0)
    if found is None or found[1] != len(plain):
        raise NotationError(f"no formula or stack: {text!r}")
    return found[0]


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """Return the canonical spelling of a formula or stack; any other text without its markup."""
    try:
        return str(parse_stack(text))
    except NotationError:
        return tokens.plain_text(text)


def read_stack(text: str, pos: int, depth: int = 0) -> tuple[Stack, int] | None:
    """Read layers joined by ``@``, ``/``, ``|`` or ``-``, then the meaning of their variables."""
    first = _read_doped(text, pos) or _read_layer(text, pos, depth)
    if first is None:
        return None
    layers, separators, pos = [first[0]], [], first[1]
    while (mark := tokens.SEPARATOR.match(text, pos)) is not None:
        following = _read_doped(text, mark.end()) or _read_layer(text, mark.end(), depth)
        if following is None:
            break
        separators.append(mark[1] or mark[2])
        layers.append(following[0])
        pos = following[1]
    stack = Stack(layers=tuple(layers), separators=tuple(separators))
    variables, pos = read_variables(text, pos, stack)
    if variables:
        stack = Stack(layers=stack.layers, separators=stack.separators, variables=variables)
    return stack, pos


def _read_doped(text: str, pos: int) -> tuple[Layer, int] | None:
    """Read ``Mn-doped ZnS`` and ``Mn-ZnS``: the dopant before its host."""
    mark = tokens.DOPED_HOST.match(text, pos)
    found = _read_single(text, mark.end()) if mark else None
    if mark is None or found is None or len(found[0].formula.nodes) < 2:
        return None
    dopant = Formula(nodes=(Atom(symbol=mark[1] or mark[2]),))
    dopants = (dopant, *found[0].formula.dopants)
    return replace(found[0], formula=replace(found[0].formula, dopants=dopants)), found[1]


def _read_layer(text: str, pos: int, depth: int) -> tuple[Layer | Repeat, int] | None:
    if text[pos : pos + 1].isupper():
        return _read_single(text, pos)
    repeat = _read_repeat(text, pos, depth) if depth < _DEEPEST else None
    return repeat or _read_thick(text, pos) or _read_single(text, pos)


def _read_thick(text: str, pos: int) -> tuple[Layer, int] | None:
    """Read ``5 nm HfO2``: the thickness before the formula."""
    mark = tokens.LEADING.match(text, pos)
    found = _read_single(text, mark.end()) if mark else None
    if mark is None or found is None or found[0].thickness:
        return None
    return replace(found[0], thickness=f"{mark[1]} {mark[2]}"), found[1]


def _read_single(text: str, pos: int) -> tuple[Layer, int] | None:
    if (doped := tokens.DOPED_CARBON.match(text, pos)) is not None:
        pos = doped.end()
    phase = None if text[pos : pos + 1].isupper() else tokens.PHASE.match(text, pos)
    start = phase.end() if phase else pos
    named = None
    if text[start : start + 2] in tokens.NAMED_STARTS:
        named = tokens.NAMED_RE.match(text, start)
    if named is None and text[start : start + 3].isupper():
        named = tokens.INITIALISM_RE.match(text, start)
    if named is not None:
        prefix = next(filter(None, phase.groups())) if phase else ""
        host, end = _read_emitters(Formula(phase=prefix, name=named[1]), text, named.end())
        return _read_surface(host, None, text, end)
    found, count = read_formula(text, pos), None
    if found is None and (mark := tokens.COUNT.match(text, pos)) is not None:
        count = _count(mark[1])
        found = read_formula(text, mark.end())
    return None if found is None else _read_surface(found[0], count, text, found[1])


def _count(printed: str) -> int | str:
    return int(printed) if printed.isdigit() else printed


def _read_surface(
    formula: Formula, count: int | str | None, text: str, pos: int
) -> tuple[Layer, int]:
    """Read crystal plane and thickness after a formula, and skip its number of cycles."""
    face = tokens.FACE.match(text, pos)
    pos = face.end() if face else pos
    thick = tokens.THICKNESS.match(text, pos)
    behind = thick or tokens.CYCLES.match(text, pos)
    pos = behind.end() if behind else pos
    layer = Layer(
        formula=formula,
        count=count,
        face=face[1] if face else "",
        thickness=f"{thick[1]} {thick[2]}" if thick else "",
    )
    return layer, pos


def _read_repeat(text: str, pos: int, depth: int) -> tuple[Repeat, int] | None:
    before = tokens.TIMES_BEFORE.match(text, pos)
    pos = before.end() if before else pos
    if text[pos : pos + 1] not in ("(", "["):
        return None
    inner = read_stack(text, pos + 1, depth + 1)
    if inner is None or len(inner[0].layers) < 2 or text[inner[1] : inner[1] + 1] not in (")", "]"):
        return None
    if before is not None:
        return Repeat(stack=inner[0], times=_count(before[1])), inner[1] + 1
    times = tokens.TIMES.match(text, inner[1] + 1)
    if times is None:
        return None
    return Repeat(stack=inner[0], times=_count(times[1])), times.end()


def read_formula(text: str, pos: int) -> tuple[Formula, int] | None:
    """Read one formula with phase prefix, charge, added molecules and dopants."""
    phase = None if text[pos : pos + 1].isupper() else tokens.PHASE.match(text, pos)
    start = phase.end() if phase else pos
    alloy = read_alloy(text, start)
    nodes, end = alloy or _read_nodes(text, start, 0)
    if not nodes:
        return None
    named, joined = "", alloy is not None
    system = _read_system(nodes, text, end) or _read_solution(nodes, text, end)
    if system is not None:
        nodes, end, joined = system[0], system[1], True
    elif len(nodes) == 1 and (mark := tokens.FRAMEWORK.match(text, end)) is not None:
        named, end = mark[1], mark.end()
    nodes, charge, end = _read_charge(nodes, text, start, end)
    addends, end = _read_addends(text, end)
    formula = Formula(
        nodes=nodes,
        phase=next(filter(None, phase.groups())) if phase else "",
        charge=charge,
        addends=addends,
        name=named,
        joined=joined,
    )
    formula, end = _read_dopants(formula, text, end)
    complete = tokens.END_RE.match(text, end) is not None
    return (formula, end) if complete and is_plausible(formula) else None


def _read_nodes(text: str, pos: int, depth: int) -> tuple[tuple[Node, ...], int]:
    cation = None if depth else read_cation(text, pos)
    nodes: list[Node] = [] if cation is None else [cation[0]]
    pos = pos if cation is None else cation[1]
    while True:
        node: tuple[Node, int] | None = read_atom(text, pos, depth)
        if node is None and text[pos : pos + 1] in ("(", "[") and depth < _DEEPEST:
            node = _read_group(text, pos, depth)
        if node is None:
            return tuple(nodes), pos
        nodes.append(node[0])
        pos = node[1]


def _read_group(text: str, pos: int, depth: int) -> tuple[Group, int] | None:
    bracket, closing = text[pos], ")" if text[pos] == "(" else "]"
    alternatives: list[tuple[Node, ...]] = []
    mark = ","
    pos += 1
    while True:
        hapticity = tokens.HAPTICITY.match(text, pos)
        nodes, pos = _read_nodes(text, hapticity.end() if hapticity else pos, depth + 1)
        if not nodes:
            return None
        alternatives.append(nodes)
        if text[pos : pos + 1] != "," and not (text[pos : pos + 1] == "/" and _is_bare(nodes)):
            break
        mark = text[pos]
        pos += 2 if text[pos + 1 : pos + 2] == " " else 1
    if text[pos : pos + 1] != closing:
        return None
    amount = tokens.AMOUNT_RE.match(text, pos + 1)
    end = amount.end() if amount else pos + 1
    printed = amount[0].strip("()") if amount else ""
    group = Group(alternatives=tuple(alternatives), amount=printed, bracket=bracket, mark=mark)
    return group, end


def _is_bare(nodes: tuple[Node, ...]) -> bool:
    """Return whether a member of a bracket is one symbol; then a slash means "or": ``(Br/I)3``."""
    return len(nodes) == 1 and isinstance(nodes[0], Atom) and not nodes[0].amount


def _read_system(
    nodes: tuple[Node, ...], text: str, pos: int
) -> tuple[tuple[Node, ...], int] | None:
    """Read ``-Sn-S`` after ``Cu``: a chemical system of bare elements."""
    first = nodes[0]
    if len(nodes) > 1 or not isinstance(first, Atom) or first.amount or first.state:
        return None
    mark = tokens.SYSTEM.match(text, pos) if first.symbol in ELEMENTS else None
    if mark is None:
        return None
    return (first, *(Atom(symbol=s) for s in _ELEMENT.findall(mark[0]))), mark.end()


def _read_solution(
    nodes: tuple[Node, ...], text: str, pos: int
) -> tuple[tuple[Node, ...], int] | None:
    """Read ``-(ZnS)1-x`` after ``(AgInS2)x``: the compounds of a solid solution, with shares."""
    if len(nodes) > 1 or not _is_share(nodes[0]):
        return None
    found = list(nodes)
    while text.startswith("-(", pos) and (more := _read_group(text, pos + 1, 0)) is not None:
        if not _is_share(more[0]):
            break
        found.append(more[0])
        pos = more[1]
    return (tuple(found), pos) if len(found) > 1 else None


def _is_share(node: Node) -> bool:
    """Return whether a bracket is followed by a share: ``(ZnS)0.4``, but not ``(ZnS)4``."""
    return isinstance(node, Group) and not (node.amount.isdigit() or node.amount in ("", "n"))


def _read_charge(
    nodes: tuple[Node, ...], text: str, start: int, end: int
) -> tuple[tuple[Node, ...], str, int]:
    """Read a superscript charge, or a plain one after a known ion or a bare metal."""
    mark = tokens.CHARGE.match(text, end)
    if mark is not None:
        return nodes, tokens.ascii_charge(mark[1]), mark.end()
    last = nodes[-1]
    if len(nodes) == 1 and isinstance(last, Atom) and last.amount == "0":
        return (Atom(symbol=last.symbol, state=last.state),), "0", end
    if tokens.FLAT_CHARGE.match(text, end) is None or not isinstance(last, Atom):
        return nodes, "", end
    return _flat_charge(nodes, last, text[start : end + 1], end)


def _flat_charge(
    nodes: tuple[Node, ...], last: Atom, printed: str, end: int
) -> tuple[tuple[Node, ...], str, int]:
    """Divide the digits before a plain sign between the amount and the charge."""
    digits, sign = last.amount, printed[-1]
    metal = (
        len(nodes) == 1
        and (is_metal(last.symbol) or last.symbol == "Ln")
        and sign == "+"
        and digits.isdigit() | (not digits)
    )
    if not metal and printed not in FLAT_IONS:
        return nodes, "", end
    amount, charge = (
        (digits[:-1], digits[-1:]) if len(nodes) == 1 or len(digits) > 1 else (digits, "")
    )
    charge = "" if charge == "1" else charge
    atom = Atom(symbol=last.symbol, amount=amount, state=last.state)
    return (*nodes[:-1], atom), charge + sign, end + 1


def _read_addends(text: str, pos: int) -> tuple[tuple[tuple[str, tuple[Node, ...]], ...], int]:
    """Read added molecules: ``*5H2O``."""
    found: list[tuple[str, tuple[Node, ...]]] = []
    while (mark := tokens.ADDEND.match(text, pos)) is not None:
        nodes, end = _read_nodes(text, mark.end(), 0)
        if not nodes:
            break
        found.append((mark[1], nodes))
        pos = end
    return tuple(found), pos


def _read_emitters(host: Formula, text: str, pos: int) -> tuple[Formula, int]:
    """Read the emitting ions of a solid known by an abbreviation: ``YAG:Ce``, ``LuAG:Mn4+``."""
    doped, end = _read_dopants(host, text, pos)
    are_ions = all(
        dopant.charge or tokens.LANTHANIDE.fullmatch(dopant.body) for dopant in doped.dopants
    )
    return (doped, end) if doped.dopants and are_ions else (host, pos)


def _read_dopants(formula: Formula, text: str, pos: int) -> tuple[Formula, int]:
    """Read ``:Al`` or ``:Eu2+,Mn2+``; ``Al:ZnO`` has the host second and is reversed."""
    dopants: list[Formula] = []
    end = pos
    while (mark := (tokens.BESIDE_DOPANT if dopants else _COLON).match(text, end)) is not None:
        dopant = _read_dopant(text, mark.end())
        if dopant is None:
            break
        dopants += _apart(dopant[0])
        end = dopant[1]
    if not dopants:
        return formula, pos
    host = formula
    if len(dopants) == 1 and len(host.nodes) == 1 and len(dopants[0].nodes) > 1:
        host, dopants = dopants[0], [formula]
    if any(len(dopant.nodes) > 1 for dopant in dopants):
        return formula, pos  # H2SO4:H2O2 is a mixture
    return replace(host, dopants=tuple(dopants)), end


def _apart(dopant: Formula) -> tuple[Formula, ...]:
    """Return two dopants of which one is in brackets: ``Er(Tm)`` denotes two samples."""
    if len(dopant.nodes) != 2 or not isinstance(dopant.nodes[1], Group):
        return (dopant,)
    alternatives = dopant.nodes[1].alternatives
    listed = (dopant.nodes[:1], *alternatives)
    if any(tokens.LANTHANIDE.fullmatch("".join(map(str, nodes))) is None for nodes in listed):
        return (dopant,)
    return tuple(Formula(nodes=nodes) for nodes in listed)


def _read_dopant(text: str, pos: int) -> tuple[Formula, int] | None:
    """Read ``20%Yb3+``, ``0.005Tm`` or ``Er(2%)``; after a blank only a lanthanide or an ion."""
    is_apart = text.startswith(" ", pos)
    share = tokens.SHARE.match(text, pos + is_apart)
    pos = share.end() if share else pos + is_apart
    nodes, end = _read_nodes(text, pos, 0)
    if not nodes:
        return None
    nodes, charge, end = _read_charge(nodes, text, pos, end)
    if is_apart and not (charge or share or tokens.LANTHANIDE.fullmatch("".join(map(str, nodes)))):
        return None
    printed = f"{share[1]}%" if share and share[1] else share[3] or share[4] if share else ""
    if not printed and (behind := tokens.SHARE_BEHIND.match(text, end)) is not None:
        printed, end = f"{behind[1] or behind[2]}%", behind.end()
    return Formula(nodes=nodes, charge=charge, share=printed), end
