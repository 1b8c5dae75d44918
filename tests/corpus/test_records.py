"""Records beside the papers: read from three formats, matched by DOI, title or file name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus import (
    Author,
    Paper,
    ReadError,
    Reference,
    find_papers,
    match_records,
    open_library,
    read_papers,
    read_records,
)
from corpus.records.matching import title_key

BIB = r"""
@string{jex = "J. Ex."}
@comment{not an entry}
@article{doe2011,
  author = {Doe, J. A. and van der Roe, Rita and {\"O}zg{\"u}r Poe and others},
  title = {Dots of {PbSe} in {Al$_2$O$_3$} \& air},
  journal = jex, year = 2011, volume = {5}, number = {6}, pages = {1--8},
  doi = {https://doi.org/10.5555/Dots}, abstract = {Long}
}
@book{roe,
  title = {Damaged
@inproceedings{poe, author = "Poe, A.", title = "Shells", booktitle = "Proc. Ex.", year = "2012"}
@article{doe2011, author = {Doe, J.}, title = {Under a key used before}, year = {2013}}
"""
RIS = """TY  - JOUR
AU  - Doe, J. A.
AU  - van der Roe, Rita
TI  - Dots of PbSe in Al2O3 & air
JO  - J. Ex.
PY  - 2011/03/01
VL  - 5
IS  - 6
SP  - 1
EP  - 8
DO  - 10.5555/Dots
ZZ  - unknown
ER  -
"""
CSL = """[{"id": "doe2011", "type": "article-journal", "DOI": "10.5555/Dots",
"title": "Dots of PbSe in Al<sub>2</sub>O<sub>3</sub> &amp; air", "container-title": "J. Ex.",
"author": [{"family": "Doe", "given": "J. A."},
           {"non-dropping-particle": "van der", "family": "Roe", "given": "Rita"}],
"issued": {"date-parts": [[2011, 3]]}, "volume": 5, "issue": "6", "page": "1-8"}]"""


@pytest.mark.parametrize(("name", "text"), [("a.bib", BIB), ("a.ris", RIS), ("a.json", CSL)])
def test_a_record_is_the_same_in_every_format(name: str, text: str) -> None:
    record = read_records(text.encode(), name)[0]
    assert record.title == "Dots of PbSe in Al2O3 & air"
    assert record.authors[0] == Author(family="Doe", given="J. A.")
    assert record.authors[1] == Author(family="van der Roe", given="Rita")
    assert (record.container, record.year, record.volume, record.issue) == (
        "J. Ex.",
        2011,
        "5",
        "6",
    )
    assert (record.pages, record.doi, record.type) == ("1–8", "10.5555/Dots", "article-journal")


def test_damaged_and_repeated_entries_of_bibtex() -> None:
    records = read_records(BIB.encode(), "a.bib")
    assert [(r.key, r.title, r.type) for r in records] == [
        ("doe2011", "Dots of PbSe in Al2O3 & air", "article-journal"),
        ("poe", "Shells", "paper-conference"),
        ("doe2011", "Under a key used before", "article-journal"),
    ]
    assert [author.family for author in records[0].authors] == ["Doe", "van der Roe", "Poe"]
    assert records[0].authors[2].given == "Özgür"


BAD = {
    "plain.bib": (b"no entry", "holds no BibTeX entry"),
    "open.bib": (b"@article{" + b"{" * 99_999, "holds no BibTeX entry"),
    "plain.ris": (b"no record", "holds no RIS record"),
    "empty.ris": (b"TY  - JOUR\nER  - ", "holds no RIS record (from TY to ER) (line 1, record: "),
    "cut.json": (b'[{"type": ', "not JSON: line 1"),
    "other.json": (b'{"a": 1}', "not CSL-JSON"),
    "deep.json": (b"[" * 99_999, "not CSL-JSON: nested too deeply"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_records_are_refused_in_one_line(name: str) -> None:
    data, cause = BAD[name]
    with pytest.raises(ReadError) as caught:
        read_records(data, name)
    assert cause in caught.value.cause
    assert "\n" not in str(caught.value)


def test_a_field_of_a_megabyte_is_left_out() -> None:
    text = "@article{a, title={Dots}, author={" + "Doe and " * 200_000 + "Roe}}"
    assert read_records(text.encode(), "a.bib")[0].authors == ()


RECORD = Reference(
    key="doe2011",
    title="Alumina shells on lead sulfide nanocrystal films",
    authors=(Author(family="Doe", given="J."),),
    year=2011,
    container="J. Ex.",
    doi="10.5555/dots",
    type="article-journal",
)


def _paper(**fields: object) -> Paper:
    record = replace(Reference(title=RECORD.title), **fields)  # type: ignore[arg-type]
    return Paper(id="a", raw="", passages=(), record=record)


def _key(paper: Paper, *records: Reference) -> str:
    (result,) = match_records([paper], records or [RECORD])
    assert result.record is not None
    return result.record.key


def test_a_doi_matches_whatever_the_title_and_case() -> None:
    assert _key(_paper(title="Something else", doi="10.5555/DOTS")) == "doe2011"


MATCHES = [
    {"title": "Alumina Shells on Lead Sulfide Nanocrystal Films"},
    {"title": "Alumina shells on lead sulﬁde nano-crystal films."},
    {"title": "Alumina shells on lead suIfide nanocrystal films"},  # a capital I read for l
    {"year": 2012},
    {"authors": (Author(family="van Doe"),)},
    {"title": "Alumina shells on lead sulfide nanocr"},  # cut behind its first line
    {"title": RECORD.title + " J. Doe, K. Roe, University of Examples"},
]
OTHERS = [
    {"title": "Alumina shells on zinc sulfide nanocrystal films"},
    {"title": "Alumina shells"},
    {"year": 2013},
    {"authors": (Author(family="Roe"),)},
    {"doi": "10.5555/other"},
    {"title": ""},
]


@pytest.mark.parametrize("fields", MATCHES)
def test_titles_match_with_small_slips(fields: dict[str, object]) -> None:
    assert _key(_paper(**fields)) == "doe2011"


@pytest.mark.parametrize("fields", OTHERS)
def test_other_works_do_not_match(fields: dict[str, object]) -> None:
    assert _key(_paper(**fields)) == ""


def test_of_two_works_that_fit_none_is_taken() -> None:
    other = replace(RECORD, doi="10.5555/two", key="two")
    assert _key(_paper(), RECORD, other) == ""
    assert _key(_paper(), RECORD, RECORD) == "doe2011"
    assert _key(_paper(year=2020), RECORD, replace(other, year=2020)) == "two"


def test_two_files_of_records_speak_of_one_work() -> None:
    library = replace(RECORD, doi="", volume="3", container="", key="mine")
    completed = replace(RECORD, volume="", pages="1–8", key="")
    for records in ([library, completed], [completed, library]):
        for paper in (_paper(), _paper(doi=RECORD.doi)):
            (result,) = match_records([paper], records)
            assert result.record is not None
            assert (result.record.doi, result.record.pages) == (RECORD.doi, "1–8")
    twice = [replace(library, doi=RECORD.doi), completed]
    (result,) = match_records([_paper(doi=RECORD.doi)], twice)
    assert result.record is not None
    assert (result.record.volume, result.record.pages) == ("3", "1–8")


def test_completed_records_count_before_others(tmp_path: Path) -> None:
    for name, year in (("a.json", 2015), ("enriched.json", 2016), ("z.json", 2017)):
        text = CSL.replace("2011, 3", str(year))
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [record.year for record in open_library([tmp_path]).records] == [2016, 2015, 2017]


def test_records_replace_what_the_page_says_but_only_fill_gaps_of_notes() -> None:
    page = _paper(title="Alumina shells on lead sulfide nanocrystal film", number="7")
    (article,) = match_records([page], [RECORD])
    assert article.record == replace(RECORD, number="7")
    (note,) = match_records([replace(page, genre="note")], [RECORD])
    assert note.record is not None
    assert note.record.title.endswith("film")
    assert (note.record.year, note.record.doi) == (2011, "10.5555/dots")


@pytest.mark.parametrize("source", ["papers/DOE2011.pdf", "x/doe2011.txt"])
def test_a_file_called_by_the_citation_key_matches(source: str) -> None:
    paper = replace(_paper(title="untitled"), source=source)
    (result,) = match_records([paper], [RECORD])
    assert result.record is not None
    assert result.record.title == RECORD.title
    assert match_records([replace(paper, record=None)], [RECORD])[0].record == RECORD
    contradicting = replace(_paper(title="untitled", year=1999), source=source)
    assert match_records([contradicting], [RECORD]) == (contradicting,)


def test_a_number_is_no_name_of_a_file() -> None:
    paper = Paper(id="1", raw="", passages=(), source="1.pdf")
    assert match_records([paper], [replace(RECORD, key="1")]) == (paper,)


def test_of_two_titles_that_begin_alike_none_is_taken() -> None:
    parts = [replace(RECORD, title=f"{RECORD.title}. {n}", doi="", key=n) for n in ("I", "II")]
    assert _key(_paper(title=RECORD.title[:40]), *parts) == ""


def test_papers_without_a_record_stay() -> None:
    paper = Paper(id="a", raw="", passages=())
    assert match_records([paper], [RECORD]) == (paper,)


@pytest.mark.parametrize(
    ("title", "key"), [("", ""), ("Al$_2$O$_3$", "al2o3"), ("«Dots», façades", "dotsfacades")]
)
def test_keys_of_titles(title: str, key: str) -> None:
    assert title_key(title) == key


def test_a_folder_gives_its_papers_their_records(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    text = "Dots of PbSe in Al₂O₃ & air\n\n## Abstract\n\nDots grew.\n"
    (tmp_path / "doe.txt").write_text(text, encoding="utf-8")
    (tmp_path / "sub" / "library.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "settings.json").write_text('{"a": 1}')
    (tmp_path / "broken.ris").write_text("nothing")
    assert [path.name for path in find_papers([tmp_path])] == ["doe.txt"]
    results = list(read_papers([tmp_path]))
    assert [str(result) for result in results if isinstance(result, ReadError)] == [
        f"{tmp_path / 'broken.ris'}: holds no RIS record (from TY to ER)",
        f"{tmp_path / 'sub' / 'library.bib'}: line 10, entry 'roe': is not closed "
        "(a brace or quotation mark is missing)",
        f"{tmp_path / 'sub' / 'library.bib'}: line 10, entry 'roe': "
        "has neither title, author nor DOI",
        f"{tmp_path / 'sub' / 'library.bib'}: line 13, entry 'doe2011': "
        "the entry in line 4 has the same key",
    ]
    (paper,) = [result for result in results if isinstance(result, Paper)]
    assert paper.record is not None
    assert (paper.record.year, paper.record.key) == (2011, "doe2011")


def test_a_file_of_records_may_be_named_itself(tmp_path: Path) -> None:
    (tmp_path / "library.json").write_text(CSL, encoding="utf-8")
    (tmp_path / "other.json").write_text("{}")
    assert find_papers([tmp_path / "library.json"]) == []
    library = open_library([tmp_path / "library.json", tmp_path / "other.json"])
    assert [record.key for record in library.records] == ["doe2011"]
    assert [problem.cause for problem in library.problems] == [
        "not CSL-JSON: no list of works with type and title"
    ]
