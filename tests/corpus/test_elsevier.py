"""The XML of Elsevier's article API: text, marks, tables, records; with and without the article."""

from __future__ import annotations

import pytest

from corpus import Paper, read_bytes

CORE = """<coredata><prism:doi>10.5555/j.lay.2019.01.002</prism:doi>
<dc:title> Shells on dots </dc:title>
<prism:publicationName>Layers</prism:publicationName><prism:volume>9</prism:volume>
<prism:startingPage>17</prism:startingPage><prism:endingPage>24</prism:endingPage>
<prism:coverDate>2019-04-30</prism:coverDate><dc:creator>Sol, Ina</dc:creator>
<dc:description>Abstract Dots of PbS were coated with alumina.</dc:description></coredata>"""
ENTRY = """<ce:bib-reference id="bb{n}"><ce:label>[{n}]</ce:label>{works}</ce:bib-reference>"""
WORK = """<sb:reference id="rf{n}"><sb:contribution><sb:authors>
<sb:author><ce:given-name>A. B.</ce:given-name><ce:surname>Roe</ce:surname></sb:author>
<sb:author><ce:given-name>S.</ce:given-name><ce:surname>Vik</ce:surname></sb:author></sb:authors>
<sb:title><sb:maintitle>Films {n}</sb:maintitle></sb:title></sb:contribution><sb:host>
<sb:issue><sb:series><sb:title><sb:maintitle>Layer Lett.</sb:maintitle></sb:title>
<sb:volume-nr>4</sb:volume-nr></sb:series><sb:date>201{n}</sb:date></sb:issue><sb:pages>
<sb:first-page>17</sb:first-page><sb:last-page>23</sb:last-page></sb:pages></sb:host>
</sb:reference>"""
BOOK = """<sb:reference id="rb"><sb:contribution><sb:authors><sb:author>
<ce:given-name>C.</ce:given-name><ce:surname>Ek</ce:surname></sb:author></sb:authors></sb:contribution><sb:host><sb:edited-book>
<sb:title><sb:maintitle>Growth of shells</sb:maintitle></sb:title><sb:date>2001</sb:date>
<sb:publisher><sb:name>Books</sb:name></sb:publisher></sb:edited-book></sb:host></sb:reference>"""
OTHER = """<ce:other-ref><ce:textref>Poe, T.; Ek, C. Shells grown slowly. Surf. Grow. 2014, 8, 77.
</ce:textref></ce:other-ref>"""
ARTICLE = f"""<originalText><xocs:doc><xocs:serial-item><ja:article><ja:item-info/><ja:head>
<ce:title>Shells of Al<ce:inf loc="post">2</ce:inf>O<ce:inf loc="post">3</ce:inf> on dots</ce:title>
<ce:author-group><ce:author><ce:given-name>Ina</ce:given-name><ce:surname>Sol</ce:surname>
<ce:cross-ref refid="aff1"><ce:sup>a</ce:sup></ce:cross-ref></ce:author><ce:author>
<ce:given-name>Per</ce:given-name><ce:surname>Kern</ce:surname></ce:author></ce:author-group>
<ce:abstract class="author"><ce:section-title>Abstract</ce:section-title><ce:abstract-sec>
<ce:simple-para>Dots were coated.</ce:simple-para></ce:abstract-sec></ce:abstract>
<ce:abstract class="author-highlights"><ce:abstract-sec><ce:simple-para>Bright dots.
</ce:simple-para></ce:abstract-sec></ce:abstract></ja:head>
<ja:body><ce:sections><ce:section><ce:label>1</ce:label>
<ce:section-title>Methods</ce:section-title>
<ce:para>PbS dots were coated with Al<ce:inf>2</ce:inf>O<ce:inf>3</ce:inf> by
ALD<ce:hsp sp="0.25"/>at 60 °C [<ce:cross-ref refid="bb1">1</ce:cross-ref>,
<ce:cross-ref refid="bb3">3</ce:cross-ref>]. Zinc oxide followed
<ce:cross-refs refid="bb1 bb2 bb3"><ce:sup loc="post">1–3
</ce:sup></ce:cross-refs> with C<ce:glyph name="dbnd"/>O bands (<ce:cross-ref refid="f1">Fig. 1
</ce:cross-ref>).<ce:float-anchor refid="f1"/><ce:footnote><ce:note-para>Argon was dry.
</ce:note-para></ce:footnote><ce:list><ce:list-item><ce:label>•</ce:label><ce:para>pulse</ce:para>
</ce:list-item></ce:list></ce:para></ce:section></ce:sections>
<ce:acknowledgment><ce:para>We thank all.</ce:para></ce:acknowledgment></ja:body><ce:floats>
<ce:figure id="f1"><ce:label>Fig. 1</ce:label><ce:caption><ce:simple-para>Coated dots.
</ce:simple-para></ce:caption><ce:alt-text>Fig. 1</ce:alt-text></ce:figure>
<ce:table><ce:label>Table 1</ce:label><ce:caption>
<ce:simple-para>Growth</ce:simple-para></ce:caption>
<tgroup cols="2"><thead><row><entry>T (°C)</entry><entry>GPC</entry></row></thead><tbody><row>
<entry>80</entry><entry>1.1 Å</entry></row></tbody></tgroup></ce:table></ce:floats>
<ja:tail><ce:bibliography><ce:bibliography-sec>
{ENTRY.format(n=1, works=WORK.format(n=1))}{ENTRY.format(n=2, works=WORK.format(n=2) + BOOK)}
{ENTRY.format(n=3, works=OTHER)}</ce:bibliography-sec></ce:bibliography></ja:tail></ja:article>
</xocs:serial-item></xocs:doc></originalText>"""


def _read(core: str = CORE, article: str = ARTICLE) -> Paper:
    names = {
        **{"": "svapi/article/dtd", "ce": "common/dtd", "ja": "ja/dtd", "xocs": "xocs/dtd"},
        "sb": "common/struct-bib/dtd",
    }
    spaces = " ".join(
        f'xmlns{":" if key else ""}{key}="http://www.elsevier.com/xml/{name}"'
        for key, name in names.items()
    )
    others = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prism/basic/2.0/"'
    text = f"<full-text-retrieval-response {spaces} {others}>{core}{article}"
    return read_bytes(
        f"{text}</full-text-retrieval-response>".encode(), id="a", source="answer.xml"
    )


def test_an_answer_is_read_whole() -> None:
    assert [(p.kind, p.text) for p in _read().passages] == [
        ("title", "Shells of Al2O3 on dots"),
        ("heading", "Abstract"),
        ("paragraph", "Dots were coated."),
        ("heading", "1 Methods"),
        (
            "paragraph",
            "PbS dots were coated with Al2O3 by ALD at 60 °C. Zinc oxide followed with C=O bands"
            " (Fig. 1).",
        ),
        ("paragraph", "Argon was dry."),
        ("list_item", "pulse"),
        ("caption", "Fig. 1. Coated dots."),
        ("caption", "Table 1. Growth"),
        ("table", "| T (°C) | GPC |"),
        ("table", "| 80 | 1.1 Å |"),
    ]


def test_its_marks_cite() -> None:
    (passage,) = (p for p in _read().passages if p.text.startswith("PbS"))
    assert [c.numbers for c in passage.citations] == [("1", "3"), ("1", "2", "3")]


def test_its_references_are_records_and_several_works_share_a_number() -> None:
    found = [
        (r.number, [a.family for a in r.authors], r.title, r.container, r.year, r.pages, r.type)
        for r in _read().references
    ]
    assert found == [
        ("1", ["Roe", "Vik"], "Films 1", "Layer Lett.", 2011, "17–23", "article-journal"),
        ("2", ["Roe", "Vik"], "Films 2", "Layer Lett.", 2012, "17–23", "article-journal"),
        ("2", ["Ek"], "Growth of shells", "", 2001, "", "book"),
        ("3", ["Poe", "Ek"], "Shells grown slowly", "Surf. Grow.", 2014, "77", "article-journal"),
    ]


def test_its_own_record() -> None:
    record = _read().record
    assert record is not None
    assert [(a.family, a.given) for a in record.authors] == [("Sol", "Ina"), ("Kern", "Per")]
    assert (record.title, record.year, record.container) == (
        "Shells of Al2O3 on dots",
        2019,
        "Layers",
    )
    assert (record.volume, record.pages, record.doi) == ("9", "17–24", "10.5555/j.lay.2019.01.002")


def test_an_answer_without_the_article_gives_its_abstract() -> None:
    paper = _read(article="")
    assert [p.text for p in paper.passages] == [
        "Shells on dots",
        "Abstract",
        "Dots of PbS were coated with alumina.",
    ]
    assert paper.record is not None
    assert [a.family for a in paper.record.authors] == ["Sol"]


@pytest.mark.parametrize("root", ["ja:article", "ja:simple-article"])
def test_an_article_without_the_answer_around_it(root: str) -> None:
    start = ARTICLE.index("<ja:article>") + len("<ja:article>")
    inside = ARTICLE[start : ARTICLE.index("</ja:article>")]
    spaces = " ".join(
        f'xmlns:{key}="http://www.elsevier.com/xml/{key}/dtd"' for key in ("ja", "ce", "sb")
    )
    paper = read_bytes(f"<{root} {spaces}>{inside}</{root}>".encode(), id="a", source="a.xml")
    assert paper.passages[0].text == "Shells of Al2O3 on dots"
    assert len(paper.references) == 4
