"""Which of the works found is the one looked for, and what it adds to the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import Author, Reference
from kg.enrich.changes import completed, in_words, propose
from kg.enrich.choice import choose, confirmed
from kg.enrich.model import Found, Match
from tests.rows import each_row

OWN = Reference(
    authors=(Author(family="Roe", given="B."),),
    title="Oxide coats on PbSe dots by ALD",
    year=2015,
    container="J. Films Coats",
    volume="12",
    pages="101",
)
WORK = replace(
    OWN, doi="10.5555/a", type="article-journal", authors=(Author(family="van der Roe"),)
)


def found(**fields: object) -> Found:
    record = replace(WORK, **fields)  # type: ignore[arg-type]
    return Found(record=record, source="Crossref", main_title=record.title.split(":")[0])


CHOICES = [
    # what differs in the works found, the DOI that is chosen
    ([{}], "10.5555/a"),
    ([{"title": "Oxide coats on PbSe dots, by ALD."}], "10.5555/a"),
    ([{"title": "Oxide coats on PbSe dots by ALD: a long story"}], "10.5555/a"),
    ([{"title": "Oxide coats on CdTe wires by ALD"}], None),
    ([{"year": 2016}], "10.5555/a"),
    ([{"year": 2018}], None),
    ([{"authors": (Author(family="Meyer"),)}], None),
    ([{"authors": ()}], "10.5555/a"),
    ([{"title": "Oxide coats on PbSe dots by ALD II", "doi": "10.5555/b"}, {}], "10.5555/a"),
    ([{"doi": "10.5555/b"}, {}], None),
    ([{"doi": "10.5555/b", "type": "preprint"}, {}], "10.5555/a"),
    ([{}, {"doi": "10.5555/A"}], "10.5555/a"),
    ([], None),
]


@each_row(("works", "doi"), CHOICES)
def test_choices_by_title(works: list[dict[str, object]], doi: str | None):
    match = choose(OWN, [found(**fields) for fields in works], 95)
    assert (match and match.found.record.doi) == doi
    assert match is None or match.way == "title"


def test_the_limit_is_the_callers():
    works = [found(title="Oxide coats on PbSe dot by an ALD")]
    assert choose(OWN, works, 99) is None
    assert choose(OWN, works, 90) is not None


def test_short_titles_need_author_and_year():
    short = replace(OWN, title="Thin films")
    works = [found(title="Thin films")]
    assert choose(short, works, 95) is not None
    assert choose(replace(short, authors=()), works, 95) is None
    assert choose(short, [found(title="Thin film")], 80) is None


def test_a_notice_of_the_same_title_is_not_the_work():
    notice = replace(found(doi="10.5555/n"), updates=("10.5555/a",))
    match = choose(OWN, [notice, found()], 95)
    assert match is not None
    assert match.found.record.doi == "10.5555/a"


def test_without_a_title_the_place_decides():
    untitled = replace(OWN, title="", authors=(Author(family="van der Roe"),))
    match = choose(untitled, [found(pages="101–109", container="Journal of Films and Coats")], 95)
    assert match is not None
    assert match.way == "place"
    assert choose(untitled, [found(pages="102–109")], 95) is None
    assert choose(replace(untitled, volume=""), [found()], 95) is None


def test_a_doi_is_taken_back_if_the_title_is_quite_another():
    assert confirmed(OWN, found()) is not None
    assert confirmed(replace(OWN, title=""), found()) is not None
    assert confirmed(replace(OWN, title="Oxide coats on PbSe"), found()) is not None
    assert confirmed(OWN, found(title="Wear of gears in wind mills")) is None


def match_of(record: Reference, source: str = "Crossref") -> Match:
    return Match(found=Found(record=record, source=source), way="DOI", similarity=98.0)


def test_gaps_are_filled_and_contradictions_are_named():
    other = replace(WORK, volume="13", issue="4", publisher="Example Press", pages="101–109")
    changes = propose(OWN, [match_of(other)])
    assert {change.field: change.kind for change in changes} == {
        "doi": "new",
        "volume": "conflict",
        "issue": "new",
        "publisher": "new",
        "type": "new",
    }
    assert (completed(OWN, changes).volume, completed(OWN, changes).issue) == ("12", "4")
    assert completed(OWN, changes, overwrite=True).volume == "13"


SAME = [
    ("container", "J. Films Coats", "Journal of Films & Coats"),
    ("container", "Nano Lett.", "Nano Letters"),
    ("container", "Proc. Natl. Acad. Sci.", "Proceedings of the National Academy of Sciences"),
    ("container", "J. Vac. Sci. Technol. A", "Journal of Vacuum Science & Technology A: Films"),
    ("container", "Angew. Chemie - Int. Ed.", "Angewandte Chemie International Edition"),
    ("pages", "101-109", "101–109"),
    ("pages", "050801", "50801"),
    ("title", "Al<sub>2</sub>O<sub>3</sub> Coats", "Al2O3 coats"),
    ("authors", (Author(family="Roe", given="B."),), (Author(family="van der Roe", given="Bo"),)),
    ("doi", "https://doi.org/10.5555/A", "10.5555/a"),
    ("publisher", "Wiley", "Wiley-VCH GmbH"),
    ("type", "chapter", "book"),
]
OTHER = [
    ("container", "J. Films", "Journal of Wires"),
    ("container", "Nature", "Nanoscale"),
    ("container", "J. Vac. Sci. Technol. A", "Journal of Vacuum Science & Technology B"),
    ("pages", "1–9", "3117"),
    ("title", "Coats of Al2O3", "Coats of HfO2"),
    ("authors", (Author(family="Roe"),), (Author(family="Roe"), Author(family="Meyer"))),
    ("authors", (Author(family="Gadyiar"),), (Author(family="Gadiyar"),)),
    ("doi", "10.5555/a", "10.5555/b"),
    ("year", 2014, 2015),
]


@pytest.mark.parametrize(("rows", "count"), [(SAME, 0), (OTHER, 1)], ids=["same", "other"])
def test_other_spellings_are_no_contradiction(rows: list[tuple[str, object, object]], count: int):
    wrong = []
    for field, now, proposed in rows:
        own, work = (Reference(**{field: value}) for value in (now, proposed))  # type: ignore[arg-type]
        if [c.kind for c in propose(own, [match_of(work)])] != ["conflict"] * count:
            wrong.append((field, now, proposed))
    assert wrong == []


def test_the_second_service_fills_what_the_first_does_not_know():
    first, second = Reference(volume="1"), Reference(volume="2", issue="9")
    changes = propose(Reference(), [match_of(first), match_of(second, "OpenAlex")])
    assert [(c.field, c.proposed, c.source) for c in changes] == [
        ("volume", "1", "Crossref"),
        ("issue", "9", "OpenAlex"),
    ]


def test_values_in_words():
    assert in_words((Author(family="Liu", given="Y."), Author(family="Omega"))) == "Liu, Y.; Omega"
    assert (in_words(2011), in_words(None), in_words("")) == ("2011", "", "")
