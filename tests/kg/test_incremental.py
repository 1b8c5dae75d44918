"""A build reads only what is new, and gives the graph of a build from nothing all the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kg.batch.checkpoints import Checkpoints
from kg.batch.extracting import Extracted, Order
from kg.batch.extraction import write_documents
from kg.batch.gathering import Executor
from kg.build import build
from kg.errors import StoreError
from kg.holdings import documents_table, last_run, remove_documents
from kg.store import READING, current_directory, open_graph, replace

pytestmark = pytest.mark.usefixtures("small_ontology")

TEXT = "HfO2 films were grown by ALD at 250 °C.\n"


def note(title: str, family: str, year: int, doi: str = "") -> str:
    told = f'title: "{title}"\nauthors: ["{family}, A."]\nyear: {year}\n'
    return f"---\nkey: k\n{told}" + (f"doi: {doi}\n" if doi else "") + f"---\n{TEXT}"


#: ``c`` tells that ``a`` and ``b`` are one study; ``plain`` has no record of its own.
FILES = {
    "a.md": note("Hafnium Oxide by ALD", "Kukli", 2002),
    "b.md": note("Hafnia Films", "Aarik", 2002, "10.1000/hf"),
    "c.md": note("Hafnium Oxide by ALD", "Kukli", 2002, "10.1000/hf"),
    "plain.txt": "PbSe quantum dots were infilled with Al2O3 by ALD at 70 °C.\n",
}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def dump(store: Path) -> list[str]:
    return sorted(str(quad) for quad in open_graph(store).quads(ontology=True))


def anew(papers: Path, tmp_path: Path) -> list[str]:
    """The graph of a build from nothing."""
    shutil.rmtree(tmp_path / "anew", ignore_errors=True)
    build([papers], tmp_path / "anew", workers=1)
    return dump(tmp_path / "anew")


def test_a_build_reads_only_what_is_new(papers: Path, tmp_path: Path, monkeypatch):
    store = tmp_path / "g"
    first = build([papers], store, workers=1)
    assert (len(first.documents), first.unchanged) == (4, ())
    before, graph = current_directory(store), dump(store)
    second = build([papers], store, workers=1)
    assert (second.documents, second.triples) == ((), 0)
    assert second.unchanged == ("a", "b", "c", "plain")
    assert current_directory(store) == before
    with monkeypatch.context() as code:
        code.setattr("kg.batch.finding.fingerprint", lambda: "another")
        assert len(build([papers], store, workers=1).documents) == 4
    third = build([papers], store, workers=1, again=True)
    assert (len(third.documents), third.unchanged) == (4, ())
    assert dump(store) == graph
    assert current_directory(store) != before
    (papers / "plain.txt").write_text("CdSe dots were coated with ZnS by SILAR.\n")
    (papers / "new.txt").write_text("ZnO was deposited from diethylzinc and ozone.\n")
    report = build([papers], store, workers=1)
    assert [d.id for d in report.documents] == ["new", "plain"]
    assert report.unchanged == ("a", "b", "c")
    run = last_run(open_graph(store))
    assert run is not None
    assert (run.added, run.replaced, run.removed, run.unchanged) == (("new",), ("plain",), (), 3)
    assert dump(store) == anew(papers, tmp_path)


def test_a_study_that_another_document_joined_is_told_apart_again(papers: Path, tmp_path: Path):
    store = tmp_path / "g"
    assert build([papers], store, workers=1).studies == 2
    (papers / "c.md").write_text(note("Hafnium Oxide by ALD", "Kukli", 2002))
    assert len(build([papers], store, workers=1).documents) == 1
    assert dump(store) == anew(papers, tmp_path)


def test_a_document_that_is_torn_is_read_again(papers: Path, tmp_path: Path):
    """Two of its references were one study, as long as another document said so."""
    (papers / "plain.txt").write_text(
        "PbSe dots were coated with Al2O3 by ALD.[1] ZnO was grown, too.[2]\n\nReferences\n\n"
        "(1) Kukli, A. Hafnium Oxide by ALD. J. Test. 2002, 1, 1-9.\n"
        "(2) Aarik, A. Hafnia Films. J. Test. 2002, 2, 10-19.\n"
    )
    store = tmp_path / "g"
    build([papers], store, workers=1)
    (papers / "c.md").write_text(note("Something Else", "Ritala", 1994))
    report = build([papers], store, workers=1)
    assert [d.id for d in report.documents] == ["c", "plain"]
    assert dump(store) == anew(papers, tmp_path)


def test_a_new_record_has_its_paper_read_again(papers: Path, tmp_path: Path):
    store = tmp_path / "g"
    build([papers], store, workers=1)
    library = papers / "library.bib"
    library.write_text("@article{plain, title={Infilled}, author={Doe, J.}, year={2001}}")
    report = build([papers], store, workers=1)
    assert [d.id for d in report.documents] == ["plain"]
    assert [(shelf.entries, shelf.read) for shelf in report.libraries] == [(1, 1)]
    assert dump(store) == anew(papers, tmp_path)
    again = build([papers], store, workers=1)
    assert (again.documents, again.triples) == ((), 0)
    assert [(shelf.entries, shelf.read) for shelf in again.libraries] == [(1, 1)]


def test_a_build_that_was_ended_goes_on(papers: Path, tmp_path: Path, monkeypatch):
    store, read = tmp_path / "g", []
    keep = Checkpoints.keep

    def count(self: Checkpoints, order: Order, found: Extracted) -> None:
        keep(self, order, found)
        read.extend([order.job.id] if found.data else [])

    def end(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(Checkpoints, "keep", count)
    with pytest.raises(KeyboardInterrupt):
        build([papers], store, workers=1, on_progress=end)
    assert read == ["c", "b", "a"]  # the largest first
    reading = store / READING
    (reading / "a.jsonl").write_bytes((reading / "a.jsonl").read_bytes()[:-20])  # damaged
    (papers / "b.md").write_text(note("Hafnia Films", "Aarik", 2002))  # changed since
    read.clear()
    report = build([papers], store, workers=1)
    assert sorted(read) == ["a", "b", "plain"]
    assert len(report.documents) == 4
    assert not reading.exists()
    assert len(list((store / "texts").iterdir())) == 4
    assert dump(store) == anew(papers, tmp_path)


def test_a_graph_without_a_ledger_is_read_again(papers: Path, tmp_path: Path, documents):
    from kg.rdf import document_quads, study_iris

    slugs = study_iris(documents)
    replace(tmp_path / "g", {d.id: document_quads(d, slugs) for d in documents})
    assert last_run(open_graph(tmp_path / "g")) is None
    assert len(build([papers], tmp_path / "g", workers=1).documents) == 4
    assert open_graph(tmp_path / "g").documents() == (
        *("a", "b", "c", "liu-2011", "plain", "survey"),
    )


def test_documents_are_removed_as_if_they_had_never_been(papers: Path, tmp_path: Path):
    store = tmp_path / "g"
    build([papers], store, workers=1)
    with pytest.raises(StoreError, match="no document 'plane' in this graph; did you mean 'plain'"):
        remove_documents(store, ["a", "plane"])
    assert "a" in open_graph(store).documents()
    done = remove_documents(store, ["c", "plain"])
    assert (done.names, done.left) == (("c", "plain"), 2)
    for name in ("c.md", "plain.txt"):
        (papers / name).unlink()
    assert dump(store) == anew(papers, tmp_path)
    assert [row[:2] for row in documents_table(open_graph(store)).rows] == [
        ("a", "note"),
        ("b", "note"),
    ]
    run = last_run(open_graph(store))
    assert run is not None
    assert run.removed == ("c", "plain")


def test_document_files_give_the_graph_of_their_papers(papers: Path, tmp_path: Path):
    folder = tmp_path / "documents"
    (papers / "bad.txt").write_bytes(b"\x00\x01")
    (papers / "library.bib").write_text("@article{plain, title={Infilled}, author={Doe, J.}}")
    done = write_documents([papers], folder, Executor(workers=1))
    assert (sorted(done.claims), done.kept) == (["a", "b", "c", "plain"], ())
    assert [Path(source).name for source, _ in done.rejected] == ["bad.txt"]
    (papers / "bad.txt").unlink()
    (folder / "library.bib").write_bytes((papers / "library.bib").read_bytes())
    report = build([folder], tmp_path / "g", workers=1)
    assert len(report.documents) == 4
    assert dump(tmp_path / "g") == anew(papers, tmp_path)
    assert len(build([folder], tmp_path / "g", workers=1).unchanged) == 4
    again = write_documents([papers], folder, Executor(workers=1))
    assert (again.claims, again.kept) == ({}, ("a", "b", "c", "plain"))
    assert sorted(p.name for p in folder.iterdir() if p.suffix != ".bib") == [
        *("a.jsonl", "b.jsonl", "c.jsonl", "plain.jsonl"),
    ]


def test_papers_and_document_files_stand_in_one_folder(papers: Path, tmp_path: Path):
    write_documents([papers], papers, Executor(workers=1))
    (papers / "plain.txt").unlink()
    (papers / "b.md").write_text(FILES["b.md"] + TEXT)
    report = build([papers], tmp_path / "g", workers=1)
    assert [d.id for d in report.documents] == ["a", "b", "c", "plain"]
    ((source, cause),) = report.rejected
    assert Path(source).name == "b.jsonl"
    assert "same document id 'b' as" in cause
    (papers / "b.jsonl").unlink()
    (papers / "plain.txt").write_text(FILES["plain.txt"])
    assert dump(tmp_path / "g") == anew(papers, tmp_path)


def test_a_wrong_document_file_is_named_and_the_rest_goes_on(papers: Path, tmp_path: Path):
    folder = tmp_path / "documents"
    write_documents([papers / "a.md", papers / "b.md"], folder, Executor(workers=1))
    lines = (folder / "a.jsonl").read_text().splitlines()
    lines[1] = json.dumps({**json.loads(lines[1]), "confidence": 10**400})
    (folder / "a.jsonl").write_text("\n".join(lines) + "\n")
    (folder / "claims.jsonl").write_text("\n".join(lines[1:]) + "\n")
    report = build([folder], tmp_path / "g", workers=1)
    assert [d.id for d in report.documents] == ["b"]
    causes = {Path(source).name: cause for source, cause in report.rejected}
    assert causes["a.jsonl"].startswith("line 2: confidence is not a number")
    assert causes["claims.jsonl"].startswith("claims without the header of a document")
