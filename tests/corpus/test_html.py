"""Pages of publishers: reference lists and marks of every platform, records, what is left out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from corpus import Paper, ReadError, read_bytes
from tests.rows import each_row

FORMATS = Path(__file__).resolve().parents[1] / "data" / "formats"


def _read(body: str, head: str = "") -> Paper:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(page.encode(), id="a", source="a.html")


TEXT = "<h1>Shells on dots</h1><h2>Introduction</h2><p>Dots of PbS were coated by Roe et al.{}</p>"

PLATFORMS = yaml.safe_load((FORMATS / "platforms.yaml").read_text(encoding="utf-8"))


@each_row("name", sorted(PLATFORMS))
def test_marks_and_references_of_every_platform(name: str) -> None:
    mark, references = PLATFORMS[name]["mark"], PLATFORMS[name]["references"]
    paper = _read(f"<article>{TEXT.format(mark)}{references}</article>")
    (passage,) = (p for p in paper.passages if p.kind == "paragraph")
    assert passage.text.removesuffix(".") + "." == "Dots of PbS were coated by Roe et al."
    assert [c.numbers for c in passage.citations] == [("1",)]
    first = paper.references[0]
    assert len(paper.references) == (4 if name == "a broken list" else 1)
    assert (first.number, first.container.rstrip("."), first.year) == ("1", "Layer Lett", 2011)
    assert [(a.family, a.given.replace(" ", "").replace(".", "")) for a in first.authors] == [
        ("Roe", "AB"),
        ("Vik", "S"),
    ]
    assert first.title in {"", "Alumina for dots"}
    assert ("Alumina for dots" in references) == bool(first.title)
    assert (first.volume or "4", first.pages.split("–")[0]) == ("4", "17")
    assert first.span is not None
    printed = paper.raw[slice(*first.span)]
    assert not [word for word in ("Cross", "Scholar", "PDF", "↵", "DOI") if word in printed]


def test_an_entry_of_several_works_gives_several_references() -> None:
    listed = (
        '<h2>References</h2><ol><li><span id="cit1">(a) A. B. Roe and S. Vik, <i>Layer Lett.</i>,'
        " 2011, <b>4</b>, 17–23; (b) T. Ek, <i>Surf. Grow.</i>, 2014, <b>8</b>, 77.</span></li>"
        '<li><span id="cit2">C. Poe, <i>J. Ex.</i>, 2015, <b>1</b>, 2.</span></li></ol>'
    )
    paper = _read(TEXT.format('<a href="#cit1"><sup>1</sup></a>') + listed)
    assert [(r.number, r.authors[0].family, r.year) for r in paper.references] == [
        ("1", "Roe", 2011),
        ("1", "Ek", 2014),
        ("2", "Poe", 2015),
    ]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",)]


FULL = {
    "title": "Shells on dots",
    "authors": [("Roe", "Ada B."), ("van der Poel", "Maria")],
    "year": 2011,
    "container": "Layer Letters",
    "doi": "10.5555/al.2011",
}
META = '<meta name="{}" content="{}">'
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "BreadcrumbList", "name": "x"},
        {
            "@type": "ScholarlyArticle",
            "headline": "Shells on dots",
            "datePublished": "2011-03-04",
            "author": [{"@type": "Person", "name": "Ada B. Roe"}, {"name": "Maria van der Poel"}],
            "isPartOf": {"@type": "Periodical", "name": "Layer Letters"},
            "sameAs": "https://doi.org/10.5555/al.2011",
        },
    ],
}
HEADS = {
    "Highwire": "".join(
        META.format(f"citation_{name}", value)
        for name, value in [
            *[("title", "Shells on dots"), ("author", "Roe, Ada B.")],
            *[("author", "Maria van der Poel"), ("publication_date", "2011/3/4")],
            *[("journal_title", "Layer Letters"), ("doi", "doi:10.5555/al.2011")],
        ]
    ),
    "Dublin Core": "".join(
        META.format(name, value)
        for name, value in [
            *[("dc.Title", "Shells on dots"), ("dc.Creator", "Ada B. Roe")],
            *[("DC.creator", "van der Poel, Maria"), ("dc.Date", "March 4, 2011")],
            *[("DC.Identifier", "ISSN 1234"), ("dc.Identifier", "10.5555/al.2011")],
            ("DC.Source", "Layer Letters"),
        ]
    ),
    "PRISM": "".join(
        META.format(name, value)
        for name, value in [
            *[("dc.title", "Shells on dots"), ("dc.creator", "Roe, Ada B.; van der Poel, Maria")],
            *[("prism.coverDate", "2011-03-04"), ("prism.publicationName", "Layer Letters")],
            ("prism.doi", "10.5555/al.2011"),
        ]
    ),
    "JSON-LD": f'<script type="application/ld+json">{json.dumps(LINKED)}</script>',
}


@pytest.mark.parametrize("name", sorted(HEADS))
def test_the_head_of_a_page_tells_its_record(name: str) -> None:
    record = _read("<h1>Shells on dots</h1><p>Dots grew.</p>", HEADS[name]).record
    assert record is not None
    assert {
        "title": record.title,
        "authors": [(a.family, a.given) for a in record.authors],
        "year": record.year,
        "container": record.container,
        "doi": record.doi,
    } == FULL


@pytest.mark.parametrize("script", ["{", "[" * 9999, '{"@type": "ScholarlyArticle"}', "[1, null]"])
def test_broken_json_in_a_page_does_no_harm(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    record = _read("<h1>Shells on dots</h1><p>Dots grew.</p>", head).record
    assert record is not None
    assert record.title == "Shells on dots"


def test_a_title_outside_the_article_is_found_and_a_kicker_is_none() -> None:
    paper = _read(
        "<h1>Letter</h1><h2>Shells on dots</h2>"
        "<article><h2>Methods</h2><p>Dots grew.</p></article>",
        META.format("citation_title", "Shells on dots"),
    )
    assert [(p.kind, p.text) for p in paper.passages] == [
        ("title", "Shells on dots"),
        ("heading", "Methods"),
        ("paragraph", "Dots grew."),
    ]


def test_a_doi_that_the_page_prints_is_its_own_and_one_of_its_references_is_not() -> None:
    listed = (
        '<h2>References</h2><ol><li>Roe, R. Dots. J. Ex. 2002, 2, 3. <a href="https://doi.org/10.5/b">'
        "https://doi.org/10.5555/b</a></li></ol>"
    )
    own = '<p><a href="https://doi.org/10.5555/al">https://doi.org/10.5555/al</a></p>'
    title = "<h1>Shells on dots</h1>"
    for body, doi in ((f"{title}{own}{listed}", "10.5555/al"), (f"{title}{listed}", "")):
        record = _read(body).record
        assert record is not None
        assert record.doi == doi


FURNITURE = (
    '<div class="cookie-banner"><p>We use cookies to grow 20 nm of TiO2.</p></div>',
    '<div id="onetrust-consent-sdk"><p>Accept all.</p></div>',
    '<ul class="breadcrumbs"><li>Home</li><li>Layers</li></ul>',
    '<div class="article-tools"><a>Download PDF</a></div>',
    '<div class="citedBySection"><h2>Cited By</h2><p>Ek grew ZnO on CdSe dots by ALD.</p></div>',
    "<section><h2>Cited by (3)</h2><p>Ek grew ZnO on CdSe dots by ALD.</p></section>",
    '<div class="recommended-articles"><p>ZnO on CdSe dots by ALD</p></div>',
    "<section><h3>Recommended articles</h3><ul><li>ZnO on CdSe dots by ALD</li></ul></section>",
    "<h2>Metrics</h2><p>12 views</p>",
    "<div><h2>Related articles</h2><ul><li>ZnO on CdSe dots by ALD</li></ul></div>",
    '<p class="visually-hidden">Skip to content</p>',
    '<div role="alertdialog"><p>Sign up for news on ALD of ZnO.</p></div>',
    "<footer><p>Example Press</p></footer>",
    "<ul><li><a>Download PowerPoint slide</a></li><li><a>Full size image</a></li></ul>",
    "<p><a>Search for more papers by this author</a></p>",
    '<p><span class="ref-overlay">3. A. Ek, ZnO on CdSe dots, J. Ex. 1, 2 (2003).</span></p>',
    '<form><p>Search ALD</p><input name="q"></form>',
)


@each_row("furniture", FURNITURE)
def test_what_is_not_the_article_is_left_out(furniture: str) -> None:
    before = "<h1>Shells on dots</h1><h2>Methods</h2><p>Dots grew in hexane.</p>"
    after = "<h2>Results</h2><p>The films were smooth.</p>"
    for page in (f"{before}{furniture}{after}", f"<main>{before}{after}{furniture}</main>"):
        assert [p.text for p in _read(page).passages] == [
            *("Shells on dots", "Methods", "Dots grew in hexane."),
            *("Results", "The films were smooth."),
        ]


LONG = "".join(f"<p>{f'Dots of PbS grew in run {n} of the series. ' * 9}</p>" for n in range(4))
KEPT = (
    "<p>Details stand in the <a href='/si'>Supporting Information</a>.</p>",
    "<p>See <a>Metrics</a> of the films.</p>",
    '<section id="related-work"><h2>Related work on shells</h2><p>Roe coated dots.</p></section>',
    "<h2>Figures of merit</h2><p>The ratio was 4.</p>",
    '<p class="note">A note is prose.</p>',
    "<ul><li>A pulse of water</li></ul>",
    f'<form id="aspnetForm">{LONG}</form>',
    f'<div class="download-wrapper sidebar">{LONG}</div>',
    f'<aside class="content">{LONG}</aside>',
)


@each_row("prose", KEPT)
def test_prose_is_kept_whatever_it_is_called(prose: str) -> None:
    with_it = _read(f"<h1>Shells</h1><p>Dots grew.</p>{prose}")
    without = _read("<h1>Shells</h1><p>Dots grew.</p>")
    assert len(with_it.passages) > len(without.passages)
    words = "".join(p.text for p in with_it.passages)
    inside = read_bytes(f"<p>{prose}</p>".encode(), id="a", source="a.html")
    assert all(p.text in words for p in inside.passages)


INSTEAD = {
    "robots": (
        "<title>Just a moment...</title>",
        "<h1>Checking your browser</h1>",
        "checks for robots",
    ),
    "captcha": ("", "<p>Please complete the CAPTCHA to go on.</p>", "checks for robots"),
    "cookies": ("<title>Cookies</title>", "<p>Please enable cookies and reload.</p>", "cookies"),
    "script": ("", "<p>You need to enable JavaScript to run this app.</p>", "JavaScript"),
    "missing": ("<title>404 Not Found</title>", "<h1>Not Found</h1><p>nginx</p>", "an error"),
    "denied": ("<title>Access Denied</title>", "<p>Reference #18.2</p>", "an error"),
    "login": (
        "<title>Login</title>",
        "<p>Sign in with your institution. Forgot password?</p>",
        "log",
    ),
    "sale": (
        "<title>Shells on dots | Layers</title>",
        "<h1>Shells on dots</h1><p>Purchase this article for 40 EUR.</p>",
        "for sale",
    ),
    "redirect": (
        '<title>Wait</title><meta http-equiv="refresh" content="0; url=/x">',
        "<p>Redirecting</p>",
        "redirects to another page",
    ),
}


@each_row("name", sorted(INSTEAD))
def test_a_page_that_is_sent_instead_of_the_article_is_refused(name: str) -> None:
    head, body, cause = INSTEAD[name]
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    for source in ("a.html", "a.pdf"):  # such pages are saved under the name of the paper
        with pytest.raises(ReadError) as caught:
            read_bytes(page.encode(), id="a", source=source)
        assert cause in caught.value.cause
        assert caught.value.cause.endswith("not the article")


def test_a_page_with_at_least_the_abstract_is_read() -> None:
    abstract = "Dots of PbS were coated with alumina by ALD at 60 °C. " * 5
    paper = _read(f"<h1>Shells</h1><h2>Abstract</h2><p>{abstract}</p><p>Get access</p>")
    assert [p.kind for p in paper.passages] == ["title", "heading", "paragraph"]


def test_an_article_may_speak_of_errors_and_access() -> None:
    assert _read("<h1>Shells</h1><p>The error of 403 runs was 4 %.</p>").passages
    assert _read(f"<h1>Access denied to oxygen</h1>{LONG}").passages
