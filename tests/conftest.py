"""What all tests share: the tiny corpus as documents and as a store, and golden files.

``pytest --update-golden`` writes golden files anew; look at the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from kg.build import bundled_documents
from kg.documents import read_document_file
from kg.model import Document
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph, render_quads
from ontology import rdf
from ontology.graphs import ONTOLOGY_GRAPH
from ontology.iri import PREFIXES

# The same examples are tried every time, however slow the machine is;
# ``pytest --hypothesis-profile search`` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile("same")

TESTS = Path(__file__).parent
TINY = TESTS / "data" / "tiny"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the files of tests/golden anew"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a file of ``tests/golden`` by its bytes: ``golden("tiny.nq", text)``."""

    def compare(name: str, text: str) -> None:
        path = TESTS / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path} is missing: pytest --update-golden writes it"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def tiny_documents() -> tuple[Document, ...]:
    """The documents of ``tests/data/tiny``: see the README there."""
    return tuple(read_document_file(file).document for file in sorted(TINY.glob("*.jsonl")))


@pytest.fixture(scope="session")
def tiny_store(tiny_documents: tuple[Document, ...]) -> EmbeddedGraph:
    """The tiny corpus and the ontology as a store in memory."""
    slugs = study_iris(tiny_documents)
    return EmbeddedGraph.in_memory(
        quad for document in tiny_documents for quad in document_quads(document, slugs)
    )


@pytest.fixture(scope="session")
def shipped_documents() -> tuple[Document, ...]:
    """The corpus that ships, its notes read once."""
    return tuple(bundled_documents())


@pytest.fixture(scope="session")
def bundled(shipped_documents: tuple[Document, ...]) -> EmbeddedGraph:
    """The corpus that ships, in memory."""
    slugs = study_iris(shipped_documents)
    return EmbeddedGraph.in_memory(
        quad for document in shipped_documents for quad in document_quads(document, slugs)
    )


@pytest.fixture
def small_ontology(monkeypatch: pytest.MonkeyPatch) -> None:
    """One triple in place of the ontology, so that a store on disk is written in no time."""
    terms = (PREFIXES["ald"] + "Study", PREFIXES["rdf"] + "type", PREFIXES["owl"] + "Class")
    quad = rdf.Quad(*map(rdf.NamedNode, terms), rdf.NamedNode(ONTOLOGY_GRAPH))
    monkeypatch.setattr("kg.store.quads.rendered_ontology", lambda: render_quads([quad]))
