"""Which records are one study."""

from __future__ import annotations

import itertools

import pytest

from corpus.model import Author, Reference
from kg.identity import doi_key, same_study, study_slug, title_key, work_key


def record(family="Liu", year=2011, title="Robust Solids", doi=""):
    authors = (Author(family=family),) if family else ()
    return Reference(authors=authors, year=year, title=title, doi=doi)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (record(title="Robust solids."), True),
        (record(family="LIU"), True),
        (record(year=2012), False),
        (record(title="Other Solids"), False),
        (record(family="Law"), False),
    ],
)
def test_title_key(other, same):
    assert (title_key(record()) == title_key(other)) is same


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("10.1021/NL2028848", "10.1021/nl2028848"),
        ("https://doi.org/10.1021/nl2028848.", "10.1021/nl2028848"),
        ("doi:10.1021/nl2028848", "10.1021/nl2028848"),
        ("none", ""),
    ],
)
def test_doi_key(printed, key):
    assert doi_key(record(doi=printed)) == key


def test_doi_joins_what_titles_keep_apart_in_any_order():
    records = [
        record(doi="10.1000/x"),
        record(title="Robust Solids by ALD", doi="10.1000/x"),
        record(title="Robust Solids by ALD"),
        record(title="Another", doi="10.1000/y"),
    ]
    answers = [same_study(order) for order in itertools.permutations(records)]
    assert all(answer == answers[0] for answer in answers)
    slugs = [answers[0][work_key(r)] for r in records]
    assert slugs[0] == slugs[1] == slugs[2] != slugs[3]


def test_slug_is_readable_and_stable():
    assert study_slug(record()).startswith("liu-2011-")
    assert study_slug(record()) == study_slug(record(title="ROBUST solids"))
    assert study_slug(record(family="", year=None)).startswith("anonymous-undated-")


TITLE = "Robust, Functional Nanocrystal Solids by Infilling with Atomic Layer Deposition"


def full(**own):
    values = {
        "authors": (Author(family="Liu"),),
        "year": 2011,
        "title": TITLE,
        "container": "Nano Lett.",
        "volume": "11",
        "pages": "5349–5355",
    }
    return Reference(**(values | own))


@pytest.mark.parametrize(
    "other",
    [
        full(title=TITLE.upper().replace(",", " -"), container="", pages=""),
        full(title="", container="Nano Letters", pages="5349-5355"),
        full(title=TITLE.replace("Infilling", "Infiling"), container=""),
        full(authors=(Author(family="Lui"),), container=""),
        full(title="Some other title in the publisher's index"),
        full(authors=(Author(family="Liú"),)),
    ],
)
def test_slips_and_missing_titles_are_joined(other):
    slugs = same_study([full(), other])
    assert len(set(slugs.values())) == 1


@pytest.mark.parametrize(
    "other",
    [
        full(year=2012),
        full(authors=(Author(family="Law"),)),
        full(title=TITLE.replace("Nanocrystal", "PbSe"), pages="1"),
        full(title=TITLE.replace("Infilling", "Infiling"), pages="12–19"),
        full(title="", volume="12"),
        full(title="", container="J. Chem. Phys."),
    ],
)
def test_other_works_stay_apart(other):
    slugs = same_study([full(), other])
    assert len(set(slugs.values())) == 2


def test_formulas_are_never_taken_for_slips():
    a, b = (f"Colloidal layer deposition on {solid} quantum dots" for solid in ("PbS", "PbSe"))
    records = [full(title=title, container="") for title in (a, b)]
    assert len(set(same_study(records).values())) == 2


def test_titles_in_other_scripts_are_told_apart():
    records = [full(title=title, container="") for title in ("原子層堆積", "量子點")]
    assert len(set(same_study(records).values())) == 2
