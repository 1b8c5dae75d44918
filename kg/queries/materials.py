"""Materials in queries: a formula, a name, a class, a formula with placeholders.

The result is the solids of the store that match: "alumina" matches Al2O3 and AlOx, "PbX" PbS and
PbSe, "oxide" every oxide.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.families import is_meant, stands_for
from kg.grounding import flatten
from kg.material_classes import class_named, material_classes
from kg.notation import NotationError, parse_formula
from kg.queries.terms import formula_named
from ontology import rdf
from ontology.iri import material_iri
from ontology.terms import vocabulary

if TYPE_CHECKING:
    from kg.graph import Graph

_FORMULAS = "SELECT ?solid ?formula WHERE { ?solid a ald:Material ; ald:formula ?formula }"
_MEMBERS = "SELECT ?formula WHERE { ?solid a <%s> ; ald:formula ?formula }"


def materials_meant(store: Graph, name: str, text: str) -> tuple[rdf.NamedNode, ...]:
    """Return the solids of the store that match a text, sorted; if none, the formula itself.

    Parameters
    ----------
    store
        The graph.
    name
        The name of the parameter, for errors.
    text
        The text as typed: ``Al₂O₃``, ``alumina``, ``oxide``, ``lead chalcogenide``, ``PbX``.

    Raises
    ------
    QueryError
        If the text is empty, or neither a formula nor a name.
    """
    asked = text.strip()
    if not asked:
        raise QueryError(f"{name}: the material is empty")
    known = _column(store, _FORMULAS, "formula")
    named = formula_named(asked)
    of_class = class_named(asked) if named is None else None
    if of_class is not None:
        members = set(_column(store, _MEMBERS % of_class, "formula"))
        members |= {f for f in known if any(stands_for(f, member) for member in members)}
        return _nodes(members)
    formula = named or flatten(asked)
    meant = _nodes(other for other in known if is_meant(formula, other))
    if not meant and named is None and not _is_formula(formula):
        raise QueryError(_unknown(name, asked))
    return meant or _nodes([formula])


def absent_material(store: Graph, name: str, text: str) -> Iterator[str]:
    """Yield a note if the store has no matching material.

    Raises
    ------
    QueryError
        As in :func:`materials_meant`.
    """
    known = _column(store, _FORMULAS, "formula")
    meant = {node.value for node in materials_meant(store, name, text)}
    if not meant & {material_iri(formula) for formula in known}:
        near = difflib.get_close_matches(flatten(text.strip()), known, n=3)
        hint = f"the nearest are: {', '.join(near)}" if near else "no formula in it is similar"
        yield f"{name}: the graph has no material {text.strip()!r}; {hint}"


def _is_formula(text: str) -> bool:
    try:
        return bool(parse_formula(text))
    except NotationError:
        return False


def _unknown(name: str, asked: str) -> str:
    classes = (name for names in material_classes().values() for name in names)
    labels = [*classes, *(term.label for term in vocabulary().of_kind("material"))]
    near = difflib.get_close_matches(asked, labels, n=3)
    hint = f"did you mean: {', '.join(near)}" if near else "write a formula, a name or a class"
    return f"{name}: no material {asked!r}; {hint}"


def _column(store: Graph, query: str, name: str) -> list[str]:
    rows: Any = store.select(query)
    return sorted({row[name].value for row in rows})


def _nodes(formulas: Iterable[str]) -> tuple[rdf.NamedNode, ...]:
    return tuple(rdf.NamedNode(material_iri(formula)) for formula in sorted(formulas))
