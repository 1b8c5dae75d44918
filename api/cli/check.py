"""``aldkg check``: whether the ontology, the bundled corpus and a graph are sound."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.door import complain
from api.errors import EXIT_FAILED
from corpus import ReadError

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Graph

    from ontology.validation import Violation


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
    from kg.store import Store

    return _as_graph(quad.triple for quad in Store.open(path).quads())


def _read_file(path: Path) -> Graph:
    import pyoxigraph as ox

    syntax = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if syntax is None:
        raise ReadError(str(path), f"unknown format {path.suffix!r}, no RDF")
    try:
        return _as_graph(quad.triple for quad in ox.parse(path.read_bytes(), format=syntax))
    except (SyntaxError, ValueError) as error:
        raise ReadError(str(path), f"malformed: {error}".split(": expected ")[0]) from error


def _as_graph(triples: Iterable[ox.Triple]) -> Graph:
    from rdflib import Graph

    return Graph().parse(data="\n".join(f"{triple} ." for triple in triples), format="nt")
