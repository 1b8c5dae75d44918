"""What Crossref and OpenAlex are asked, and what their answers say."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.model import Author, Reference
from kg.enrich import crossref, openalex
from kg.enrich.openalex import divided
from kg.enrich.titles import plain_title

Json = dict[str, Any]
OWN = Reference(
    title="Coats, or: films | dots", authors=(Author(family="Meyer"),), year=2015, volume="12"
)

TITLES = {
    "On Al<sub>2</sub>O<sub>3</sub>\n            and   Si &amp; Ge": "On Al2O3 and Si & Ge",
    "Ta\n <sub>2</sub>\n O\n <sub>5</sub>\n films": "Ta2O5 films",
    "N<jats:sub>2</jats:sub> plasma": "N2 plasma",
    "<scp>ALD</scp> of <b>ZnO</b>": "ALD of ZnO",
    "On <sup>29</sup>Si": "On ²⁹Si",
    "p&lt;i&gt;n&lt;/i&gt; layers &amp;lt;100&amp;gt;": "pn layers <100>",
    "Gaps where x < 3 and y > 5": "Gaps where x < 3 and y > 5",
    '<span class="x">ZnO</span><br/> films': "ZnO films",
    '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" display="inline"><mml:msub>'
    "<mml:mi>HfO</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math> films": "HfO2 films",
    "<math><msub><mi>Al</mi><mn>2</mn></msub><msub><mi>O</mi><mn>3</mn></msub></math>-coated": (
        "Al2O3-coated"
    ),
    "<mml:math><mml:mi>ZnO</mml:math> films": "ZnO films",
    "": "",
}


def test_titles_lose_their_markup_and_keep_their_signs():
    assert {given: plain_title(given) for given in TITLES} == TITLES


def test_a_work_of_crossref(crossref_work: Json):
    found = crossref.read_work({"status": "ok", "message": crossref_work})
    assert found.record == Reference(
        authors=(
            Author(family="Meyer", given="Anna"),
            Author(family="van der Roe Jr.", given="Bo"),
            Author(family="The Coating Group"),
        ),
        title="Oxide coats on PbSe dots: Al2O3 by ALD",
        container="Journal of Films & Coats",
        year=2015,
        volume="12",
        issue="3",
        pages="101–109",
        publisher="Example Press (EP)",
        doi="10.5555/films.2015.7",
        type="article-journal",
    )
    assert (found.source, found.warnings, found.updates) == ("Crossref", (), ())


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"published-print": None}, "year", 2014),
        ({"issued": {"date-parts": [[None]]}, "published-print": None}, "year", 2014),
        ({"article-number": "3117"}, "pages", "3117"),
        ({"title": ["Coats"], "subtitle": ["On Dots"]}, "title", "Coats: On Dots"),
        ({"title": ["Coats: on dots"], "subtitle": ["On Dots"]}, "title", "Coats: on dots"),
        ({"type": "posted-content"}, "type", "preprint"),
        ({"type": "peer-review"}, "type", "document"),
        ({"title": [], "author": None, "page": ["1"], "volume": 7}, "volume", "7"),
        ({"author": ["Meyer", {"given": "A."}]}, "authors", ()),
        ({"container-title": [None, ""]}, "container", ""),
    ],
)
def test_fields_of_crossref(crossref_work: Json, change: Json, field: str, value: object):
    found = crossref.read_work({"message": {**crossref_work, **change}})
    assert getattr(found.record, field) == value


@pytest.mark.parametrize(
    ("change", "warnings"),
    [
        ({"updated-by": [{"type": "retraction", "DOI": "10.5555/n"}]}, ("retracted by 10.5555/n",)),
        ({"updated-by": [{"type": "partial-retraction"}]}, ("retracted in part",)),
        ({"updated-by": [{"type": "correction", "DOI": "10.5555/n"}]}, ()),
        ({"updated-by": "yes"}, ()),
        ({"title": ["RETRACTED ARTICLE: Oxide coats"]}, ("retracted",)),
        ({"title": ["[Retracted] Oxide coats"]}, ("retracted",)),
        ({"title": ["Withdrawn: Oxide coats"]}, ("withdrawn",)),
        ({"title": ["Retracted needles in a force microscope"]}, ()),
    ],
)
def test_works_taken_back_are_named(crossref_work: Json, change: Json, warnings: tuple[str, ...]):
    found = crossref.read_work({"message": {**crossref_work, **change}})
    assert found.warnings == warnings
    if "title" in change and warnings:
        assert found.record.title == "Oxide coats"


def test_a_notice_says_what_it_is_about(crossref_work: Json):
    notice = {**crossref_work, "update-to": [{"DOI": "10.5555/other", "type": "erratum"}]}
    assert crossref.read_work({"message": notice}).updates == ("10.5555/other",)


def test_a_work_of_openalex(openalex_work: Json):
    found = openalex.read_work(openalex_work)
    assert found.record == Reference(
        authors=(
            Author(family="Meyer", given="Anna"),
            Author(family="van der Roe", given="Bo"),
        ),
        title="Oxide coats on PbSe dots: Al2O3 by ALD",
        container="Journal of Films & Coats",
        year=2014,
        volume="12",
        issue="3",
        pages="101–109",
        publisher="Example Press",
        doi="10.5555/films.2015.7",
        type="article-journal",
    )
    assert found.warnings == ()
    assert openalex.read_work({**openalex_work, "is_retracted": True}).warnings == ("retracted",)


@pytest.mark.parametrize("broken", [{}, {"message": None}, {"message": {"items": {}}}])
def test_answers_of_another_shape_say_nothing(broken: Json):
    assert crossref.read_work(broken).record == Reference()
    assert crossref.read_works(broken) == ()
    assert openalex.read_work({"primary_location": None, "biblio": []}).record == Reference()
    assert openalex.read_works({"results": None}) == ()


def test_names_are_divided():
    names = {
        "Bo van der Roe": ("van der Roe", "Bo"),
        "Meyer, Anna B.": ("Meyer", "Anna B."),
        "Anna Meyer Jr.": ("Meyer Jr.", "Anna"),
        "De Rossi": ("Rossi", "De"),
        "Omega": ("Omega", ""),
    }
    found = {name: (divided(name).family, divided(name).given) for name in names}
    assert found == names


def test_questions():
    assert crossref.by_doi("10.5555/a(b)<c>#d?e").path == "works/10.5555%2Fa%28b%29%3Cc%3E%23d%3Fe"
    asked = crossref.by_record(OWN)
    assert asked is not None
    assert asked.parameters["query.bibliographic"] == "Meyer Coats, or: films | dots 12 2015"
    asked = openalex.by_record(OWN)
    assert asked is not None
    assert asked.parameters["filter"] == "title.search:Coats or films dots"
    for service in (crossref, openalex):
        assert service.by_record(Reference(authors=OWN.authors, year=2015)) is None
