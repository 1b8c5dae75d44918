"""The meaning of a name in the vocabulary, whether or not this graph uses the term."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from api.catalog.database import Database
from api.catalog.names import find_studies, find_terms
from kg.grounding import flatten, ground
from kg.material_classes import class_named
from kg.notation import NotationError, parse_formula
from kg.queries.terms import formula_named
from kg.statements.voices import ORDER
from ontology import vocabulary
from ontology.iri import SCHEMES

#: Fields whose terms come from several vocabularies.
_VOCABULARIES: Final = {"role": ("role_material", "role_chemical")}
#: Vocabularies whose terms are looked up.
_PAGED: Final = (
    *("material", "process", "chemical", "property", "technique", "parameter", "application"),
    "form",
)
#: Fields of solids.
_SOLIDS: Final = frozenset({"material", "layer"})


def is_known(database: Database, field: str, value: str) -> bool:
    """Return whether a value names a term or study of the catalog, or a term of the vocabulary."""
    if field == "study":
        return bool(find_studies(database, "study", value))
    if find_terms(database, value, (field,)):
        return True
    if field in _SOLIDS:
        return is_solid(value)
    if field == "class":
        return class_named(value) is not None
    kinds = _VOCABULARIES.get(field, (field,))
    named = (ground(kind, value).terms for kind in kinds if kind in SCHEMES)
    return value in ORDER if field == "voice" else any(named)


def meant_by(name: str) -> Iterator[str]:
    """Yield the IRIs of the terms and of the class of materials that a name or symbol denotes."""
    for kind in _PAGED:
        yield from (term.iri for term in ground(kind, name).terms)
    for term in vocabulary().of_kind("property"):
        if name in term.extra.get("quantitySymbol", ()):
            yield term.iri
    if found := class_named(name):
        yield found


def is_solid(value: str) -> bool:
    """Return whether a value is a formula, or the name of a solid or of a class of solids."""
    if formula_named(value) or class_named(value):
        return True
    try:
        return bool(parse_formula(flatten(value.strip())))
    except NotationError:
        return False
