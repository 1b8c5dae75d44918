"""Many files at once: the same for any number of processes and any order; bad files are named."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from kg.batch.extraction import write_documents
from kg.batch.gathering import Executor
from kg.batch.reading import read_batch
from kg.errors import ExtractionError
from kg.extract import EXTRACTOR

TEXTS = {
    "a.txt": "HfO2 films were grown by ALD at 250 °C from HfCl4 and water.\n",
    "b.txt": "PbSe quantum dots were infilled with Al2O3 by ALD at 70 °C.\n",
    "c.txt": "Nothing of the kind stands here.\n",
    "d.md": "ZnO was deposited from diethylzinc and ozone; eﬃcient, at 5 kDa.\n",
    "e.txt": "CdSe/CdS dots were coated with Xq2(thingO)3.\n",
}


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00")
    return folder


def test_any_number_of_workers_and_any_order_gives_the_same(papers):
    files = sorted(papers.iterdir())
    first = read_batch(files, workers=1)
    assert [one.document.id for one in first.read] == ["a", "b", "c", "d", "e"]
    assert sum(len(document.claims) for document in first.documents) > 8
    for workers, paths in ((2, files[::-1]), (3, [papers]), (2, [*files[3:], *files[:3]])):
        again = read_batch(paths, workers=workers)
        assert again == first
        assert repr(again) == repr(first)


def test_bad_files_are_named_with_their_cause(papers):
    batch = read_batch([papers, papers / "none.txt"], extract=lambda paper: ())
    assert len(batch.read) == 5
    assert [(Path(source).name, cause.split(" (")[0]) for source, cause in batch.rejected] == [
        ("bad.txt", "not UTF-8"),
        ("none.txt", "no such file or folder"),
    ]


def test_a_document_that_kills_its_process_is_named(papers):
    def extract(paper):
        if paper.id == "b":
            os.kill(os.getpid(), signal.SIGKILL)
        return ()

    batch = read_batch([papers], extract=extract, workers=2)
    assert [document.id for document in batch.documents] == ["a", "c", "d", "e"]
    causes = {Path(source).name: cause for source, cause in batch.rejected}
    assert "SIGKILL" in causes["b.txt"]


def test_of_files_that_are_read_together_only_the_one_that_kills_its_process_fails(
    papers, tmp_path
):
    for number in range(20):  # so many that several are read together
        (papers / f"n{number:02}.txt").write_text(TEXTS["a.txt"])

    def extract(paper):
        if paper.id == "b":
            os.kill(os.getpid(), signal.SIGKILL)
        return ()

    done = write_documents([papers], tmp_path / "documents", Executor(workers=1, extract=extract))
    assert len(done.claims) == 24
    causes = {Path(source).name: cause for source, cause in done.rejected}
    assert sorted(causes) == ["b.txt", "bad.txt"]
    assert "SIGKILL" in causes["b.txt"]


def test_files_that_are_read_together_give_the_documents_of_each(papers, tmp_path):
    written = {}
    for workers in (1, 7):  # with so many processes each reads one file at a time
        folder = tmp_path / str(workers)
        write_documents([papers], folder, Executor(workers=workers))
        written[workers] = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert len(written[1]) == 5
    assert written[1] == written[7]


def test_what_was_left_unread_is_told(papers):
    left = {one.document.id: one.diagnosis for one in read_batch([papers], workers=1).read}
    assert left["c"].silence == "no term of the field (1 sentence)"
    assert left["a"].silence == ""
    assert left["c"].doubt.startswith("never names atomic layer deposition or nanocrystals (")
    assert left["a"].doubt == ""
    assert left["d"].units == (("kDa", "5 kDa"),)
    assert left["d"].repairs == {"ligature": 1}


def test_documents_say_who_read_them(papers):
    own, other = (read_batch([papers], extract=e, workers=1) for e in (None, lambda paper: ()))
    assert {document.extractor for document in own.documents} == {EXTRACTOR}
    assert {document.extractor for document in other.documents} == {""}


def test_a_file_reached_on_two_ways_is_read_once(papers):
    batch = read_batch(
        [papers / "a.txt", papers / ".." / "papers" / "a.txt"], extract=lambda paper: ()
    )
    assert ([d.id for d in batch.documents], batch.rejected) == (["a"], ())


def test_two_files_with_one_document_id(papers):
    (papers / "a.md").write_text("Another.\n", encoding="utf-8")
    (papers / "bad.txt").unlink()
    batch = read_batch([papers], extract=lambda paper: ())
    assert [Path(d.source).name for d in batch.documents if d.id == "a"] == ["a.md"]
    ((source, cause),) = batch.rejected
    assert Path(source).name == "a.txt"
    assert "same document id 'a'" in cause


def test_a_missing_model_stops_the_batch(papers, monkeypatch):
    def fail():
        raise ExtractionError("no model")

    monkeypatch.setattr("kg.extract.text.language.language_model", fail)
    with pytest.raises(ExtractionError, match="no model"):
        read_batch([papers])


def test_records_beside_the_papers_say_what_they_are(papers):
    (papers / "library.bib").write_text(
        "@article{a, title={Hafnia}, author={Doe, J.}, year={2001}, doi={10.1000/xyz}}\n"
    )
    (papers / "broken.bib").write_bytes(b"\xff\xfe")
    (papers / "a.txt").write_text("Doi: 10.1000/xyz\n\n" + TEXTS["a.txt"], encoding="utf-8")
    batch = read_batch([papers], extract=lambda paper: ())
    record = batch.documents[0].record
    assert record is not None
    assert record.title == "Hafnia"
    assert sorted(Path(source).name for source, _ in batch.rejected) == ["bad.txt", "broken.bib"]
