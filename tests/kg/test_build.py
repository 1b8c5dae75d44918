"""From files to a graph: what is read, what is rejected, and the same bytes every time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.build import build, bundled_documents
from kg.catalog import CATALOG_FILE
from kg.errors import BuildError
from kg.extract import EXTRACTOR
from kg.queries.keys import KEYS_FILE
from kg.ship import ship
from kg.store import current_directory, open_graph

SHARED = Path(os.environ.get("ALDKG_SHARED", Path(__file__).parents[3] / "shared"))
ROOT = Path(__file__).parents[2]
NOTE = """---
key: liu-2011
authors: ["Liu, Y.", "Law, M."]
title: Robust, Functional Nanocrystal Solids by Infilling with Atomic Layer Deposition
journal: Nano Lett.
year: 2011
number: "88"
---
PbSe quantum dot films were infilled with Al2O3 by ALD at 70 °C.
"""


def dump(path: Path) -> list[str]:
    return sorted(str(quad) for quad in open_graph(path).quads())


def derived(path: Path) -> list[str]:
    return sorted(str(quad) for quad in open_graph(path).quads(ontology=True))


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "liu.md").write_text(NOTE, encoding="utf-8")
    (folder / "other.txt").write_text("HfO2 films were grown by ALD at 250 °C.\n", encoding="utf-8")
    return folder


def test_build_reports_what_it_did(papers, tmp_path):
    report = build([papers], tmp_path / "g")
    assert (len(report.documents), report.studies) == (2, 2)
    assert report.claims == sum(report.claims_by_kind.values()) > 5
    assert report.triples > 50
    assert report.rejected == ()


@pytest.mark.usefixtures("small_ontology")
def test_a_document_read_in_vain_is_told_from_one_that_was_not_read(papers, tmp_path):
    (papers / "vain.txt").write_text("Nothing of the field stands here.\n", encoding="utf-8")
    build([papers], tmp_path / "g")
    rows = open_graph(tmp_path / "g").query(
        """SELECT ?id ?version (COUNT(?scheme) AS ?schemes) {
            ?document dcterms:identifier ?id ; ald:readBy ?extraction .
            ?extraction ald:extractorVersion ?version ; ald:lookedFor ?scheme
        } GROUP BY ?id ?version ORDER BY ?id"""
    )
    read = [(row["id"].value, row["version"].value, int(row["schemes"].value)) for row in rows]
    assert [one[:2] for one in read] == [(n, EXTRACTOR) for n in ("liu", "other", "vain")]
    assert len({schemes for _, _, schemes in read}) == 1
    assert read[0][2] > 5


@pytest.mark.usefixtures("small_ontology")
def test_same_papers_give_the_same_bytes_in_any_order(papers, tmp_path):
    files = sorted(papers.iterdir())
    build(files, tmp_path / "one")
    build(list(reversed(files)), tmp_path / "two")
    assert dump(tmp_path / "one") == dump(tmp_path / "two")


@pytest.mark.usefixtures("small_ontology")
def test_any_number_of_workers_gives_the_same_bytes(papers, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.batch.rendering._PORTION", 1)  # every graph is made by a worker
    monkeypatch.setattr("kg.store.sharing._STUDIES", 1)  # and the statements on every study
    monkeypatch.setattr("kg.store.sharing._TERMS", 1)
    monkeypatch.setattr("kg.store.filling.is_small", lambda graph: False)  # keys are written
    reports = [build([papers], tmp_path / str(n), workers=n) for n in (1, 2)]
    assert dump(tmp_path / "1") == dump(tmp_path / "2") != []
    assert derived(tmp_path / "1") == derived(tmp_path / "2")
    one, two = (current_directory(tmp_path / n) for n in ("1", "2"))
    for name in (CATALOG_FILE, KEYS_FILE):
        assert (one / name).read_bytes() == (two / name).read_bytes()
    assert not [entry for entry in two.iterdir() if entry.is_dir()]
    assert reports[0].triples == reports[1].triples == len(dump(tmp_path / "1"))


@pytest.mark.usefixtures("small_ontology")
def test_bad_file_is_named_and_the_rest_goes_on(papers, tmp_path):
    (papers / "bad.txt").write_bytes(b"\xff\xfe\x00")
    (papers / "empty.txt").write_text("")
    report = build([papers, tmp_path / "none.txt"], tmp_path / "g")
    assert len(report.documents) == 2
    names = [Path(path).name for path, _ in report.rejected]
    assert sorted(names) == ["bad.txt", "empty.txt", "none.txt"]


@pytest.mark.usefixtures("small_ontology")
def test_failed_build_leaves_the_graph_as_it_was(papers, tmp_path):
    build([papers], tmp_path / "g")
    before = dump(tmp_path / "g")
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x00\x01")
    with pytest.raises(BuildError, match=r"bad\.txt"):
        build([bad], tmp_path / "g")
    assert dump(tmp_path / "g") == before


def test_nothing_to_build(tmp_path):
    with pytest.raises(BuildError, match="nothing to build"):
        build([], tmp_path / "g")
    assert not (tmp_path / "g").exists()


@pytest.mark.usefixtures("small_ontology")
def test_progress_ends_at_the_total(papers, tmp_path):
    steps = []
    build([papers], tmp_path / "g", on_progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 2), (2, 2)]


def test_bundled_corpus_has_the_review_and_its_notes():
    documents = {d.id: d for d in bundled_documents(extract=lambda paper: ())}
    review = documents.pop("review")
    assert len(review.references) == 152
    assert len(documents) >= 75
    assert all(d.genre == "note" for d in documents.values())
    assert all(not claim.evidence.quote for claim in review.claims)


@pytest.mark.skipif(
    not (SHARED / "seed" / "review.txt").is_file(), reason="the review is not beside the project"
)
def test_review_gives_the_shipped_file_byte_for_byte(tmp_path):
    made = ship(SHARED / "seed" / "review.txt", tmp_path)
    assert made.read_bytes() == (ROOT / "corpus" / "review" / "review.jsonl").read_bytes()


@pytest.mark.usefixtures("small_ontology")
def test_building_in_steps_gives_the_graph_of_building_at_once(tmp_path):
    text = "HfO2 films were grown by ALD at 250 °C.\n"
    fronts = {
        "a": 'title: "Hafnium Oxide by ALD"\nauthors: ["Kukli, K."]\nyear: 2002\ndoi: 10.1000/hf',
        "b": 'title: "HfO2"\nauthors: ["Aarik, J."]\nyear: 2002\ndoi: 10.1000/hf',
        "c": 'title: "Another"\nauthors: ["Ritala, M."]\nyear: 1994',
    }
    files = [tmp_path / f"{name}.md" for name in fronts]
    for file, front in zip(files, fronts.values(), strict=True):
        file.write_text(f"---\nkey: {file.stem}\n{front}\n---\n{text}", encoding="utf-8")
    report = build(files, tmp_path / "once")
    assert (len(report.documents), report.studies) == (3, 2)
    for order, store in ((files, "forth"), (files[::-1], "back")):
        for file in order:
            build([file], tmp_path / store)
        assert dump(tmp_path / store) == dump(tmp_path / "once")


def test_nothing_is_left_of_a_first_build_that_failed(tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    (tmp_path / "mine").mkdir()
    for store in (tmp_path / "new", tmp_path / "mine"):
        with pytest.raises(BuildError):
            build([tmp_path / "bad.txt"], store)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["bad.txt", "mine"]


@pytest.mark.usefixtures("small_ontology")
def test_named_file_takes_the_place_of_the_bundled_one(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.bundled_notes", list)
    (tmp_path / "review.txt").write_text("HfO2 films were grown by ALD.\n")
    report = build([tmp_path / "review.txt"], tmp_path / "g", bundled=True, extract=lambda p: ())
    assert len(report.documents) == 1
    assert open_graph(tmp_path / "g").documents() == ("review",)
    assert report.claims == 0
