"""A generation that is a changed copy of the last one has the quads of one written from nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from corpus.model import Author, Reference
from kg.batch.diagnosis import Diagnosis
from kg.batch.reading import ReadDocument
from kg.batch.sources import Sources
from kg.batch.summary import summarise
from kg.build import write_sources
from kg.catalog import CATALOG_FILE
from kg.catalog.keeping import CatalogUpdater
from kg.holdings import remove_documents
from kg.ledger import Origin
from kg.model import (
    Chemical,
    Claim,
    Condition,
    Content,
    Document,
    Evidence,
    Form,
    Links,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
    Thing,
)
from kg.store import current_directory, ontology_quads, open_graph, render_quads, writing
from kg.upkeep import change
from ontology import embedded, rdf
from ontology.graphs import LEDGER_GRAPH
from ontology.iri import NAMESPACE
from tests.catalogs import content as catalog_content

WORKS = (
    ("Alpha", "Shells of cadmium sulfide grown in solution", "10.9/a"),
    ("Beta", "Infilling of films of lead selenide dots", "10.9/b"),
    ("Gamma", "Alumina on perovskite nanocrystals in toluene", ""),
    ("Delta", "A survey of coated nanocrystals and their fate", "10.9/d"),
    ("Beta", "Infiling of films of lead selenide dots", ""),  # a slip of the second
    ("Epsilon", "Quite another title of the second work", "10.9/b"),
)
SOLIDS = ("PbSe", "PbS", "PbX", "CdSe", "AlOx", "Al2O3", "ZnO", "CsPbBr3")


def record(chance: random.Random, number: str) -> Reference:
    family, title, doi = chance.choice(WORKS)
    shown = doi if chance.random() < 0.5 else ""
    return Reference(
        number=number,
        authors=(Author(family=family),),
        title=title,
        year=2011,
        doi=shown,
        type="article-journal",
    )


def content(chance: random.Random) -> tuple[Content, Links]:
    solid, other = chance.sample(SOLIDS, 2)
    kelvin = Quantity(value=float(chance.choice([300, 350])), unit="K")
    made: list[tuple[Content, Links]] = [
        (Material(role=chance.choice(["core", "nanocrystal"]), formula=solid), Links()),
        (Form(formula=solid, form="quantum_dot"), Links()),
        (System(architecture="core_shell", layers=(solid, other)), Links()),
        (Process(process="thermal_ald"), Links(makes=(Thing("material", other),))),
        (
            Chemical(role="precursor", chemical="trimethylaluminum"),
            Links(used_for=(Thing("material", other),)),
        ),
        (Condition(parameter="temperature", quantity=kelvin), Links()),
        (Technique(technique="tem"), Links(shows=(Thing("outcome", "stability"),))),
        (
            Outcome(property="stability", direction=chance.choice(["increase", "absent"])),
            Links(of=(solid, other), agent=(Thing("process", "ald"),)),
        ),
    ]
    return chance.choice(made)


def document(chance: random.Random, name: str) -> Document:
    references = tuple(record(chance, str(n)) for n in range(1, 4))
    claims = []
    for at in range(chance.randint(2, 9)):
        said, links = content(chance)
        start = 100 * (at // 2)
        evidence = Evidence(spans=((start, start + 9),), rule="r", extractor="x", quote=f"S{start}")
        claims.append(
            Claim(
                doc=name,
                study=chance.choice(["this", "1", "2", "3"]),
                content=said,
                evidence=evidence,
                confidence=chance.choice([0.6, 0.9]),
                links=links,
            )
        )
    own = record(chance, "") if chance.random() < 0.8 else None
    genre = chance.choice(["article", "article", "note"])
    return Document(
        id=name,
        sha256="0" * 64,
        claims=tuple(claims),
        references=references,
        record=own,
        genre=genre,
        written_from="d1" if genre == "note" else "",
    )


def write(store: Path, documents: list[Document]) -> None:
    read = {
        d.id: summarise(ReadDocument(document=d, diagnosis=Diagnosis(), origin=Origin()))
        for d in documents
    }
    with writing(store) as writer:
        write_sources(writer, Sources(read=read))


def dump(store: Path) -> tuple[list[str], list[str]]:
    """The named graphs, and the default graph."""
    opened = embedded.Store.read_only(str(current_directory(store)))
    named, default = [], []
    for quad in opened:
        if quad.graph_name == rdf.DefaultGraph():
            default.append(str(quad.triple))
        elif quad.graph_name != rdf.NamedNode(LEDGER_GRAPH):
            named.append(str(quad))
    return sorted(named), sorted(default)


@cache
def reasons() -> bytes:
    """What of the ontology the rules reason with: the kinds of forms, what is broader than what."""
    named = rdf.NamedNode(NAMESPACE + "NanocrystalForm")
    return render_quads(
        quad
        for quad in ontology_quads()
        if quad.predicate.value.endswith("#broader") or quad.object == named
    )


@pytest.mark.parametrize("seed", [1])
def test_changes_one_after_the_other_give_the_graph_of_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
):
    monkeypatch.setattr("kg.store.quads.rendered_ontology", reasons)
    amended = []
    monkeypatch.setattr("kg.delta.change", lambda *a: amended.append(1) or change(*a))
    kept = []
    keep = CatalogUpdater.keep
    monkeypatch.setattr(CatalogUpdater, "keep", lambda *a: keep(*a) or kept.append(1))
    chance = random.Random(seed)  # noqa: S311
    known = {f"d{n}": document(chance, f"d{n}") for n in range(6)}
    write(tmp_path / "g", list(known.values()))
    monkeypatch.setattr("kg.generations.SHARE", 1.0)
    for step in range(3):
        before = current_directory(tmp_path / "g")
        if step == 1:
            name = chance.choice(sorted(known))
            remove_documents(tmp_path / "g", [name])
            del known[name]
        else:
            name = f"d{6 + step}" if step == 0 else chance.choice(sorted(known))
            known[name] = document(chance, name)
            write(tmp_path / "g", [known[name]])
        assert current_directory(tmp_path / "g") != before
    assert len(amended) == 6  # twice for each of three steps
    assert len(kept) == 3
    open_graph(tmp_path / "g").write_catalog(tmp_path / "whole")
    written = catalog_content(tmp_path / "whole")
    for table, rows in catalog_content(current_directory(tmp_path / "g") / CATALOG_FILE).items():
        assert rows == written[table], table
    monkeypatch.setattr("kg.generations.SHARE", 0.0)
    write(tmp_path / "anew", list(known.values()))
    for changed, anew in zip(dump(tmp_path / "g"), dump(tmp_path / "anew"), strict=True):
        assert changed == anew
    assert open_graph(tmp_path / "g").documents() == tuple(sorted(known))


def test_claims_are_called_anew_where_another_document_calls_their_study_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("kg.store.quads.rendered_ontology", reasons)
    work = replace(record(random.Random(1), "1"), doi="10.9/m")  # noqa: S311
    said = document(random.Random(1), "d1").claims[0]  # noqa: S311
    first, second = (
        Document(id=name, sha256="0" * 64, references=(replace(work, authors=(author,)),))
        for name, author in (("d1", Author(family="Möller")), ("d2", Author(family="Moller")))
    )
    first = replace(first, claims=(replace(said, study="1"),))
    write(tmp_path / "g", [first])
    monkeypatch.setattr("kg.generations.SHARE", 1.0)
    write(tmp_path / "g", [second])
    labels = [quad for quad in dump(tmp_path / "g")[0] if " 2011: " in quad]
    assert ["Moller" in label for label in labels] == [True, True]  # of the claim, its statement
