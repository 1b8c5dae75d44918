"""The kinds of claim, one entry each; all other modules derive from them.

A new kind needs an entry here, its class in the Turtle, and its content in :mod:`kg.model`.
Definitions that cannot be derived (a question in SPARQL, a shape of the API) are compared with this
table at import (:func:`each_kind`) or by ``tests/kg/test_claim_kinds.py``, which adds a tenth kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeVar

from ontology.term_kinds import KIND_CLASSES

#: The content of fields without a term: the formula of a solid, the formulas of layers from the
#: inside out, a measured value.
FORMULA: Final = "formula"
LAYERS: Final = "layers"
QUANTITY: Final = "quantity"

#: Fields whose property in the graph has another name than the field.
_PROPERTIES: Final = {FORMULA: "material", LAYERS: "system"}

_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKind:
    """A kind of claim.

    Attributes
    ----------
    name
        Its name in claims: ``"material"``. Its class in the ontology is ``ald:MaterialClaim``.
    heading
        The heading of a list of such claims.
    fields
        Its own keys -> the type of the value: a kind of term
        (:data:`ontology.term_kinds.KIND_CLASSES`), :data:`FORMULA`, :data:`LAYERS` or
        :data:`QUANTITY`.
    aspect
        The field before the colon where a claim is printed as one line; "" for none.
    thing
        The field that names the thing to which a link points; "" if links do not point to such
        claims.
    study_link
        The property that links the study to the value of a field, if there is one.
    links
        The links that such a claim may have (:class:`kg.model.Links`).
    letter
        The letter for its term in the shorthand of the rules; "" if it is written in words.
    """

    name: str
    heading: str
    fields: Mapping[str, str]
    aspect: str = ""
    thing: str = ""
    study_link: Mapping[str, str] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    letter: str = ""

    def __post_init__(self) -> None:
        known = {*KIND_CLASSES, FORMULA, LAYERS, QUANTITY}
        for key, holds in self.fields.items():
            if holds not in known:
                raise ValueError(
                    f"kind {self.name!r}: {key} holds {holds!r}, which is not a kind of term"
                )
        for key in filter(None, (self.aspect, self.thing, *self.study_link)):
            if key not in self.fields:
                raise ValueError(f"kind {self.name!r} has no field {key!r}")

    @property
    def class_name(self) -> str:
        """The class of such claims in the ontology."""
        return f"{self.name.capitalize()}Claim"

    @property
    def is_named(self) -> bool:
        """Whether such a claim states a single term, as for a process or a technique."""
        return tuple(self.fields) == (self.name,)

    def in_one_line(self, told: Mapping[str, str]) -> str:
        """Return such a claim as one line, from its fields in words.

        >>> CLAIM_KINDS["condition"].in_one_line({"parameter": "temperature", "quantity": "70 °C"})
        'temperature: 70 °C'
        """
        rest = (told[name] for name in self.fields if name != self.aspect and told.get(name))
        return ": ".join(filter(None, (told.get(self.aspect, ""), ", ".join(rest))))


_ENTRIES: Final = (
    ClaimKind(
        name="material",
        heading="Materials",
        fields={"role": "role_material", "formula": FORMULA},
        aspect="role",
        thing="formula",
        study_link={"formula": "usesMaterial"},
        letter="M",
    ),
    ClaimKind(
        name="form",
        heading="Forms",
        fields={"formula": FORMULA, "form": "form"},
        aspect="form",
        thing="form",
        study_link={"formula": "usesMaterial"},
        letter="F",
    ),
    ClaimKind(
        name="system",
        heading="Systems",
        fields={"architecture": "architecture", "layers": LAYERS},
        aspect="architecture",
        thing="layers",
        study_link={"layers": "hasSystem"},
    ),
    ClaimKind(
        name="process",
        heading="Processes",
        fields={"process": "process"},
        thing="process",
        study_link={"process": "usesProcess"},
        links=("makes",),
        letter="P",
    ),
    ClaimKind(
        name="chemical",
        heading="Chemicals",
        fields={"role": "role_chemical", "chemical": "chemical"},
        aspect="role",
        thing="chemical",
        study_link={"chemical": "usesChemical"},
        links=("used_for", "used_with"),
        letter="C",
    ),
    ClaimKind(
        name="condition",
        heading="Conditions",
        fields={"parameter": "parameter", "quantity": QUANTITY},
        aspect="parameter",
        links=("owner",),
    ),
    ClaimKind(
        name="technique",
        heading="Techniques",
        fields={"technique": "technique"},
        thing="technique",
        study_link={"technique": "usesTechnique"},
        links=("shows",),
        letter="T",
    ),
    ClaimKind(
        name="outcome",
        heading="Outcomes",
        fields={"property": "property", "direction": "direction", "quantity": QUANTITY},
        aspect="property",
        thing="property",
        study_link={"property": "reportsProperty"},
        links=("of", "agent", "against", "under"),
    ),
    ClaimKind(
        name="application",
        heading="Applications",
        fields={"application": "application"},
        thing="application",
        study_link={"application": "hasApplication"},
        letter="A",
    ),
)

#: The kinds by name, in the order in which claims are listed.
CLAIM_KINDS: Mapping[str, ClaimKind] = MappingProxyType({kind.name: kind for kind in _ENTRIES})


def property_of(name: str) -> str:
    """Return the property of a claim's field in the graph.

    >>> property_of("formula"), property_of("process")
    ('material', 'process')
    """
    return _PROPERTIES.get(name, name)


def term_fields() -> Mapping[str, tuple[str, ...]]:
    """Return the fields of all claims that hold a term, each with its kinds of term.

    >>> term_fields()["role"], term_fields()["property"]
    (('role_material', 'role_chemical'), ('property',))
    """
    found: dict[str, tuple[str, ...]] = {}
    for kind in CLAIM_KINDS.values():
        for name, holds in kind.fields.items():
            if holds in KIND_CLASSES:
                found[name] = tuple(dict.fromkeys((*found.get(name, ()), holds)))
    return found


def thing_terms() -> Mapping[str, str]:
    """Return the kinds of claim that a link names by a term, each with its kind of term.

    >>> thing_terms()["outcome"], "material" in thing_terms()
    ('property', False)
    """
    named = {kind.name: kind.fields[kind.thing] for kind in CLAIM_KINDS.values() if kind.thing}
    return {name: holds for name, holds in named.items() if holds in KIND_CLASSES}


def each_kind(place: str, entries: Mapping[str, _Entry]) -> Mapping[str, _Entry]:
    """Return the entries as a read-only mapping, if there is one for each kind of claim.

    Parameters
    ----------
    place
        The name of the table, for the message of an error.
    entries
        Kind of claim -> entry of the table.

    Raises
    ------
    TypeError
        If a kind has no entry, or an entry has no kind.
    """
    same_kinds(place, entries)
    return MappingProxyType(dict(entries))


def same_kinds(place: str, names: Iterable[str]) -> None:
    """Raise an error unless the names are exactly the kinds of claim.

    Raises
    ------
    TypeError
        If a kind is missing, or a name is not a kind.
    """
    named = set(names)
    for kind in CLAIM_KINDS:
        if kind not in named:
            raise TypeError(f"{place} has no entry for claims of kind {kind!r}")
    for name in sorted(named - set(CLAIM_KINDS)):
        raise TypeError(f"{place} names {name!r}, which is not a kind of claim")
