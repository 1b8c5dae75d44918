"""A library as people keep it: the documents that its entries name, and the records they get."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import Paper, ReadError, open_library, read_papers
from tests.corpus.office_files import docx, paragraph

PAGE = "<html><body><h1>Page</h1><p>Dots were coated with Al2O3 by ALD at 80 °C.</p></body></html>"


def entry(key: str, file: str) -> str:
    return f"@article{{{key}, title={{Title of {key}}}, year=2011, file={{{file}}}}}\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Two entries with a page each under one name, one without a file, one whose file is gone."""
    for key in ("ABCD1234", "EFGH5678"):
        (tmp_path / "storage" / key).mkdir(parents=True)
        (tmp_path / "storage" / key / "page.html").write_text(PAGE, encoding="utf-8")
    file = tmp_path / "My library.bib"
    file.write_text(
        entry("doe11", "Snapshot:storage/ABCD1234/page.html:text/html")
        + entry("roe11", "/home/me/Zotero/storage/EFGH5678/page.html")
        + entry("poe11", "")
        + entry("moe11", "Full Text:storage/GONE9999/moe.pdf:application/pdf;x.pptx:x.pptx:slides"),
        encoding="utf-8",
    )
    return file


def test_the_files_of_a_library_are_read_with_its_records(library: Path) -> None:
    results = list(read_papers([library]))
    papers = [result for result in results if isinstance(result, Paper)]
    assert [
        (paper.id, paper.record.key, paper.record.title) for paper in papers if paper.record
    ] == [
        ("ABCD1234-page", "doe11", "Title of doe11"),
        ("EFGH5678-page", "roe11", "Title of roe11"),
    ]
    assert [str(result) for result in results if isinstance(result, ReadError)] == [
        f"{library}: line 4, entry 'moe11': no such file: storage/GONE9999/moe.pdf"
    ]


def test_a_library_in_a_folder_of_its_files(library: Path) -> None:
    papers = [p for p in read_papers([library.parent]) if isinstance(p, Paper)]
    assert [paper.record.key for paper in papers if paper.record] == ["doe11", "roe11"]


def test_of_an_entry_with_a_pdf_no_snapshot_is_read(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "a.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (tmp_path / "lib.bib").write_text(entry("doe11", "a.html;a.pdf;b.pdf"), encoding="utf-8")
    library = open_library([tmp_path / "lib.bib"])
    assert [path.name for path in library.documents] == ["a.pdf", "b.pdf"]


def test_a_word_file_takes_the_record_of_its_entry(tmp_path: Path) -> None:
    (tmp_path / "doe.docx").write_bytes(docx(paragraph("Wires were coated with zirconia.")))
    (tmp_path / "lib.bib").write_text(entry("doe11", "doe.docx"), encoding="utf-8")
    (paper,) = read_papers([tmp_path])
    assert isinstance(paper, Paper)
    assert paper.record is not None
    assert (paper.record.key, paper.record.title) == ("doe11", "Title of doe11")


def test_a_file_that_is_gone_is_not_lost_if_one_of_its_name_is_read(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "Doe 2011.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "lib.bib").write_text(entry("k", r"C:\\Users\\me\\Doe 2011.html"), encoding="utf-8")
    (paper,) = read_papers([papers, tmp_path / "lib.bib"])
    assert isinstance(paper, Paper)
    assert paper.record is not None
    assert paper.record.key == "k"


def test_every_loss_of_every_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@misc{a, year=2001}\n@misc{b, title={B}}\n", encoding="utf-8")
    (tmp_path / "b.ris").write_text("nothing", encoding="utf-8")
    library = open_library([tmp_path])
    assert [record.key for record in library.records] == ["b"]
    assert [str(problem) for problem in library.problems] == [
        f"{tmp_path / 'a.bib'}: line 1, entry 'a': has neither title, author nor DOI",
        f"{tmp_path / 'b.ris'}: holds no RIS record (from TY to ER)",
    ]
