"""The keys of a question on a graph: listed for its values, or chosen from an earlier list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from kg.queries.asking import given_terms, studies_called, terms_by_variable
from kg.queries.blocks import Bound, Paging, choices, key_query, without_choices
from kg.queries.keys import KEYS_FILE, Keys, list_keys, read_keys
from ontology import rdf

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.queries.named import NamedQuery

#: Number of cached lists of keys per graph.
_KEPT: Final = 8
#: Lists of keys of each open graph, by the SPARQL that lists them.
_KNOWN: WeakKeyDictionary[Graph, dict[str, Keys]] = WeakKeyDictionary()


def listed_keys(store: Graph, query: NamedQuery) -> dict[str, Keys]:
    """Return the lists of keys of a question that are worth storing, by the SPARQL that lists them.

    They are the list for all values that only choose among keys, and the list for the default
    values. It is empty if the question has no pages, or needs a value.
    """
    paging = query.paging
    if paging is None or any(param.is_required for param in query.params):
        return {}
    values = terms_by_variable(query, given_terms(store, query, {}))
    general = key_query(paging, query.text, without_choices(paging, values))
    every = list_keys(store.select(general), paging)
    name, chosen = _chosen(paging, query.text, values)
    return {general: every, name: _among(store, every, values, chosen)}


def keys_of(
    store: Graph, query: NamedQuery, paging: Paging, given: Mapping[str, Sequence[Bound]]
) -> Keys:
    """Return the keys that the rows of an answer may have.

    Parameters
    ----------
    store
        The graph.
    query
        The question.
    paging
        The declaration of its blocks.
    given
        The RDF terms of its values, by parameter.
    """
    values = terms_by_variable(query, given) | _found(store, paging, given)
    name, chosen = _chosen(paging, query.text, values)
    keys = _known(store, name, paging)
    if keys is None:
        general = key_query(paging, query.text, without_choices(paging, values))
        every = _known(store, general, paging)
        if every is None:  # the values help to list them
            listed = list_keys(store.select(key_query(paging, query.text, values)), paging)
            keys = _among(store, listed, {}, chosen)
        else:
            _keep(store, general, every)
            keys = _among(store, every, values, chosen)
    return _keep(store, name, keys)


_Choices = Sequence[tuple[tuple[str, ...], str]]


def _chosen(
    paging: Paging, text: str, values: Mapping[str, Sequence[Bound]]
) -> tuple[str, _Choices]:
    """Return the name under which the keys for these values are cached, and their queries."""
    chosen = choices(paging, text, values)
    return "\n".join([key_query(paging, text, values), *(query for _, query in chosen)]), chosen


def _among(
    store: Graph, keys: Keys, values: Mapping[str, Sequence[Bound]], chosen: _Choices
) -> Keys:
    """Return the keys that have these values and are among the chosen ones."""
    for name in set(keys.paging.variables) & values.keys():
        keys = keys.among((name,), [(term,) for term in values[name]])
    for names, query in chosen:
        keys = keys.among(names, map(tuple, store.select(query)))
    return keys


def _known(store: Graph, name: str, paging: Paging) -> Keys | None:
    """Return the keys cached under a name, in this process or by the build."""
    keys = _KNOWN.get(store, {}).get(name)
    if keys is None and store.directory is not None:
        keys = read_keys(store.directory / KEYS_FILE, name, paging)
    return keys


def _found(
    store: Graph, paging: Paging, given: Mapping[str, Sequence[Bound]]
) -> dict[str, Sequence[Bound]]:
    """Return the studies with a name, by the key variable, if the catalog can find them."""
    if not paging.found or not (names := given.get(paging.found[1])):
        return {}
    found = studies_called(store, names[0].value)
    return {} if found is None else {paging.found[0]: tuple(map(rdf.NamedNode, found))}


def _keep(store: Graph, name: str, keys: Keys) -> Keys:
    """Cache a list of keys, and drop the least recently used one."""
    known = _KNOWN.setdefault(store, {})
    known.pop(name, None)
    known[name] = keys
    while len(known) > _KEPT:
        del known[next(iter(known))]
    return keys
