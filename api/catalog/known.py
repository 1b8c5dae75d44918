"""Whether the value of a filter exists, in this graph or in the vocabulary."""

from __future__ import annotations

from typing import Final

from api.catalog.database import Database
from api.catalog.names import find_studies, find_terms
from kg.grounding import flatten, ground
from kg.notation import NotationError, parse_formula
from kg.queries.terms import class_named, formula_named
from kg.statements.voices import ORDER
from ontology.iri import SCHEMES

#: Fields whose terms are of several vocabularies.
_VOCABULARIES: Final = {"role": ("role_material", "role_chemical")}
#: Fields of solids.
_SOLIDS: Final = frozenset({"material", "layer"})


def is_known(database: Database, field: str, value: str) -> bool:
    """Whether a value names a term or study of the catalog, or a term that the vocabulary has."""
    if field == "study":
        return bool(find_studies(database, "study", value))
    if find_terms(database, value, (field,)):
        return True
    if field in _SOLIDS:
        return _is_solid(value)
    if field == "class":
        return class_named(value) is not None
    kinds = _VOCABULARIES.get(field, (field,))
    named = (ground(kind, value).terms for kind in kinds if kind in SCHEMES)
    return value in ORDER if field == "voice" else any(named)


def _is_solid(value: str) -> bool:
    if formula_named(value) or class_named(value):
        return True
    try:
        return bool(parse_formula(flatten(value.strip())))
    except NotationError:
        return False
