"""The keys of a question on a graph: listed for its values, or chosen among those listed before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from kg.queries.asking import given_terms, studies_called, terms_by_variable
from kg.queries.blocks import Bound, Paging, choices, key_query, without_choices
from kg.queries.keys import KEYS_FILE, Keys, list_keys, read_keys
from ontology import rdf

if TYPE_CHECKING:
    from kg.queries.named import NamedQuery
    from kg.store.graph import Graph

#: Lists of keys of a graph that are kept.
_KEPT: Final = 8
#: Keys on a graph that is open, by the SPARQL that gives them.
_KNOWN: WeakKeyDictionary[Graph, dict[str, Keys]] = WeakKeyDictionary()


def listed_keys(store: Graph, query: NamedQuery) -> tuple[str, Keys] | None:
    """The keys of a question for all values that only choose among them, with their SPARQL.

    ``None`` if it has no pages, or needs a value.
    """
    if query.paging is None or any(param.is_required for param in query.params):
        return None
    values = terms_by_variable(query, given_terms(store, query, {}))
    sparql = key_query(query.paging, query.text, without_choices(query.paging, values))
    return sparql, list_keys(store.select(sparql), query.paging)


def keys_of(
    store: Graph, query: NamedQuery, paging: Paging, given: Mapping[str, Sequence[Bound]]
) -> Keys:
    """The keys among which the rows of an answer are.

    Parameters
    ----------
    store
        The graph that is asked.
    query
        The question.
    paging
        How it is cut.
    given
        What its values mean, by parameter.
    """
    values = terms_by_variable(query, given) | _found(store, paging, given)
    sparql = key_query(paging, query.text, values)
    chosen = choices(paging, query.text, values)
    name = "\n".join([sparql, *(text for _, text in chosen)])
    keys = _KNOWN.get(store, {}).get(name)
    if keys is None:
        general = key_query(paging, query.text, without_choices(paging, values))
        keys = _among_all(store, paging, general, values)
        if keys is None:
            keys = list_keys(store.select(sparql), paging)
        for names, text in chosen:
            keys = keys.among(names, map(tuple, store.select(text)))
    return _keep(store, name, keys)


def _found(
    store: Graph, paging: Paging, given: Mapping[str, Sequence[Bound]]
) -> dict[str, Sequence[Bound]]:
    """The studies that a name means, by the key variable, where the catalog tells them."""
    if not paging.found or not (names := given.get(paging.found[1])):
        return {}
    found = studies_called(store, names[0].value)
    return {} if found is None else {paging.found[0]: tuple(map(rdf.NamedNode, found))}


def _among_all(
    store: Graph, paging: Paging, general: str, values: Mapping[str, Sequence[Bound]]
) -> Keys | None:
    """The keys with these values, chosen among those that are listed; ``None`` if none are."""
    keys = _KNOWN.get(store, {}).get(general)
    if keys is None and store.directory is not None:
        keys = read_keys(store.directory / KEYS_FILE, general, paging)
    if keys is None:
        return None
    _keep(store, general, keys)
    for name in set(paging.variables) & values.keys():
        keys = keys.among((name,), [(term,) for term in values[name]])
    return keys


def _keep(store: Graph, name: str, keys: Keys) -> Keys:
    """Keep a list for those who ask next, and let go of the one used longest ago."""
    known = _KNOWN.setdefault(store, {})
    known.pop(name, None)
    known[name] = keys
    while len(known) > _KEPT:
        del known[next(iter(known))]
    return keys
