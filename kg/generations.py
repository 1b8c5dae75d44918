"""Write the next generation of a graph: a changed copy of the live one, or a full rewrite."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial

from kg.delta import Delta, apply, is_derived
from kg.fingerprint import fingerprint
from kg.isolate import ForkedPool
from kg.joining import Joined
from kg.ledger import Run
from kg.store import Writer
from kg.stored_documents import StoredDocuments
from ontology import rdf

#: Above this share of touched documents the whole graph is written, which is then faster.
SHARE = 0.1


def write_generation(
    writer: Writer,
    names: Collection[str],
    graphs: Iterable[bytes],
    *,
    stored: StoredDocuments,
    joined: Joined,
    ledger: Iterable[rdf.Quad],
    pool: ForkedPool | None = None,
) -> None:
    """Write the next generation and switch to it.

    Parameters
    ----------
    writer
        The writer of the store.
    names
        The documents that are new, changed or removed.
    graphs
        The graphs of new and changed documents, as :func:`kg.store.render_quads` makes them.
    stored
        The content of the live generation.
    joined
        The studies of all documents, and the renamed studies of unchanged documents.
    ledger
        The ledger of the new generation.
    pool
        Processes that help to write the whole graph; see :func:`kg.store.filling.fill`.

    Raises
    ------
    StoreError
        If the generation cannot be written.
    """
    if not _is_small({*names, *joined.renames}, stored) or not (
        stored.is_ours and _can_be_kept_up(writer)
    ):
        writer.replace_rendered(names, graphs, rename=joined.renames, ledger=ledger, pool=pool)
        return
    added = (quad for data in graphs for quad in rdf.parse(data, format=rdf.RdfFormat.N_QUADS))
    delta = Delta(
        dropped=frozenset(names),
        added=tuple(added),
        renames=joined.renames,
        ledger=tuple(ledger),
    )
    writer.amend(partial(apply, delta=delta))


def _is_small(touched: Collection[str], stored: StoredDocuments) -> bool:
    return len(touched) <= SHARE * len(stored.entries)


def _can_be_kept_up(writer: Writer) -> bool:
    """Return whether the live generation has all derived data, so that it can be updated."""
    live = writer.live()
    return live is not None and is_derived(live)


def run_of(
    names: Collection[str],
    stored: StoredDocuments,
    *,
    removed: bool = False,
    unchanged: int = 0,
    at: str,
) -> Run:
    """Return the entry for a build in the ledger."""
    known = stored.entries.keys()
    return Run(
        added=() if removed else tuple(sorted({*names} - known)),
        replaced=() if removed else tuple(sorted({*names} & known)),
        removed=tuple(sorted(names)) if removed else (),
        unchanged=unchanged,
        at=at,
        code=fingerprint(),
    )
