"""One article in every format gives the same passages, citations and references."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import Paper, read, read_bytes
from tests.corpus.office_files import of_plain

FORMATS = Path(__file__).resolve().parents[1] / "data" / "formats"
MADE = ("shells.docx", "shells.odt")
FILES = ("shells.jats.xml", "shells.tei.xml", "shells.html", "shells.pdf", *MADE)


def _read(name: str) -> Paper:
    if name not in MADE:
        return read(FORMATS / name)
    data = of_plain(FORMATS / "shells.txt", name.rpartition(".")[2])
    return read_bytes(data, id="shells", source=name)


def _said(paper: Paper) -> list[tuple[str, str, list[tuple[int, tuple[str, ...]]]]]:
    """What a chemist reads, in an order that does not depend on where figures stand."""
    said = [
        (passage.kind, passage.text, [(c.at, c.numbers) for c in passage.citations])
        for passage in paper.passages
        if passage.text != "Jane Doe and Richard Roe"  # loose in plain text
    ]
    return sorted(said)


@pytest.mark.parametrize("name", FILES)
def test_a_text_is_the_same_in_every_format(name: str) -> None:
    assert _said(_read(name)) == _said(read(FORMATS / "shells.txt"))


@pytest.mark.parametrize("name", FILES)
def test_sections_are_the_same_in_every_format(name: str) -> None:
    sections = {p.text: p.section for p in read(FORMATS / "shells.txt").passages}
    for passage in _read(name).passages:
        if passage.kind == "paragraph":
            assert passage.section == sections[passage.text]


@pytest.mark.parametrize("name", FILES)
def test_references_agree_in_every_format(name: str) -> None:
    plain = read(FORMATS / "shells.txt")
    paper = _read(name)
    assert [r.number for r in paper.references] == [r.number for r in plain.references]
    for found, expected in zip(paper.references, plain.references, strict=True):
        assert found.title == expected.title
        assert found.year == expected.year
        assert [a.family for a in found.authors] == [a.family for a in expected.authors]
        assert found.span is not None
        assert found.title in " ".join(paper.raw[slice(*found.span)].split())


@pytest.mark.parametrize("name", [*FILES, "shells.txt"])
def test_the_own_record(name: str) -> None:
    record = _read(name).record
    assert record is not None
    assert record.title == "Alumina shells on lead sulfide nanocrystal films"
    assert record.doi == "10.5555/shells.2020"
    assert [author.family for author in record.authors] == ["Doe", "Roe"]
    if name not in {"shells.txt", "shells.pdf", *MADE}:  # these print no more of themselves
        assert (record.year, record.container) == (2020, "Journal of Examples")
        assert (record.volume, record.pages) == ("9", "17–24")


@pytest.mark.parametrize("name", [*FILES, "shells.txt"])
def test_offsets_lead_back_to_the_plain_text(name: str) -> None:
    paper = _read(name)
    passage = next(p for p in paper.passages if "conformal" in p.text)
    start = passage.text.index("Their photoluminescence")
    end = passage.text.index("Heating") - 1
    (span,) = passage.raw_spans(start, end)
    assert " ".join(paper.raw[slice(*span)].split()) == passage.text[start:end]
    marks = [paper.raw[slice(*c.span)] for p in paper.passages for c in p.citations]
    assert len(marks) == 7
    assert all(any(map(str.isdigit, mark)) and "\n" not in mark for mark in marks)


@pytest.mark.parametrize("name", FILES)
def test_reading_twice_gives_the_same(name: str) -> None:
    assert _read(name) == _read(name)


@pytest.mark.parametrize("name", FILES[:-2])
def test_the_id_is_the_name_without_its_suffixes(name: str) -> None:
    assert _read(name).id == "shells"
