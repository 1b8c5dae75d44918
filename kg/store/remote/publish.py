"""Publish a new generation in a remote store so that no reader sees half of it.

A first build is written directly, and the pointer last: without a pointer, readers find no graph.
Later builds send the difference between two generations. A small difference is a single
``DELETE/INSERT`` whose ``WHERE`` requires the old pointer, so it is applied completely or not at
all, and not after another build. A large one is first written into graphs that no query reads, and
then moved into place by one request.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from kg.errors import StoreError
from kg.store.remote.client import Client
from kg.store.remote.graph import NOTHING, POINTER, generation
from ontology import embedded, rdf
from ontology.graphs import GENERATION_GRAPH, staged_iri

#: Triples in N-Triples by named graph; ``""`` is the default graph.
Lines = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a remote store: the triples to remove and to add, by graph."""

    removed: Lines
    added: Lines

    @property
    def size(self) -> int:
        """The number of all triples."""
        return sum(map(len, (*self.removed.values(), *self.added.values())))


def difference(old: embedded.Store, new: embedded.Store, *, default: bool) -> Change:
    """Return the difference of two generations, by graph.

    Parameters
    ----------
    old, new
        The two generations, with their default graphs.
    default
        Whether the service has a default graph of its own; otherwise it is the union of all graphs.
    """
    return Change(removed=_lacking(old, new, default), added=_lacking(new, old, default))


def _lacking(one: embedded.Store, other: embedded.Store, default: bool) -> Lines:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for quad in one:
        is_default = isinstance(quad.graph_name, rdf.DefaultGraph)
        if (default or not is_default) and quad not in other:
            found["" if is_default else quad.graph_name.value].append(f"{quad.triple} .")
    return {name: sorted(found[name]) for name in sorted(found)}


def publish(client: Client, change: Change, *, before: str) -> str:
    """Bring a service to the next generation and return its name.

    Parameters
    ----------
    client
        The service.
    change
        The difference from the generation that it holds.
    before
        The name in its pointer when the difference was made.

    Returns
    -------
    The name in the pointer now.

    Raises
    ------
    StoreError
        If the service gives no answer, or another build came first; then nothing has changed.
    """
    after = _name_after(before, change)
    if before == NOTHING:
        for part in _parts(change.added, client.endpoint.triples):
            client.update(f"INSERT DATA {{ {_template(part)} }}")
        client.update(_move(before, after))
    elif change.size <= client.endpoint.triples:
        client.update(_move(before, after, change))
    else:
        _publish_staged(client, change, before, after)
    if generation(client) != after:
        raise StoreError(f"{client.endpoint}: another build has changed this graph: build again")
    return after


def _name_after(before: str, change: Change) -> str:
    """Return the name of the next generation: its number, and a hash of the change."""
    digest = hashlib.sha256(before.encode())
    for kind, graphs in (("-", change.removed), ("+", change.added)):
        for name, lines in graphs.items():
            digest.update(f"{kind}{name}\n".encode())
            digest.update("\n".join(lines).encode())
    return f"{int(before[:4]) + 1:04}-{digest.hexdigest()[:16]}"


def _move(before: str, after: str, change: Change | None = None) -> str:
    """Return one operation for all triples of a change together with the pointer."""
    removed = _template(change.removed) if change else ""
    added = _template(change.added) if change else ""
    return (
        f"DELETE {{ {removed} {_pointer(before)} }} INSERT {{ {added} {_pointer(after)} }} "
        f"WHERE {{ {_pointer(before)} }}"
    )


def _pointer(name: str) -> str:
    return f'GRAPH <{GENERATION_GRAPH}> {{ {POINTER} "{name}" }}'


def _template(graphs: Lines) -> str:
    return "\n".join(
        f"GRAPH <{name}> {{ {body} }}" if name else body
        for name, body in ((name, "\n".join(lines)) for name, lines in graphs.items())
    )


def _parts(graphs: Lines, size: int) -> Iterator[Lines]:
    """Yield the same triples in batches of limited size."""
    every = ((name, line) for name, lines in graphs.items() for line in lines)
    while batch := list(islice(every, size)):
        part: defaultdict[str, list[str]] = defaultdict(list)
        for name, line in batch:
            part[name].append(line)
        yield part


def _publish_staged(client: Client, change: Change, before: str, after: str) -> None:
    """Write a change into separate graphs, and move it into place with one request.

    A mark is part of every condition, so that the move does nothing if another build removed these
    graphs.
    """
    mark = f'GRAPH <{staged_iri(after)}> {{ {POINTER} "{after}" }}'
    staged = {
        staged_iri(after, kind, str(number)): (kind, name, lines)
        for kind, graphs in (("DELETE", change.removed), ("INSERT", change.added))
        for number, (name, lines) in enumerate(graphs.items())
    }
    client.update(f"INSERT DATA {{ {mark} }}")
    laid_down = {place: lines for place, (_, _, lines) in staged.items()}
    for part in _parts(laid_down, client.endpoint.triples):
        client.update(f"INSERT DATA {{ {_template(part)} }}")
    condition = f"{_pointer(before)} {mark}"
    steps = [_step(kind, name, place, condition) for place, (kind, name, _) in staged.items()]
    steps.append(
        f"DELETE {{ {_pointer(before)} }} INSERT {{ {_pointer(after)} }} WHERE {{ {condition} }}"
    )
    client.update(" ;\n".join([*steps, drops([*staged, staged_iri(after)])]))


def _step(kind: str, name: str, place: str, condition: str) -> str:
    target = f"GRAPH <{name}> {{ ?s ?p ?o }}" if name else "?s ?p ?o"
    where = f"{condition} GRAPH <{place}> {{ ?s ?p ?o }}"
    return f"{kind} {{ {target} }} WHERE {{ {where} }}"


def drops(graphs: Iterable[str]) -> str:
    """Return an update that removes graphs, whether or not they exist."""
    return " ; ".join(f"DROP SILENT GRAPH <{name}>" for name in graphs)
