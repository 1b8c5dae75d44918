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


def listed_keys(store: Graph, query: NamedQuery) -> dict[str, Keys]:
    """The keys of a question that serve many, by the SPARQL that gives them.

    They are those for all values that only choose among them, and those that its default values
    choose. Nothing if the question has no pages, or needs a value.
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
    """What the keys with these values are kept under, and the queries that choose them."""
    chosen = choices(paging, text, values)
    return "\n".join([key_query(paging, text, values), *(query for _, query in chosen)]), chosen


def _among(
    store: Graph, keys: Keys, values: Mapping[str, Sequence[Bound]], chosen: _Choices
) -> Keys:
    """Those keys that have these values and are among the chosen ones."""
    for name in set(keys.paging.variables) & values.keys():
        keys = keys.among((name,), [(term,) for term in values[name]])
    for names, query in chosen:
        keys = keys.among(names, map(tuple, store.select(query)))
    return keys


def _known(store: Graph, name: str, paging: Paging) -> Keys | None:
    """The keys under a name that were listed before, in this process or by the build."""
    keys = _KNOWN.get(store, {}).get(name)
    if keys is None and store.directory is not None:
        keys = read_keys(store.directory / KEYS_FILE, name, paging)
    return keys


def _found(
    store: Graph, paging: Paging, given: Mapping[str, Sequence[Bound]]
) -> dict[str, Sequence[Bound]]:
    """The studies that a name means, by the key variable, where the catalog tells them."""
    if not paging.found or not (names := given.get(paging.found[1])):
        return {}
    found = studies_called(store, names[0].value)
    return {} if found is None else {paging.found[0]: tuple(map(rdf.NamedNode, found))}


def _keep(store: Graph, name: str, keys: Keys) -> Keys:
    """Keep a list for those who ask next, and let go of the one used longest ago."""
    known = _KNOWN.setdefault(store, {})
    known.pop(name, None)
    known[name] = keys
    while len(known) > _KEPT:
        del known[next(iter(known))]
    return keys
