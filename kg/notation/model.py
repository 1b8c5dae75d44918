"""The model of a printed material: a formula, or a stack of layers of formulas.

``str()`` of every type prints canonical plain text, and parsing that text gives an equal value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.notation.symbols import is_metal, words

_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")

#: Ions whose charge is read without superscripts.
FLAT_IONS = words(
    """S2- Se2- Te2- O2- Cl- Br- I- F- OH- SH- HS- CN- SCN- NO3- NO2- SO42- CO32- PO43- HCO3- BF4-
    PF6- OAc- HCOO- CH3COO- NH4+ H3O+ H+ MA+ FA+ Sn2S64- Sn2Se64- Sn2S76- SnS44- SnSe44- In2Se42-
    AsS33- AsS43- SbS33- SbS43- GeS44- Ge4S104- MoS42- WS42-"""
)


class NotationError(ValueError):
    """A text does not follow the grammar of formulas and stacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """An element, a placeholder or a ligand abbreviation with its amount.

    ``amount`` is plain text: ``""`` (one), ``"2"``, ``"0.5"``, ``"x"``, ``"1-x"``. ``state`` is an
    oxidation state in Roman numerals, ``"II"``; ``percent`` is the share of a metal of an alloy,
    printed before it: 6 in ``Ti-6Al-4V``.
    """

    symbol: str
    amount: str = ""
    state: str = ""
    percent: str = ""

    def __str__(self) -> str:
        """Return symbol, state and amount as text: ``Cu``, ``Cu(II)``, ``Cd1-x``."""
        return self.percent + self.symbol + (f"({self.state})" if self.state else "") + self.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A bracket with its amount, ``(OH)2``, or with alternatives that share it, ``(S,Se)4``.

    ``mark`` separates alternatives: a comma, or a slash (``(Br/I)3``).
    """

    alternatives: tuple[tuple[Node, ...], ...]
    amount: str = ""
    bracket: str = "("
    mark: str = ","

    def __str__(self) -> str:
        """Return the bracket as text, with its original kind of bracket."""
        inner = self.mark.join("".join(map(str, nodes)) for nodes in self.alternatives)
        return f"{self.bracket}{inner}{')' if self.bracket == '(' else ']'}{self.amount}"


Node = Atom | Group


@dataclass(frozen=True, kw_only=True)  # no slots, because it caches its text
class Formula:
    """A chemical formula: ``Al2O3``, ``ZnxCd1-xS``, ``β-Bi2O3``, ``ZnO:Al``, ``Cu-Sn-S``, ``S2-``.

    ``phase`` is a polymorph or doping prefix (``"β"``, ``"2H"``, ``"p"``); ``charge`` is ``"2-"``,
    ``"+"`` or ``"0"``; ``addends`` are added molecules with their count (``*5H2O``); ``dopants``
    are written after a colon, each with its ``share`` (``"20%"``); ``name`` is a solid known by an
    abbreviation (``ITO``) or the framework of a metal (``Al-PMOF``). ``joined`` marks hyphens
    between all nodes: a chemical system of bare elements, or a solid solution
    (``(AgInS2)x-(ZnS)1-x``).
    """

    nodes: tuple[Node, ...] = ()
    phase: str = ""
    charge: str = ""
    addends: tuple[tuple[str, tuple[Node, ...]], ...] = ()
    dopants: tuple[Formula, ...] = ()
    name: str = ""
    joined: bool = False
    share: str = ""

    @cached_property
    def body(self) -> str:
        """The nodes as text."""
        return ("-" if self.joined else "").join(map(str, self.nodes))

    @cached_property
    def plain(self) -> str:
        """The formula without phase prefix and dopants, as claims name the material."""
        added = "".join(f"*{n}{''.join(map(str, nodes))}" for n, nodes in self.addends)
        named = "-".join(filter(None, (self.body, self.name)))
        return named + self._charge_text() + added

    @property
    def is_system(self) -> bool:
        """Whether the formula is a chemical system: bare elements with hyphens between."""
        return self.joined and all(isinstance(node, Atom) for node in self.nodes)

    @cached_property
    def symbols(self) -> tuple[str, ...]:
        """Every symbol of the nodes in reading order, with repeats."""
        return tuple(_symbols(self.nodes))

    def _charge_text(self) -> str:
        if not self.charge:
            return ""
        body, only = self.body, self.nodes[0] if len(self.nodes) == 1 else None
        bare = isinstance(only, Atom) and is_metal(only.symbol) and not (only.amount or only.state)
        parted = isinstance(only, Atom) and bool(only.amount)  # O2⁻ (superoxide) is not O²⁻
        if (body + self.charge in FLAT_IONS and not parted) or (bare and self.charge[-1] != "-"):
            return self.charge
        return self.charge.translate(_SUPERSCRIPT)

    def __str__(self) -> str:
        """Return phase, body, charge, added molecules and dopants as text."""
        phase = f"{self.phase}-" if self.phase else ""
        dopants = ":" + ",".join(map(str, self.dopants)) if self.dopants else ""
        return self.share + phase + self.plain + dopants


def _symbols(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Atom):
            yield node.symbol
        else:
            for alternative in node.alternatives:
                yield from _symbols(alternative)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer: a formula with its number of monolayers, its surface and its thickness.

    ``count`` is the printed number of monolayers (``4CdSe``) or a variable (``xCdS``); ``face`` the
    crystal plane of ``Si(100)``; ``thickness`` the text of a bracket, ``"2 nm"``.
    """

    formula: Formula
    count: int | str | None = None
    face: str = ""
    thickness: str = ""

    @property
    def dopants(self) -> tuple[Formula, ...]:
        """The dopants of the layer's formula."""
        return self.formula.dopants

    def __str__(self) -> str:
        """Return count, formula, face and thickness as text: ``4CdSe``, ``AlOx (3 nm)``."""
        count = "" if self.count is None else str(self.count)
        face = f"({self.face})" if self.face else ""
        return f"{count}{self.formula}{face}" + (f" ({self.thickness})" if self.thickness else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A stack that is repeated: ``(TiO2/Al2O3)5``. ``times`` is a number or a variable."""

    stack: Stack
    times: int | str

    def __str__(self) -> str:
        """Return the bracketed stack and the number of repeats as text."""
        return f"({self.stack}){self.times}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """The values of a variable of the notation: ``X = Cl, Br, I`` or ``x <= 8``.

    ``relation`` is ``"="``, ``"<"``, ``"<="``, ``">"`` or ``">="``; ``lower`` the left end of
    ``0 <= x <= 1``, with its sign.
    """

    name: str
    values: tuple[str, ...]
    relation: str = "="
    lower: str = ""

    def __str__(self) -> str:
        """Return the clause without brackets as text."""
        lower = f"{self.lower} " if self.lower else ""
        return f"{lower}{self.name} {self.relation} {', '.join(self.values)}"


@dataclass(frozen=True, kw_only=True)  # no slots, because it caches its layers and formulas
class Stack:
    """Layers in printed order with their separators: ``CdSe@CdS@ZnS``, ``Al2O3/ZnO``.

    A single formula is a stack of one layer. ``separators`` has one entry less than ``layers``.
    """

    layers: tuple[Layer | Repeat, ...]
    separators: tuple[str, ...] = ()
    variables: tuple[Variable, ...] = ()

    def __post_init__(self) -> None:
        if len(self.separators) != len(self.layers) - 1:
            raise NotationError(f"{len(self.layers)} layers, {len(self.separators)} separators")

    @property
    def members(self) -> dict[str, tuple[str, ...]]:
        """The elements that each placeholder stands for: ``{"X": ("Cl", "Br", "I")}``."""
        return {v.name: v.values for v in self.variables if v.relation == "="}

    @property
    def separator(self) -> str:
        """The sign between all layers; ``""`` for one layer, ``"mixed"`` if the signs differ."""
        kinds = set(self.separators)
        return "mixed" if len(kinds) > 1 else next(iter(kinds), "")

    @cached_property
    def flat(self) -> tuple[Layer, ...]:
        """The layers in order, with the layers of a repeated stack once."""
        found: list[Layer] = []
        for layer in self.layers:
            found.extend(layer.stack.flat if isinstance(layer, Repeat) else (layer,))
        return tuple(found)

    @cached_property
    def formulas(self) -> tuple[str, ...]:
        """The plain formula of each layer, in printed order, as a system claim lists them."""
        return tuple(layer.formula.plain for layer in self.flat)

    def __str__(self) -> str:
        """Return the layers with their separators, then the variables in brackets, as text."""
        parts = [str(self.layers[0])]
        for separator, layer in zip(self.separators, self.layers[1:], strict=True):
            parts += (separator, str(layer))
        if self.variables:
            parts.append(f" ({'; '.join(map(str, self.variables))})")
        return "".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotationMatch:
    """A formula or stack found in running text.

    ``text[start:end]`` is the text of the match. ``reading`` is ``"single"`` for one formula,
    ``"stack"`` for layers in order, ``"list"`` if the context shows that a slash only enumerates (a
    catalyst, a gas mixture, a ratio), ``"open"`` if a slash may be either. ``ambiguous`` marks a
    symbol that is also a word or a unit (``In``, ``Co``, ``W``).
    """

    start: int
    end: int
    stack: Stack
    reading: str = "single"
    ambiguous: bool = False
