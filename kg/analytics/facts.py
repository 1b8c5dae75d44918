"""The input of the analyses: the linked facts of a graph as plain values, read once.

A fact names things by their IRIs; :class:`Facts` gives their labels. General statements of a
review, and things that it only lists, are not facts of a study and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

Key = TypeVar("Key")

#: Kinds of things. A ``class`` is a formula with a placeholder (``PbX``); a ``system`` has layers.
KINDS = (
    *("material", "class", "system", "chemical", "process", "technique", "property"),
    *("parameter", "application", "form"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing that facts are about, with its label and its kind (one of :data:`KINDS`)."""

    iri: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """A study with its label and year."""

    iri: str
    label: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that the text of a study states, from ``source`` to ``target``."""

    source: str
    name: str
    target: str
    study: str
    sentence: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """The use or making of a thing by a study, in a role (``precursor``, ``core``, ...)."""

    study: str
    role: str
    thing: str
    sentence: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An outcome: a change of a property of a sample, with its causes.

    ``direction`` is a notation of the vocabulary, ``change`` the same in words. ``start`` is the
    value before the change, ``lower`` and ``upper`` bound the value after it, in the base unit
    ``dimension``; ``value`` is its printed form.
    """

    study: str
    property: str
    direction: str
    change: str = ""
    sample: str = ""
    causes: tuple[str, ...] = ()
    baseline: str = ""
    conditions: str = ""
    value: str = ""
    start: float | None = None
    lower: float | None = None
    upper: float | None = None
    dimension: str = ""
    sentence: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number that a study reports for a quality (a parameter or property) of some things.

    ``lower`` and ``upper`` bound it in the base unit ``base``; ``printed`` is the text, ``code``
    its UCUM unit, ``""`` if the text gives none. ``direction`` is that of an outcome: a value *by*
    which a property fell is not a value of the property.
    """

    study: str
    quality: str
    printed: str
    code: str
    base: str = ""
    lower: float | None = None
    upper: float | None = None
    direction: str = ""
    of: tuple[str, ...] = ()
    sentence: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A recipe: the product of a study, its processes and reagents."""

    study: str
    made: str
    processes: tuple[str, ...] = ()
    precursors: tuple[str, ...] = ()
    coreactants: tuple[str, ...] = ()
    sentence: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All facts of a graph, in a fixed order.

    ``same`` maps a solid or sample to the member that represents its family (``AlOx`` to
    ``Al2O3``).
    """

    nodes: Mapping[str, Node]
    studies: Mapping[str, Study]
    links: tuple[Link, ...] = ()
    uses: tuple[Use, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    values: tuple[Value, ...] = ()
    recipes: tuple[Recipe, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    layers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def family(self, iri: str) -> str:
        """Return the representative of a thing's family; the thing itself if it has none."""
        return self.same.get(iri, iri)

    def layers_of(self, iri: str) -> tuple[str, ...]:
        """Return the solids of a sample or system from the inside out, each by its family."""
        return tuple(map(self.family, self.layers.get(iri, (iri,) if iri else ())))

    def label(self, iri: str) -> str:
        """Return the label of a thing or a study; its IRI if it has none."""
        if iri in self.studies:
            return self.studies[iri].label
        return self.nodes[iri].label if iri in self.nodes else iri

    def kind(self, iri: str) -> str:
        """Return the kind of a thing; ``""`` if it is not in the graph."""
        return self.nodes[iri].kind if iri in self.nodes else ""

    def labels(self, iris: Iterable[str]) -> str:
        """Return labels in alphabetical order, separated by commas."""
        return ", ".join(sorted({self.label(iri) for iri in iris}, key=str.casefold))

    @cached_property
    def told(self) -> frozenset[str]:
        """The studies with a link, an outcome or a recipe, not merely named in a list."""
        told: tuple[tuple[Link | Outcome | Recipe, ...], ...]
        told = (self.links, self.outcomes, self.recipes)
        return frozenset(one.study for facts in told for one in facts)

    @cached_property
    def processes_of(self) -> Mapping[str, frozenset[str]]:
        """The processes that each study used, by study."""
        return _grouped((u.study, u.thing) for u in self.uses if self.kind(u.thing) == "process")

    @cached_property
    def makers_of(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The processes by which a study made a solid, by study and solid."""
        return _grouped(
            ((recipe.study, self.family(recipe.made)), process)
            for recipe in self.recipes
            for process in recipe.processes
        )

    @cached_property
    def in_role(self) -> Mapping[str, frozenset[str]]:
        """The things that some study used in a role, by role."""
        return _grouped((use.role, self.family(use.thing)) for use in self.uses)


def _grouped(pairs: Iterable[tuple[Key, str]]) -> Mapping[Key, frozenset[str]]:
    """Return all values of each key."""
    found: defaultdict[Key, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: frozenset(values) for key, values in found.items()}
