"""Markup: marks from links, formulas, tables, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from corpus import Paper, ReadError, read_bytes
from corpus.limits import MAX_MARKUP_BYTES
from corpus.readers.markup.formula import flat_formula
from tests.rows import each_row

JATS = """<article><front><article-meta><title-group><article-title>Films of dots</article-title>
</title-group></article-meta></front><body>{}</body><back><ref-list>{}</ref-list></back></article>"""
REFS = "".join(
    f'<ref id="B{n}"><label>{n}</label><element-citation publication-type="journal">'
    f"<person-group><name><surname>Doe</surname></name></person-group>"
    f"<article-title>Films {n}</article-title><year>20{n:02}</year></element-citation></ref>"
    for n in range(1, 9)
)


def _jats(body: str, refs: str = REFS) -> Paper:
    return read_bytes(JATS.format(body, refs).encode(), id="a", source="a.xml")


def _x(number: int, text: str | None = None) -> str:
    return f'<xref ref-type="bibr" rid="B{number}">{number if text is None else text}</xref>'


MARKS = [
    (f"Dots grew.<sup>{_x(2)}</sup> They", "Dots grew. They", (10, ("2",))),
    (f"Dots grew.{_x(2, '<sup>2</sup>')} They", "Dots grew. They", (10, ("2",))),
    (f"Dots grew.<sup>{_x(2)},{_x(4)}</sup> They", "Dots grew. They", (10, ("2", "4"))),
    (f"Dots grew.<sup>{_x(2)}–{_x(4)}</sup> They", "Dots grew. They", (10, ("2", "3", "4"))),
    (f"Dots grew [{_x(2)}, {_x(5)}]. They", "Dots grew. They", (9, ("2", "5"))),
    (f"Dots grew {_x(2, '[2]')}–{_x(4, '[4]')}. They", "Dots grew. They", (9, ("2", "3", "4"))),
    (f"Dots grew ({_x(2, 'Doe, 2002')}). They", "Dots grew. They", (9, ("2",))),
    (
        f"Dots grew ({_x(2, 'Doe, 2002')}; {_x(3, 'Roe et al., 2003')}). They",
        "Dots grew. They",
        (9, ("2", "3")),
    ),
    (f"Dots grew (see {_x(2, 'Doe, 2002')}). They", "Dots grew. They", (9, ("2",))),
    (f"{_x(2, 'Doe et al. (2002)')} grew dots.", "Doe et al. grew dots.", (10, ("2",))),
    (f"Doe et al. ({_x(2, '2002')}) grew dots.", "Doe et al. grew dots.", (10, ("2",))),
    (f"As in ref {_x(7)}, dots grew.", "As in ref 7, dots grew.", (5, ("7",))),
    (f"Dots of Al<sup>3+</sup> grew.<sup>{_x(8)}</sup>", "Dots of Al³⁺ grew.", (18, ("8",))),
]


@each_row(("body", "text", "mark"), MARKS)
def test_links_become_marks(body: str, text: str, mark: tuple[int, tuple[str, ...]]) -> None:
    passage = _jats(f"<p>{body}</p>").passages[-1]
    assert passage.text == text
    assert [(c.at, c.numbers) for c in passage.citations] == [mark]


def test_what_is_not_tagged_in_a_tagged_document_is_no_mark() -> None:
    paper = _jats(
        f"<p>Dots grew.{_x(2)}</p><p>An area of 4 mm<sup>2</sup> at site<sup>3</sup>.</p>"
    )
    assert paper.passages[-1].text == "An area of 4 mm² at site³."
    assert paper.passages[-1].citations == ()


def test_links_whose_number_is_left_to_the_printer_cite_too() -> None:
    bare = [f'<xref ref-type="bibr" rid="B{n}"/>' for n in range(1, 9)]
    paper = _jats(
        f"<p>Dots grew.<named-content>{bare[1]}−{bare[2]} {bare[3]}</named-content> They"
        f" shone.<sup>{bare[5]}</sup></p>"
    )
    assert paper.passages[-1].text == "Dots grew. They shone."
    assert [c.numbers for c in paper.passages[-1].citations] == [("2", "3", "4"), ("6",)]


def test_permission_lines_credit_captions() -> None:
    paper = _jats(
        "<fig><label>Figure 2.</label><caption><p>Dots. Reprinted with permission from ref "
        f"{_x(5)}.</p></caption></fig><p>Dots grew.<sup>{_x(1)}</sup></p>"
    )
    caption = next(p for p in paper.passages if p.kind == "caption")
    assert caption.text.startswith("Figure 2. Dots. Reprinted with permission")
    assert [(c.numbers, c.permission) for c in caption.citations] == [(("5",), True)]


def test_blocks_inside_a_paragraph_come_behind_it() -> None:
    paper = _jats(
        "<p>Dots <fig><label>Fig. 1</label><caption><p>A dot</p></caption></fig>grew. Steps:"
        "<list><list-item><p>pulse</p></list-item><list-item><p>purge</p></list-item></list></p>"
    )
    assert [(p.kind, p.text) for p in paper.passages[1:]] == [
        ("paragraph", "Dots grew. Steps:"),
        ("caption", "Fig. 1. A dot"),
        ("list_item", "pulse"),
        ("list_item", "purge"),
    ]


def test_footnotes_are_prose_and_those_about_authors_are_not() -> None:
    paper = _jats(
        "<p>Dots<xref ref-type='fn' rid='n1'>a</xref> grew.<fn id='n1'><label>a</label><p>Argon was"
        " dry.</p></fn></p><fn-group><fn fn-type='conflict'><p>None.</p></fn></fn-group>"
    )
    assert [p.text for p in paper.passages[1:]] == ["Dots grew.", "Argon was dry."]


def test_several_works_under_one_number_are_references_each() -> None:
    work = (
        '<mixed-citation id="c{0}"><name><surname>{1}</surname></name>,'
        " <article-title>Films {0}</article-title>, <source>J. Ex.</source> <year>201{0}</year>."
        "</mixed-citation>"
    )
    other = work.format(2, "Roe").replace("mixed-", "element-").replace('id="c2"', "")
    refs = (
        f'<ref id="B1"><label>1</label>{work.format(1, "Doe")}{work.format(2, "Roe")}</ref>'
        f'<ref id="B2"><label>2</label><citation-alternatives>{work.format(3, "Ek")}{other}'
        "</citation-alternatives></ref>"
    )
    body = '<p>Dots grew.<sup><xref ref-type="bibr" rid="c2">1b</xref></sup></p>'
    paper = _jats(body, refs)
    assert [(r.number, r.authors[0].family, r.year) for r in paper.references] == [
        *[("1", "Doe", 2011), ("1", "Roe", 2012), ("2", "Ek", 2013)],
    ]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",)]


def test_rows_of_tables_are_passages() -> None:
    paper = _jats(
        "<table-wrap><label>Table 1</label><caption><p>Growth</p></caption><table><thead><tr>"
        "<th>T (°C)</th><th>GPC</th></tr></thead><tbody><tr><td>80</td><td>1.1 Å</td></tr></tbody>"
        "</table></table-wrap>"
    )
    assert [(p.kind, p.text) for p in paper.passages[1:]] == [
        ("caption", "Table 1. Growth"),
        ("table", "| T (°C) | GPC |"),
        ("table", "| 80 | 1.1 Å |"),
    ]


def test_cells_reach_into_other_rows_and_columns() -> None:
    paper = _jats(
        "<table-wrap><table><thead><tr><th rowspan='2'>Film</th><th colspan='2'>Growth</th></tr>"
        "<tr><th>T</th><th><p>GPC</p></th></tr></thead>"
        "<tbody><tr><td>ZnO</td><td>80</td><td/></tr></tbody></table></table-wrap>"
    )
    rows = [p for p in paper.passages if p.row is not None]
    assert [[p.text[slice(*p.clean_span(c))] for c in p.row.cells] for p in rows] == [
        ["Film", "Growth", "Growth"],
        ["Film", "T", "GPC"],
        ["ZnO", "80", ""],
    ]
    assert [p.row.is_head for p in rows] == [True, True, False]


FORMULAS = [
    ("<mrow><mi>x</mi><mo>≤</mo><mn>8</mn></mrow>", "x ≤ 8"),
    ("<msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup>", "10^{−7}"),
    ("<msubsup><mi>V</mi><mn>0</mn><mn>2</mn></msubsup>", "V_{0}^{2}"),
    ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "a/b"),
    ("<semantics><mi>a</mi><annotation>b</annotation></semantics>", "a"),
]


@pytest.mark.parametrize(("markup", "flat"), FORMULAS)
def test_formulas_in_a_line(markup: str, flat: str) -> None:
    assert flat_formula(etree.fromstring(markup)) == flat


def test_author_year_lists_are_numbered_in_order() -> None:
    refs = REFS.replace("<label>3</label>", "<label>Doe03</label>")
    assert [r.number for r in _jats("<p>Dots grew.</p>", refs).references] == [*"12345678"]


def test_an_html_page_without_links_has_its_marks_found() -> None:
    page = """<html><body><h1>Films of dots</h1><p>Dots grew.<sup>2</sup> The area was
    4 cm<sup>2</sup>.</p><h2>References</h2><ol><li>Doe, J. Films. J. Ex. 2001, 1, 2–3.</li>
    <li>Roe, R. Dots. J. Ex. 2002, 2, 3–4.</li></ol></body></html>"""
    paper = read_bytes(page.encode(), id="a", source="a.html")
    assert paper.passages[1].text == "Dots grew. The area was 4 cm²."
    assert [(c.at, c.numbers) for c in paper.passages[1].citations] == [(10, ("2",))]
    assert [r.title for r in paper.references] == ["Films", "Dots"]


ARTICLE = JATS.format("<p>Dots were coated with shells at 60 °C.</p>", REFS)
WRAPPED = {
    "an open-access API": "<response><apiMessage>ok</apiMessage><records>{}</records></response>",
    "PubMed Central": "<pmc-articleset>{}</pmc-articleset>",
    "a list": "<articles><total>1</total>{}</articles>",
    "OAI-PMH": (
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><GetRecord><record><header/>'
        '<metadata xmlns="">{}</metadata></record></GetRecord></OAI-PMH>'
    ),
    "an entity of the wrapper": (
        '<!DOCTYPE response [<!ENTITY % article SYSTEM "jats.dtd">]><response>{}</response>'
    ),
}


@pytest.mark.parametrize("name", sorted(WRAPPED))
def test_what_an_api_wraps_around_an_article_is_taken_off(name: str) -> None:
    bare = read_bytes(ARTICLE.encode(), id="a", source="a.xml")
    wrapped = read_bytes(WRAPPED[name].format(ARTICLE).encode(), id="a", source="a.xml")
    assert (wrapped.raw, wrapped.record) == (bare.raw, bare.record)
    assert wrapped.references == bare.references


def test_articles_in_the_namespace_of_the_library_are_read() -> None:
    spaced = ARTICLE.replace("<article>", '<article xmlns="https://jats.nlm.nih.gov/ns/1.3/">', 1)
    paper = read_bytes(f"<record>{spaced}</record>".encode(), id="a", source="a.xml")
    assert paper.passages[-1].text == "Dots were coated with shells at 60 °C."


def test_several_articles_in_a_file_are_named() -> None:
    doi = '<article-id pub-id-type="doi">10.5555/{}</article-id><title-group>'
    articles = "".join(ARTICLE.replace("<title-group>", doi.format(n)) for n in range(4))
    with pytest.raises(ReadError) as caught:
        read_bytes(f"<articles>{articles}</articles>".encode(), id="a", source="a.xml")
    assert caught.value.cause == (
        "holds 4 articles (10.5555/0, 10.5555/1, 10.5555/2, ...); save each in a separate file"
    )


#: Mistakes of XML that change no text.
HARMLESS = {
    "an id that is not a name": ("<p>", '<p xml:id="50cadf48">'),
    "an id with a blank": ("<p>", '<p xml:id="a b">'),
    "an empty id": ("<p>", '<p xml:id="">'),
    "an id that stands twice": ("<body>", '<body xml:id="b0"><sec xml:id="b0"/>'),
    "a prefix without a namespace": ("<p>", '<p xlink:href="x">'),
    "a raw control character": ("coated", "coa\x01ted"),
    "a control character as reference": ("coated", "coa&#1;ted&#x1F;"),
    "a surrogate as reference": ("coated", "coa&#xD835;ted&#55349;"),
    "a non-character": ("coated", "coa\uffffted"),
}


@each_row("name", sorted(HARMLESS))
def test_mistakes_that_change_no_text_are_passed_over(name: str) -> None:
    assert HARMLESS[name][0] in ARTICLE
    text = ARTICLE.replace(*HARMLESS[name])
    paper = read_bytes(text.encode(), id="a", source="a.xml")
    assert paper.passages[-1].text == "Dots were coated with shells at 60 °C."
    assert len(paper.references) == 8


ENCODINGS = ("ISO-8859-1", "windows-1252", "UTF-16", "UTF-16BE", "UTF-8", "US-ASCII")


@each_row("encoding", ENCODINGS)
@each_row("name", ["a.xml", "a.html", "noname"])
def test_a_declared_encoding_is_believed(encoding: str, name: str) -> None:
    text = "Dots by Müller grew at 200 °C ± 5 °C."
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p></body></html>'
    article = f'<?xml version="1.0" encoding="{encoding}"?>' + JATS.format(f"<p>{text}</p>", "")
    if encoding == "UTF-16BE":  # a byte order mark is what tells it
        page, article = "\ufeff" + page, "\ufeff" + article
    written = page if name == "a.html" else article
    data = written.encode(encoding, errors="xmlcharrefreplace")
    assert read_bytes(data, id="a", source=name).passages[-1].text == text


@pytest.mark.parametrize("name", ["a.xml", "a.html"])
def test_latin_1_with_the_signs_of_windows_is_read_as_meant(name: str) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>{}</p></body></html>'
    article = '<?xml version="1.0" encoding="ISO-8859-1"?><article><body><p>{}</p></body></article>'
    text = (page if name == "a.html" else article).format("At 200–300 °C")
    paper = read_bytes(text.encode("windows-1252"), id="a", source=name)
    assert paper.passages[-1].text == "At 200–300 °C"


def test_html_that_declares_nothing_is_utf_8_else_that_of_windows() -> None:
    page = "<html><body><p>At 200–300 °C</p></body></html>"
    for encoding in ("utf-8", "windows-1252"):
        assert read_bytes(page.encode(encoding), id="a", source="a.html").passages[0].text == (
            "At 200–300 °C"
        )


BOMB = "<!DOCTYPE a [<!ENTITY l0 'lol'>{}]><article><p>&l9;</p></article>".format(
    "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
)
BAD = {
    "bomb.xml": (BOMB, "its entities expand without limit"),
    "attribute.xml": (BOMB.replace("<p>", "<p k='&l9;'>"), "its entities expand without limit"),
    "entity.xml": (
        "<!DOCTYPE a [<!ENTITY x 'Dots'>]><article><p>&x;</p></article>",
        "declares its own XML entities",
    ),
    "outside.xml": (
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><article>&x;</article>",
        "contains no text",
    ),
    "deep.xml": ("<article>" + "<p>" * 200 + "x" + "</p>" * 200 + "</article>", "nested deeper"),
    "deeper.xml": ("<article>" + "<p>" * 99_999, "nested deeper than 150"),
    "open.xml": ("<article><p>Dots</article>", "not well-formed XML: Opening and ending tag"),
    "other.xml": ("<svg><p>Dots</p></svg>", "XML of a kind that is not read (<svg>"),
    "none.xml": ("", "empty"),
    "many.xml": (
        f"<pmc-articleset>{'<article><p>Dots</p></article>' * 2}</pmc-articleset>",
        "holds 2 articles",
    ),
    "deep.html": ("<div>" * 99_999 + "x", "elements nested deeper than"),
    "empty.html": ("", "empty"),
    "blank.html": ("<html><body><script>x</script></body></html>", "contains no text"),
    "large.html": ("<p>" + "x" * MAX_MARKUP_BYTES, "markup larger than 20 MB"),
    "archive.html": ("PK\x03\x04", "zip archive"),
}


@each_row("name", sorted(BAD))
def test_bad_markup_is_refused_in_one_line(name: str) -> None:
    text, cause = BAD[name]
    with pytest.raises(ReadError) as caught:
        read_bytes(text.encode(), id="a", source=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert cause in caught.value.cause
    assert "\n" not in str(caught.value)


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    text = (
        f"<!DOCTYPE article SYSTEM 'jats.dtd' [<!ENTITY x SYSTEM '{tmp_path / 'secret.txt'}'>]>"
        "<article><body><p>Dots &x; grew at 80&nbsp;&deg;C.</p></body></article>"
    )
    paper = read_bytes(text.encode(), id="a", source="a.xml")
    assert paper.passages[0].text == "Dots grew at 80 °C."


@pytest.mark.parametrize("where", ["http://dtd.example.org/a.dtd", "a.dtd", "{path}"])
@pytest.mark.parametrize("text", ["80&nbsp;&deg;C", "80 °C"])
def test_no_document_type_is_loaded(where: str, text: str, tmp_path: Path) -> None:
    types = tmp_path / "a.dtd"
    types.write_text("<!ENTITY broken")
    page = (
        f"<!DOCTYPE article PUBLIC '-//NLM//DTD JATS//EN' '{where.format(path=types)}'>"
        f"<article><body><p>Dots grew at {text}.</p></body></article>"
    )
    paper = read_bytes(page.encode(), id="a", source="a.xml")
    assert paper.passages[0].text == "Dots grew at 80 °C."
