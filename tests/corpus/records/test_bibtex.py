"""BibTeX and BibLaTeX of every hand: what an entry says, and what of a file is named as lost."""

from __future__ import annotations

import pytest

from corpus import Author, ReadError, Reference
from corpus.records import read_entries
from tests.rows import each_row


def read(text: str) -> list[Reference]:
    return [entry.record for entry in read_entries(text.encode(), "a.bib").entries]


def one(fields: str, kind: str = "article") -> Reference:
    (record,) = read(f"@{kind}{{k, title={{T}}, {fields}}}")
    return record


#: Fields of an entry, and what its record says; each stands for how some program writes.
FIELDS = [
    ("title = {Skins & rods, 99% of them}", "title", "Skins & rods, 99% of them"),
    (r"title = {Skins \& rods, 99\% of \#4}", "title", "Skins & rods, 99% of #4"),
    ("journal = {Chem. & Films}", "container", "Chem. & Films"),
    (r"title = {Films {\&} Co.}", "title", "Films & Co."),
    (r"title = {{L}ow-{T} {TiO$_{2}$} and ZnO{\textsubscript{x}}}", "title", "Low-T TiO2 and ZnOx"),
    (r"title = {Al{\$}{\_}2{\$}O{\$}{\_}3{\$} on wire}", "title", "Al2O3 on wire"),
    (r"title = {Grown at 80\,{\textdegree}C and $\alpha$ > 5 $\mu$m}", "title", "α > 5 μm"),
    (
        r"title = {{\textless}i{\textgreater}in situ{\textless}/i{\textgreater} rods}",
        "title",
        "in ",
    ),
    (r"title = {\emph{In situ} \textup{growth} by \ce{H2O}}", "title", "In situ growth by H2O"),
    ("title = {Dots &amp; rods of TiO<sub>2</sub>}", "title", "Dots & rods of TiO2"),
    ("title = {Cost of $5 a gram}", "title", "Cost of $5 a gram"),
    ("title = {Grown by}, subtitle = {pulses}", "title", "Grown by: pulses"),
    ("JournalTitle = {J. Ex.}, date = {2015-03-01}", "container", "J. Ex."),
    ("journaltitle = {J. Ex.}, date = {2015-03-01/2015-04}", "year", 2015),
    ("year = 2015, month = jan", "year", 2015),
    ("year = {in press (2016)}", "year", 2016),
    ("year = {}, date = {2017}", "year", 2017),
    ("doi = {https://doi.org/10.5555/a.1}", "doi", "10.5555/a.1"),
    ("doi = {doi:10.5555/a.1}", "doi", "10.5555/a.1"),
    (r"doi = {10.5555/a{\_}1}", "doi", "10.5555/a_1"),
    (r"doi = {10.5555/a\_1}", "doi", "10.5555/a_1"),
    (r"doi = {\url{https://dx.doi.org/10.5555/a}}", "doi", "10.5555/a"),
    ("url = {http://dx.doi.org/10.5555/a%201}", "doi", "10.5555/a%201"),
    ("url = {http://example.org/10.5555/a}", "doi", ""),
    (r"url = {http://example.org/a\%20b{\_}c}", "url", "http://example.org/a%20b_c"),
    ("pages = {3--5}", "pages", "3–5"),
    ("pages = {3 - 5}", "pages", "3–5"),
    ("eid = {021302}", "pages", "021302"),
    ("Author = {Roe, A}", "authors", (Author(family="Roe", given="A"),)),
    ("keywords = {a}, keywords = {b}, year = 2004", "year", 2004),
    ("year = 2004\n  volume = {7}", "volume", "7"),  # a comma is missing
    ("volume = 7, % the second\n year = 2004", "year", 2004),
    ('journal = "J. {"}Ex{"} of {Films}"', "container", 'J. "Ex" of Films'),
    (r"abstract = {An odd \{ brace}, volume = {7}", "volume", "7"),
]


@each_row(("fields", "name", "expected"), FIELDS)
def test_fields(fields: str, name: str, expected: object) -> None:
    is_titled = fields.startswith("title")
    (record,) = read(f"@article{{k, {'' if is_titled else 'title={T}, '}{fields}}}")
    value = getattr(record, name)
    if isinstance(expected, str) and name == "title":
        assert expected in value
    else:
        assert value == expected


#: Names as written, and family and given name of each.
NAMES = [
    (r"Kranz, Ida and {\"O}zg{\"u}r Lind", [("Kranz", "Ida"), ("Lind", "Özgür")]),
    (r"M\"uller, J and S\o rensen, N and {\'E}l\'{\i}as, {\L}", "Müller J|Sørensen N|Élías Ł"),
    ("Ludwig van Doe AND Roe, A", [("van Doe", "Ludwig"), ("Roe", "A")]),
    ("Doe, A and others", [("Doe", "A")]),
    ("Doe, A and {et al.}", [("Doe", "A")]),
    ("{Lab of Films and Wires} and Doe, A", [("Lab of Films and Wires", ""), ("Doe", "A")]),
    ("{van der Roe}, Rita", [("van der Roe", "Rita")]),
    ("Doe, Jr., A. B.", [("Doe", "A. B. Jr.")]),
    ("family=Berg, given=A., given-i=A, prefix=van der, useprefix=true", [("van der Berg", "A.")]),
    ("Doe, A.; Roe, B. C.; Poe, D", [("Doe", "A."), ("Roe", "B. C."), ("Poe", "D")]),
    ("Doe, A., Roe, B. C.", [("Doe", "A."), ("Roe", "B. C.")]),
    ("Doe, A and\n   Roe, B", [("Doe", "A"), ("Roe", "B")]),
]


@each_row(("names", "expected"), NAMES)
def test_names(names: str, expected: list[tuple[str, str]] | str) -> None:
    found = [(author.family, author.given) for author in one(f"author = {{{names}}}").authors]
    assert ("|".join(map(" ".join, found)) if isinstance(expected, str) else found) == expected


def test_two_author_fields_are_one_list() -> None:
    record = one("author = {Doe, A}, author = {Roe, B}, year = 2001")
    assert [author.family for author in record.authors] == ["Doe", "Roe"]


def test_strings_are_joined_whatever_their_case() -> None:
    text = """@STRING( jx = "J. " # {Ex.} )
    @string{jb = jx # " B"}
    @article(a, title={A}, journal = JX)
    @article{b, title={B}, journal = jb # { (} # 2 # {)}, year = 20 # 11}
    @article{c, title={C}, journal = unknown}"""
    assert [record.container for record in read(text)] == ["J. Ex.", "J. Ex. B (2)", "unknown"]
    assert read(text)[1].year == 2011


CROSSREF = """
@inproceedings{part, author={Doe, A}, title={Part}, pages={3--5}, crossref={WHOLE}}
@incollection{chap, title={Chapter}, xdata={press}, crossref={book}}
@article{late, title={Late}, crossref={issue}}
@article{circle, title={Circle}, crossref={circle}}
@proceedings{Whole, title={Meeting}, editor={Roe, B}, year=2015,
 publisher={Oblique}, doi={10.5555/p}}
@book{book, author={Poe, C}, title={Book}, date={2001}, crossref={series}}
@book{series, title={Series}, publisher={Upright}}
@periodical{issue, title={J. Ex.}, year={1999}, volume={4}}
@xdata{press, publisher={Of xdata}}
"""


def test_entries_inherit_from_those_they_refer_to() -> None:
    by_key = {record.key: record for record in read(CROSSREF)}
    part, chapter, late = by_key["part"], by_key["chap"], by_key["late"]
    assert (part.container, part.year, part.publisher) == ("Meeting", 2015, "Oblique")
    assert (part.title, part.doi, part.pages) == ("Part", "", "3–5")
    assert (chapter.container, chapter.year, chapter.publisher) == ("Book", 2001, "Of xdata")
    assert chapter.authors == ()
    assert (late.container, late.year, late.volume) == ("J. Ex.", 1999, "4")
    assert by_key["book"].publisher == "Upright"
    assert "press" not in by_key


def test_a_booktitle_of_the_proceedings_counts_before_their_title() -> None:
    text = "@inproceedings{a, title={A}, crossref={p}} @proceedings{p, title={P}, booktitle={B}}"
    assert read(text)[0].container == "B"


#: Files in which something is wrong: the keys that are read, and the line on what is not.
DAMAGED = [
    ("@article{a, title={A}\n@article{b, title={B}}", ["a", "b"], "line 1, entry 'a': is not clos"),
    ("@article{a, title={A\n\n@article{b, title={B}}", ["b"], "line 1, entry 'a': is not closed"),
    (
        "@article{a,\n title={A},\n publisher={Doe {& Co},\n year={2001}\n}\n@book{b, title={B}}",
        ["a", "b"],
        "line 1, entry 'a': the delimiters of 'publisher' do not balance",
    ),
    ("\n\n@article{a, title={A}, stray, year=2001}", ["a"], "line 3, entry 'a': 'stray' is not a"),
    ("@article{a, title={A}, crossref={gone}}", ["a"], "its crossref 'gone' is not an entry"),
    ("@article{a, title={A}}\n@misc{b, year=2001}", ["a"], "line 2, entry 'b': has neither title"),
    (
        "@article{a, title={A}}\n@misc{b, title={B}}\n@article{a, title={C}}",
        ["a", "b", "a"],
        "line 3, entry 'a': the entry in line 1 has the same key",
    ),
    ('@article{a, title="A}\n\n@article{b, title={B}}', ["b"], "line 1, entry 'a': is not closed"),
]


@pytest.mark.parametrize(("text", "keys", "problem"), DAMAGED)
def test_what_is_lost_is_named(text: str, keys: list[str], problem: str) -> None:
    read = read_entries(text.encode(), "a.bib")
    assert [entry.record.key for entry in read.entries] == keys
    assert any(problem in line for line in read.problems), read.problems


def test_the_fields_behind_damage_are_read() -> None:
    text = "@article{a,\n title={A},\n publisher={Doe {& Co},\n year={2001},\n doi={10.5555/a}\n}"
    (record,) = read(text)
    assert (record.title, record.year, record.doi) == ("A", 2001, "10.5555/a")


#: Text that is not an entry, and entries that BibTeX refuses: the keys read, without a complaint.
FRAMES = [
    ('@comment{old, title={Old}}\n@preamble{"\\def\\x{}"}\n@article{a, title={A}}', ["a"]),
    ("@comment{ @article{old, title={Old}} }\n@article{a, title={A}}", ["a"]),
    ("@comment unclosed {\n@article{a, title={A}}", ["a"]),
    ("% @article{old, title={Old}}\n%@article{older,\n@article{a, title={A}}", ["a"]),
    ("Mail: doe@example.org, {x}\n@article{a, title={A}}", ["a"]),
    ("% Encoding: UTF-8 @article{a, title={A}}", ["a"]),
    ("@article{title={A}, year=2001}", [""]),
    ("@article{, title={A}}", [""]),
    ("@article{\n  author={Doe, A},\n  title={A}\n}", [""]),
    ("@article{a\n  title={A}\n}", ["a"]),
    ("@article{ Doe 2001 , title={A}}", ["Doe 2001"]),
    ("@Article {ISI:0001,\nTitle = {{A}},\n}", ["ISI:0001"]),
    ("@article{a, title={A}}@article{b, title={B}} @ARTICLE(c, title={C})", ["a", "b", "c"]),
    ("@article{a, title={A mail@{home} of\n text}, year=2001,}", ["a"]),
    ("\ufeff@article{a, title={A}}\r\n\r\n@article{b,\r\n title={B}\r\n}", ["a", "b"]),
]


@each_row(("text", "keys"), FRAMES)
def test_frames_of_entries(text: str, keys: list[str]) -> None:
    read = read_entries(text.encode(), "a.bib")
    assert ([entry.record.key for entry in read.entries], read.problems) == (keys, ())


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("ARTICLE", "article-journal"), ("unpublished", "preprint"), ("collection", "book")],
)
def test_types(kind: str, expected: str) -> None:
    assert one("year=2001", kind).type == expected


def test_a_file_whose_entries_are_all_lost_says_why() -> None:
    with pytest.raises(ReadError, match=r"entry that can be read \(line 2, entry 'a': has"):
        read_entries(b"\n@misc{a, year=2001}", "a.bib")


def test_a_list_of_many_authors_is_read_and_one_of_a_megabyte_is_not() -> None:
    assert len(one("author = {" + " and ".join(["Doe, A"] * 3000) + "}").authors) == 3000
    assert one("author = {" + " and ".join(["Doe, A"] * 150_000) + "}").authors == ()
