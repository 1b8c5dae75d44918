"""The store against rdflib in memory: named queries without values, on the bundled graph.

    python benchmarks/queries.py [QUERY...] [--runs 3]

Both hold the graph in memory; the engines alternate query by query. The benchmark prints the median
milliseconds of each and their ratio (rdflib / store; above 1 the store is faster).
"""

from __future__ import annotations

import argparse
import statistics
import time

import rdflib

from kg.build import bundled_documents
from kg.queries import load_queries, run
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph, ontology_quads

QUERIES = ("graph-summary", "applications", "colloidal-ald-systems", "studies-by-process")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("queries", nargs="*", default=QUERIES)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    runs = arguments.runs
    documents = bundled_documents()
    slugs = study_iris(documents)
    quads = [quad for document in documents for quad in document_quads(document, slugs)]
    store = EmbeddedGraph.in_memory(quads)
    triples = {str(quad.triple) + " ." for quad in (*quads, *ontology_quads())}
    graph = rdflib.Graph().parse(data="\n".join(sorted(triples)), format="nt")
    print(f"{len(graph)} triples, {runs} runs, milliseconds")
    ratios = []
    for name in arguments.queries:
        query = load_queries()[name]
        pairs = []
        for _ in range(runs):
            started = time.perf_counter()
            run(store, name)
            middle = time.perf_counter()
            list(graph.query(query.text))
            pairs.append((middle - started, time.perf_counter() - middle))
        ours, theirs = (statistics.median(column) * 1e3 for column in zip(*pairs, strict=True))
        ratios.append(theirs / ours)
        print(f"{name:32} {ours:9.1f} {theirs:9.1f} {theirs / ours:8.1f}")
    print(f"median ratio {statistics.median(ratios):.1f}")


if __name__ == "__main__":
    main()
