"""What people do with the pages, in a browser: every page is one entry, and so is every use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import quote

import pytest

from api.curation.curators import add_curator
from api.settings import Settings
from kg.claims import claim_key
from kg.model import Claim, Document, Evidence, Outcome
from kg.rdf import document_quads, study_iris
from ontology import rdf
from tests.api.conftest import TINY, write_store
from tests.api.live import serving
from tests.browser.chrome import Visitor, launched, violations
from tests.rows import each_row

READER = "Roe, A."
STABLE = Claim(
    doc="roth",
    study="this",
    content=Outcome(property="stability", direction="increase"),
    evidence=Evidence(spans=((0, 22),), rule="r", extractor="x", quote="They were more stable."),
    confidence=0.8,
)
#: A document whose claim is decided on: those of the tiny graph have ids of their own making.
NOTE = Document(id="roth", sha256="", claims=(STABLE,))
MEYER, ROSSI = "meyer-2015-aaaa1111", "rossi-2019-bbbb2222"
COUNTED = "SELECT ?f (COUNT(*) AS ?n) { ?s ald:usesMaterial ?m . ?m ald:formula ?f } GROUP BY ?f"
MISSPELT = "SELECT *\nWHER { ?s a ald:Study }"

#: Every kind of page: it is accessible in light and dark, and fits a phone.
PAGES = (
    "/",
    "/?q=alumina",
    f"/studies/{MEYER}",
    "/process/thermal-ald",
    "/chemical",
    f"/evidence/{claim_key(STABLE)}",
    "/decisions",
    "/curate",
    "/maps/links",
    "/queries/studies-of-material?material=PbSe",
    f"/compare?study={MEYER}&study={ROSSI}",
    "/docs",
    f"/sparql-page?query={quote(COUNTED)}",
    f"/sparql-page?query={quote(MISSPELT)}",
    "/nowhere",
)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A browser on the service of the tiny graph; both are started once."""
    with launched() as context:
        folder = tmp_path_factory.mktemp("browser")
        store, curators = folder / "graph", folder / "curators"
        quads = document_quads(NOTE, study_iris((NOTE,)))
        write_store(store, TINY.read_bytes() + rdf.serialize(quads, format=rdf.RdfFormat.TRIG))
        token = add_curator(curators, READER)
        patient = Settings(
            store=store, workers=1, query_seconds=60, short_seconds=30, curators=curators
        )
        with serving(patient) as live:
            yield Visitor(context=context, url=live.url, token=token)


@each_row("path", PAGES)
def test_pages_are_accessible_and_fit(path: str, visitor: Visitor) -> None:
    with visitor.visit(path, width=390) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert "\n".join(violations(page)) == ""


def search(visitor: Visitor) -> None:
    """Results come while typing, and the address keeps what was asked."""
    with visitor.visit("/") as page:
        page.locator("#q").press_sequentially("sevenfold")
        page.wait_for_url("**/?q=sevenfold")
        assert page.locator("#results .studies > li").count() == 1
        page.wait_for_selector("mark:text('sevenfold')")


def facet(visitor: Visitor) -> None:
    """A facet narrows the results, and can be taken back."""
    with visitor.visit("/?q=PbSe+CdSe") as page:
        wide = page.url
        page.locator(".facets details").first.evaluate("one => one.open = true")
        page.locator(".facets a").first.click()
        assert page.url != wide
        page.locator(".facets a.on").click()
        page.wait_for_url(re.compile("q=PbSe"))
        assert not page.locator(".facets a.on").count()


def evidence(visitor: Visitor) -> None:
    """A claim of a study stands beside its sentence."""
    with visitor.visit("/?q=sevenfold") as page:
        page.locator(".studies .title a").click()
        row = page.locator("#outcomes tr, #outcome tr").filter(has_text="electron mobility")
        assert "The mobility rose sevenfold." in row.inner_text()


def export(visitor: Visitor) -> None:
    """The link to a record leads to a file."""
    with visitor.visit(f"/studies/{MEYER}") as page:
        with page.expect_download() as started:
            page.get_by_role("link", name="BibTeX").click()
        assert "10.5555/films.3" in started.value.path().read_text(encoding="utf-8")


def question(visitor: Visitor) -> None:
    """A question is filled in and answered, each study with a link."""
    with visitor.visit("/queries/studies-of-material") as page:
        page.get_by_label("material", exact=True).fill("PbSe")
        page.get_by_role("button", name="Ask").click()
        page.locator(".answer").get_by_role("link", name="Meyer 2015").first.click()
        page.wait_for_url(f"**/studies/{MEYER}")


def printed(visitor: Visitor) -> None:
    """A printed answer says what was asked, and a row stays on the page of its sentence."""
    with visitor.visit("/queries/studies-of-material?material=PbSe&role=") as page:
        assert not page.locator(".on-paper").is_visible()
        page.emulate_media(media="print")
        assert page.locator(".on-paper").inner_text() == "material: PbSe"
        assert not page.locator("form.fields").is_visible()
        kept = "getComputedStyle(document.querySelector('tbody.one')).breakInside"
        assert page.evaluate(kept) == "avoid"


def basket(visitor: Visitor) -> None:
    """A comparison grows by the study that is added, and the address holds both."""
    with visitor.visit(f"/compare?study={MEYER}") as page:
        page.locator(".add input, .ask input[name=study]").last.fill("Rossi 2019")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("study=.*study="))
        assert "Rossi 2019" in page.locator("table.compare").inner_text()


def chosen(visitor: Visitor) -> None:
    """What is not a name of a study is searched for, and the studies found are ticked."""
    with visitor.visit("/compare") as page:
        page.get_by_label("Add studies").fill("PbSe")
        page.keyboard.press("Enter")
        page.get_by_label("Meyer 2015").check()
        page.get_by_role("button", name="Add selected").click()
        page.get_by_role("link", name="Pin outcomes").click()
        page.wait_for_url(f"**/compare?study={MEYER}&first=outcomes")
        assert page.locator("table.compare thead th").nth(1).inner_text().startswith("Outcomes")


def pinned(visitor: Visitor) -> None:
    """Columns that are pinned stay in view side by side when the table is moved."""
    address = f"/compare?study={MEYER}&study={ROSSI}&first=outcomes&first=process&empty=1"
    with visitor.visit(address, width=800) as page:
        page.locator(".tall").evaluate("table => table.scrollLeft = 500")
        heads = [head.bounding_box() for head in page.locator("thead th").all()[:3]]
        ends = [(box["x"], box["x"] + box["width"]) for box in heads if box]
        assert ends[0][0] >= 0
        assert all(abs(a[1] - b[0]) <= 1 for a, b in pairwise(ends))


def picture(visitor: Visitor) -> None:
    """A field of a map leads to the rows behind it, and the picture is taken along."""
    with visitor.visit("/maps/material-by-process") as page:
        everything = page.locator("table.answer tbody").count()
        page.locator(".map svg a").first.click()
        page.wait_for_url(re.compile("first=.*#rows"))
        assert 0 < page.locator("table.answer tbody").count() < everything
        with page.expect_download() as started:
            page.get_by_role("link", name="SVG").click()
        assert "<svg" in started.value.path().read_text(encoding="utf-8")


def curation(visitor: Visitor) -> None:
    """A reader signs in, rejects a claim and says why; then the decision is taken back."""
    with visitor.visit(f"/evidence/{claim_key(STABLE)}") as page:
        page.get_by_role("link", name="Sign in").click()
        page.get_by_label("Your token").fill(visitor.token)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_label("wrong: reject it").check()
        page.get_by_label("Why").fill("The sentence says nothing of it.")
        page.get_by_role("button", name="Record the decision").click()
        page.wait_for_url("**state=done*")
        told = page.locator("#decisions .verdicts").inner_text()
        assert READER in told
        assert "The sentence says nothing of it." in told
        page.get_by_role("button", name="Undo").click()
        page.wait_for_url("**/decisions?state=done*")
        assert "Undone." in page.locator(".verdicts").inner_text()


def editor(visitor: Visitor) -> None:
    """Typing is painted and completed; the answer has a chart, a table and files."""
    with visitor.visit("/sparql-page") as page:
        field = page.locator("#query")
        field.press_sequentially("SELECT ?f (COUNT(*) AS ?n) { ?s ald:usesMat")
        page.wait_for_selector("#names:not([hidden])")
        assert "ald:usesMaterial" in page.locator("#names [aria-selected=true]").inner_text()
        field.press("Enter")
        page.keyboard.type(" ?m . ?m ald:formula ?f } GROUP BY ?f")
        page.wait_for_selector("#names", state="hidden")
        assert field.input_value().replace("\n", " ") == COUNTED
        assert page.locator(".editor .keyword").all_inner_texts()[0] == "SELECT"
        field.press("Control+Enter")
        page.wait_for_selector(".chart rect")
        assert page.locator("table.answer tbody tr").count() == 2
        assert "query=SELECT" in (page.locator("#link").get_attribute("href") or "")


def keyboard(visitor: Visitor) -> None:
    """Tab leaves the editor unless told to indent; Escape closes the list, then frees Tab."""
    with visitor.visit("/sparql-page") as page:
        field = page.locator("#query")
        field.fill("ASK { ?s a ald:")
        field.press("Control+Space")
        page.wait_for_selector("#names:not([hidden])")
        field.press("Escape")
        assert not page.locator("#names").is_visible()
        field.press("Control+m")
        field.press("Tab")
        assert field.input_value().endswith("ald:  ")
        field.press("Escape")
        field.press("Tab")
        assert page.evaluate("document.activeElement.id") != "query"


def fault(visitor: Visitor) -> None:
    """A word that is wrong is marked in the editor until the query changes."""
    with visitor.visit(f"/sparql-page?query={quote(MISSPELT)}") as page:
        assert page.locator(".editor .wrong").all_inner_texts() == ["WHER"]
        page.locator("#query").fill("ASK {}")
        page.wait_for_selector(".editor .wrong", state="detached")


def long_query(visitor: Visitor) -> None:
    """A query too long for a link says so, and runs."""
    with visitor.visit("/sparql-page") as page:
        page.locator("#query").fill(f"{COUNTED} #{'x' * 9000}")
        assert page.locator("#too-long").is_visible()
        page.locator("#query").press("Control+Enter")
        page.wait_for_selector("table.answer")
        assert page.url.endswith("/sparql-page")
        assert page.locator("form.files button").count() == 4


USES = (
    *(
        search,
        facet,
        evidence,
        export,
        question,
        printed,
        basket,
        chosen,
        pinned,
        picture,
        curation,
    ),
    *(editor, keyboard, fault, long_query),
)


@each_row("use", USES)
def test_what_people_do(use: object, visitor: Visitor) -> None:
    assert callable(use)
    use(visitor)
