"""``aldkg check``: whether the ontology, the bundled corpus and a graph are sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.door import complain
from api.errors import EXIT_FAILED
from corpus import ReadError

if TYPE_CHECKING:
    from rdflib import Graph

    from ontology.validation import Violation

#: Suffixes of RDF files and what rdflib calls the syntax.
_SYNTAXES = {".ttl": "turtle", ".nt": "nt", ".nq": "nquads", ".trig": "trig", ".jsonld": "json-ld"}


def check(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="[PATH]", help="A graph to check too: a store or an RDF file."),
    ] = None,
) -> None:
    """Check the ontology, the bundled corpus and a graph."""
    import ontology

    found = [("ontology", violation) for violation in ontology.validate(ontology.graph())]
    problems = check_bundled()
    if path is not None:
        graph = read_graph(path)
        found += [(str(path), violation) for violation in ontology.validate_data(graph)]
    for name, violation in found:
        complain(f"{name}: {describe(violation)}")
    for problem in problems:
        complain(str(problem))
    if problems or any(violation.severity == "violation" for _, violation in found):
        raise typer.Exit(EXIT_FAILED)
    typer.echo("ontology and bundled corpus are sound" + (f", and so is {path}" if path else ""))


def describe(violation: Violation) -> str:
    """Say in one line what is wrong."""
    return f"{violation.focus}: {violation.message} ({violation.check}, {violation.severity})"


def check_bundled() -> list[ReadError]:
    """Read every bundled note and list what cannot be read."""
    from corpus import bundled_notes, read

    problems: list[ReadError] = []
    for path in bundled_notes():
        try:
            read(path)
        except ReadError as error:
            problems.append(error)
    return problems


def read_graph(path: Path) -> Graph:
    """Read a store or an RDF file as one rdflib graph.

    Raises
    ------
    ReadError
        If it is missing or malformed.
    StoreError
        If the folder is no store.
    """
    if not path.exists():
        raise ReadError(str(path), "no such file or folder")
    return _read_store(path) if path.is_dir() else _read_file(path)


def _read_store(path: Path) -> Graph:
    import pyoxigraph as ox
    from rdflib import Graph

    from kg.store import Store
    from ontology.iri import ONTOLOGY_GRAPH

    known = ox.NamedNode(ONTOLOGY_GRAPH)
    quads = (quad for quad in Store.open(path).quads() if quad.graph_name != known)
    lines = "\n".join(f"{quad.triple} ." for quad in quads)
    return Graph().parse(data=lines, format="nt")


def _read_file(path: Path) -> Graph:
    from rdflib import Dataset, Graph
    from rdflib.exceptions import ParserError
    from rdflib.plugins.parsers.notation3 import BadSyntax

    syntax = _SYNTAXES.get(path.suffix)
    if syntax is None:
        raise ReadError(str(path), f"unknown format {path.suffix!r}: {', '.join(_SYNTAXES)}")
    dataset = Dataset(default_union=True)
    try:
        dataset.parse(path, format=syntax)
    except (BadSyntax, ParserError, ValueError, SyntaxError) as error:
        raise ReadError(str(path), f"malformed: {error}") from error
    graph = Graph()
    for triple in dataset.triples((None, None, None)):
        graph.add(triple)
    return graph
