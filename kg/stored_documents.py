"""The state of a graph before a build: its documents, and their ledger entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from kg.fingerprint import fingerprint
from kg.identity import identity_of
from kg.joining import Joined
from kg.ledger import Entry, Run, ledger_quads, parse_entry, read_run, read_texts
from kg.rdf import STUDY_PREDICATES, studies_from_quads
from kg.store import Writer
from ontology import rdf
from ontology.iri import segments


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocuments:
    """The documents of a graph: their entries, parsed, and the texts of the entries as stored.

    ``is_ours`` is true if the present code wrote the graph.
    """

    entries: Mapping[str, Entry]
    texts: Mapping[str, str]
    is_ours: bool = False

    def dropped(self, names: Collection[str]) -> list[Entry] | None:
        """Return the entries of some documents; ``None`` if other code joined the studies."""
        if not self.is_ours:
            return None
        return [entry for name, entry in self.entries.items() if name in names]

    def without(self, names: Collection[str]) -> dict[str, Entry]:
        """Return the entries of all documents except some."""
        return {name: entry for name, entry in self.entries.items() if name not in names}

    def ledger(
        self, without: Collection[str], joined: Joined, fresh: Mapping[str, Entry], run: Run
    ) -> Iterator[rdf.Quad]:
        """Return the quads of the next generation's ledger.

        Parameters
        ----------
        without
            Documents that are changed or removed.
        joined
            The studies of the other documents and of new ones.
        fresh
            Entries of new and changed documents.
        run
            The description of the build.
        """
        texts = {
            name: entry.renamed(joined.slugs).text()
            if name in joined.renames
            else self.texts.get(name, "")
            for name, entry in self.without(without).items()
        }
        known = {name: text for name, text in texts.items() if text}
        return ledger_quads({**known, **{n: e.text() for n, e in fresh.items()}}, run)


def read_stored(writer: Writer) -> StoredDocuments:
    """Return the content of the live generation of a store.

    For a document without an entry the records of its studies are read from its graph.
    """
    names = {*writer.documents()}
    ledger = list(writer.ledger())
    run = read_run(ledger)
    texts = {name: text for name, text in read_texts(ledger).items() if name in names}
    entries = {name: parse_entry(text) for name, text in texts.items()}
    known = {name for name, entry in entries.items() if entry.studies}
    if known != names:
        entries |= {name: Entry() for name in names - known} | _from_graphs(writer, known)
    is_ours = run is not None and run.code == fingerprint()
    return StoredDocuments(entries=entries, texts=texts, is_ours=is_ours)


def _from_graphs(writer: Writer, known: Collection[str]) -> dict[str, Entry]:
    by_graph: defaultdict[str, list[rdf.Quad]] = defaultdict(list)
    for quad in writer.carried(known, *STUDY_PREDICATES):
        if isinstance(quad.graph_name, rdf.NamedNode):
            by_graph[segments(quad.graph_name.value)[-1]].append(quad)
    return {
        name: Entry(
            studies=tuple(
                (segments(iri)[-1], identity_of(record))
                for iri, record in studies_from_quads(quads)
            )
        )
        for name, quads in by_graph.items()
    }
