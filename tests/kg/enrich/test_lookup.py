"""One record looked up: in which order the services are asked, and when no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus.model import Author, Reference
from kg.enrich.lookup import PATIENCE, Lookup
from kg.enrich.model import Question
from kg.errors import ServiceError

Json = dict[str, Any]
DOI = "10.5555/films.2015.7"
TITLED = Reference(
    authors=(Author(family="Meyer"),), title="Oxide coats on PbSe dots: Al2O3 by ALD", year=2015
)


def services(
    crossref: Json | None, openalex: Json | None, asked: list[str]
) -> Callable[[str, Question], Json | None]:
    """Services that know one work each, or none."""

    def ask(name: str, question: Question) -> Json | None:
        asked.append(f"{name} {question.path}")
        is_search = question.path == "works"
        if name == "Crossref":
            message: object = {"items": [crossref] if crossref else []} if is_search else crossref
            return {"message": message} if message else None
        return {"results": [openalex] if openalex else []} if is_search else openalex

    return ask


def test_a_doi_is_asked_for_in_both(crossref_work: Json, openalex_work: Json):
    asked: list[str] = []
    retracted = {**openalex_work, "is_retracted": True}
    outcome = Lookup(services(crossref_work, retracted, asked), limit=95).look_up(
        Reference(doi=DOI)
    )
    assert [question.partition(" ")[0] for question in asked] == ["Crossref", "OpenAlex"]
    assert outcome.warnings == ("retracted (OpenAlex)",)
    assert {change.source for change in outcome.changes} == {"Crossref"}
    assert all(change.way == "DOI" and change.kind == "new" for change in outcome.changes)


def test_a_title_is_searched_and_its_doi_asked_for(crossref_work: Json, openalex_work: Json):
    asked: list[str] = []
    outcome = Lookup(services(crossref_work, openalex_work, asked), limit=95).look_up(TITLED)
    assert asked == ["Crossref works", f"OpenAlex works/doi:{DOI}"]
    assert [(match.found.source, match.way) for match in outcome.matches] == [
        ("Crossref", "title"),
        ("OpenAlex", "DOI"),
    ]


def test_what_crossref_does_not_know_openalex_may(openalex_work: Json):
    asked: list[str] = []
    outcome = Lookup(services(None, openalex_work, asked), limit=95).look_up(TITLED)
    assert asked == ["Crossref works", "OpenAlex works", "Crossref works/10.5555%2Ffilms.2015.7"]
    assert {change.source for change in outcome.changes} == {"OpenAlex"}


def test_a_doi_of_another_work_is_told_and_the_title_searched(crossref_work: Json):
    own = Reference(title="Wear of gears in wind mills", doi=DOI)
    outcome = Lookup(services(crossref_work, None, []), limit=95).look_up(own)
    assert outcome.changes == ()
    assert outcome.warnings == (
        f"{DOI} is the DOI of 'Oxide coats on PbSe dots: Al2O3 by ALD' (Crossref)",
    )


def test_a_doi_of_a_notice_is_told(crossref_work: Json):
    notice = {**crossref_work, "update-to": [{"DOI": "10.5555/other", "type": "retraction"}]}
    outcome = Lookup(services(notice, None, []), limit=95).look_up(Reference(doi=DOI))
    assert (outcome.matches, outcome.warnings) == (
        (),
        (f"{DOI} is the DOI of a notice about 10.5555/other (Crossref)",),
    )


def test_of_nothing_nothing_is_asked():
    asked: list[str] = []
    assert Lookup(services(None, None, asked), limit=95).look_up(Reference()).failures == ()
    assert asked == []


def test_a_service_that_is_down_is_left_alone(openalex_work: Json):
    asked: list[str] = []
    others = services(None, openalex_work, asked)

    def ask(name: str, question: Question) -> Json | None:
        if name == "Crossref":
            asked.append("Crossref")
            raise ServiceError("Crossref: answered 503")
        return others(name, question)

    lookup = Lookup(ask, limit=95)
    outcomes = [lookup.look_up(Reference(doi=DOI)) for _ in range(PATIENCE + 2)]
    assert asked.count("Crossref") == PATIENCE
    assert all(outcome.matches for outcome in outcomes)
    told = [text for outcome in outcomes for text in outcome.failures]
    assert told[-1] == "Crossref: answered 503; it is not asked again"
    assert len(told) == PATIENCE
