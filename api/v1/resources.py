"""The table of the API's resources, from which addresses, filters and docs are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from api.catalog.sets import Level
from api.schemas import Shape
from api.v1 import shapes

#: Filters by the content of a claim; all of them apply to studies too.
_SAYS: Final = (
    *("kind", "material", "material_class", "layer", "system", "process", "chemical", "property"),
    *("direction", "technique", "application", "role", "parameter", "quantity"),
)
#: Filters by the source of a claim.
_SAID: Final = ("document", "voice", "year", "confidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A list of things of one sort, and its items.

    Parameters
    ----------
    name
        The last part of the address of the list.
    one
        The name of one item.
    level
        The level of the catalog on which items are numbered; ``"term"`` for terms of claims.
    field
        The kind of claim, or the field of terms; ``""`` for all claims.
    shape
        The schema of an item in the list.
    whole
        The schema of a single item, if it has more fields.
    summary
        A sentence on the content and order of the list.
    filters
        The filters of the list.
    sorts
        The orders of the list, the default first.
    """

    name: str
    one: str
    level: Level | Literal["term"]
    field: str = ""
    shape: type[Shape]
    whole: type[Shape] | None = None
    summary: str
    filters: tuple[str, ...]
    sorts: tuple[str, ...]

    @property
    def path(self) -> str:
        """The address of the list."""
        return f"/api/v1/{self.name}"

    @property
    def shape_of_one(self) -> type[Shape]:
        """The schema of a single item."""
        return self.whole or self.shape


_OF_CLAIMS: Final = ("study", "year", "-year", "-study")
_OF_TERMS: Final = ("studies", "claims", "label")


def _claims(name: str, field: str, summary: str, *filters: str) -> Resource:
    return Resource(
        name=name,
        one=field or "claim",
        level="claim",
        field=field,
        shape=shapes.ClaimItem,
        summary=summary,
        filters=("study", *filters, *_SAID, "q"),
        sorts=_OF_CLAIMS,
    )


def _terms(
    name: str, field: str, summary: str, *filters: str, shape: type[Shape] = shapes.ThingItem
) -> Resource:
    return Resource(
        name=name,
        one=field,
        level="term",
        field=field,
        shape=shape,
        summary=summary,
        filters=("q", *filters),
        sorts=_OF_TERMS,
    )


_ALL: Final = (
    Resource(
        name="studies",
        one="study",
        level="study",
        shape=shapes.StudyItem,
        whole=shapes.StudyWhole,
        summary="Studies with at least one claim that matches each filter, by label.",
        filters=(*_SAYS, *_SAID, "q"),
        sorts=("label", "-label", "year", "-year"),
    ),
    _terms("systems", "system", "Layered systems.", "layer", shape=shapes.SystemItem),
    _terms(
        "materials", "material", "Solids, including layers of systems.", "material_class", "role"
    ),
    _terms("processes", "process", "Processes that studies used."),
    _terms("chemicals", "chemical", "Reagents that studies used.", "role"),
    _terms("techniques", "technique", "Techniques that studies used."),
    _terms("applications", "application", "Uses for which the studies made a material or device."),
    _terms("documents", "document", "Documents that were read.", shape=shapes.DocumentItem),
    _claims(
        "conditions", "condition", "Conditions of processes and tests.", "parameter", "quantity"
    ),
    _claims(
        *("outcomes", "outcome", "Outcomes: properties that studies observed, and their changes."),
        *("property", "direction", "quantity"),
    ),
    _claims("claims", "", "Claims of every kind.", *_SAYS),
    Resource(
        name="evidence",
        one="evidence",
        level="claim",
        shape=shapes.EvidenceItem,
        summary="The passages that support claims, with the sentence if it may be shown.",
        filters=("study", *_SAYS, *_SAID, "q"),
        sorts=_OF_CLAIMS,
    ),
    Resource(
        name="recipes",
        one="recipe",
        level="recipe",
        shape=shapes.RecipeItem,
        summary="How studies made solids: from which reagents and by which process.",
        filters=(
            *("study", "material", "material_class", "layer", "process", "chemical"),
            *("role", "quantity", *_SAID),
        ),
        sorts=_OF_CLAIMS,
    ),
    Resource(
        name="observations",
        one="observation",
        level="observation",
        shape=shapes.ObservationItem,
        summary="Changes of properties: sample, cause and baseline.",
        filters=(
            *("study", "material", "material_class", "layer", "property", "direction"),
            *("technique", "quantity", *_SAID),
        ),
        sorts=_OF_CLAIMS,
    ),
)

#: The resources by name.
RESOURCES: Final[Mapping[str, Resource]] = MappingProxyType({one.name: one for one in _ALL})
