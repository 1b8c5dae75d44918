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
