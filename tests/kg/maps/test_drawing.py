"""Pictures as files: the same bytes, words on every mark, nothing that a page may not have."""

from __future__ import annotations

import pytest
from lxml import etree

from kg.analytics.gaps import ABSENT, FAILED, NEVER, TOGETHER, UNLINKED
from kg.errors import QueryError
from kg.maps.drawing import draw
from kg.maps.files import print_map
from kg.maps.model import (
    Answer,
    Cell,
    Change,
    Changes,
    DrawnEdge,
    DrawnNode,
    HeatMap,
    Interval,
    Mark,
    NodeLinkDiagram,
    Picture,
    Point,
    Scatter,
    Span,
    Timeline,
)
from kg.table import Table

SVG = "{http://www.w3.org/2000/svg}"
ODD = Mark(title='<b>"A" & B</b>', iri="https://example.org/x", rows=("A & B", "<b>"))
ONE = Interval(low=1.0, high=1.0)
OPEN = Interval(low=2.0, high=None)
STATES = (TOGETHER, FAILED, UNLINKED, NEVER, ABSENT)

PICTURES: dict[str, Picture] = {
    "heat map": HeatMap(
        rows=("Al2O3",),
        columns=STATES,
        cells=tuple(
            Cell(row=0, column=n, state=state, studies=n, mark=ODD)
            for n, state in enumerate(STATES)
            if n
        ),
    ),
    "timeline": Timeline(
        spans=(Span(label="ALD", first="Alpha 2011", years=((2011, 1, ODD), (2013, 3, ODD))),)
    ),
    "scatter": Scatter(
        x_title="temperature / °C",
        y_title="growth / nm",
        points=(
            Point(series="ALD", x=ONE, y=Interval(low=1.0, high=2.0), mark=ODD),
            Point(series="CVD", x=Interval(low=None, high=3.0), y=OPEN, mark=ODD),
        ),
    ),
    "changes": Changes(
        title="yield / %",
        changes=(
            Change(group="ZnS", label="InP", start=0.5, end=ONE, mark=ODD),
            Change(group="ZnS", label="CdSe", start=None, end=OPEN, mark=ODD),
        ),
    ),
    "web": NodeLinkDiagram(
        nodes=tuple(
            DrawnNode(iri=name, kind=kind, label=name, below="makes · 1 study", mark=ODD)
            for name, kind in (("ZnO", "material"), ("ALD", "process"), ("PbX", "class"))
        ),
        edges=(
            DrawnEdge(ends=("ZnO", "ALD"), studies=2, mark=ODD),
            DrawnEdge(ends=("ALD", "PbX"), studies=1, mark=ODD),
        ),
    ),
}
MARKS = {"heat map": 4, "timeline": 2, "scatter": 2, "changes": 2, "web": 5}


def answer_of(picture: Picture | None) -> Answer:
    table = Table(columns=("study",), rows=(("Alpha 2011",),))
    return Answer(
        title="A & B", description="What <is> shown.", picture=picture, table=table, notes=("No.",)
    )


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_tells_its_marks_and_repeats_itself(name: str) -> None:
    answer = answer_of(PICTURES[name])
    linked = draw(answer, "svg", lambda mark: f"/x?{mark.iri}&y=1")
    assert linked == draw(answer, "svg", lambda mark: f"/x?{mark.iri}&y=1")
    root = etree.fromstring(linked)
    links = [*root.iter(f"{SVG}a")]
    assert len(links) == MARKS[name]
    for link in links:
        assert link.get("href") == "/x?https://example.org/x&y=1"
        assert link.findtext(f"{SVG}title") == ODD.title
    assert (root.get("role"), root.findtext(f"{SVG}title")) == ("group", "A & B")
    assert root.findtext(f"{SVG}desc") == "What <is> shown."
    assert root.get("viewBox")
    for banned in (b"style", b"<script", b"xlink", b"<metadata", b"#1b2426;"):
        assert banned not in linked
    assert b"currentColor" in linked


def test_a_picture_without_links_is_an_image() -> None:
    root = etree.fromstring(draw(answer_of(PICTURES["web"])))
    assert root.get("role") == "img"
    assert not [*root.iter(f"{SVG}a")]


def test_other_forms_repeat_themselves() -> None:
    answer = answer_of(PICTURES["scatter"])
    for form, magic in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        data = print_map(answer, "growth", form)
        assert data.startswith(magic)
        assert data == print_map(answer, "growth", form)


def test_without_a_picture_there_are_rows_and_a_reason() -> None:
    empty = answer_of(None)
    assert print_map(empty, "growth", "csv") == b"study\r\nAlpha 2011\r\n"
    assert b'"notes": [\n  "No."\n ]' in print_map(empty, "growth", "json")
    with pytest.raises(QueryError, match=r"growth: nothing in this graph matches \(No\), so there"):
        print_map(empty, "growth", "svg")


def test_an_interval_has_an_end() -> None:
    with pytest.raises(ValueError, match="without ends"):
        Interval(low=None, high=None)
