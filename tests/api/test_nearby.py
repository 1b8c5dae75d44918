from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.rows import each_row

BASE = "https://x.test/kg"


@each_row(
    "path, near",
    [
        ("/studies/meyer-2015-00000000", "/studies/meyer-2015-aaaa1111"),
        ("/studies/meyer-2015.bib", "/studies/meyer-2015-aaaa1111"),
        ("/data/material/pbse", "/data/material/PbSe"),
        ("/process/thermal", "/process/thermal-ald"),
        ("/chemical/trimethylaluminium", "/chemical/trimethylaluminum"),
        ("/queries/recipe", "/queries/recipes"),
    ],
)
def test_a_page_of_nothing_says_what_is_near(client: Any, path: str, near: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert f'href="{near}"' in response.text


@each_row("path", ["/studies/" + "x" * 10_000, "/process/nope%7f", "/studies/%00", "/-"])
def test_odd_addresses_are_just_not_found(client: Any, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert "<h2>Similar</h2>" not in response.text


@pytest.fixture
def published(client: Any) -> Iterator[Any]:
    """The service under an address of its own."""
    state = client.app.state
    state.settings, kept = replace(state.settings, base_url=f"{BASE}/"), state.settings
    yield client
    state.settings = kept


def test_crawlers_are_told_what_they_may_read(client: Any) -> None:
    assert "Disallow: /sparql" in client.get("/robots.txt").text
    asked = client.get("/sitemap.xml", headers={"Host": "kg.example"})
    assert "<loc>http://kg.example/sitemap/terms.xml</loc>" in asked.text
    assert asked.headers["cache-control"] == "private"
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text
    assert client.get("/favicon.ico").headers["content-type"].startswith("image/svg+xml")


def test_the_site_map_lists_pages_below_the_configured_address(published: Any) -> None:
    assert f"Sitemap: {BASE}/sitemap.xml" in published.get("/robots.txt").text
    files = locations(published.get("/sitemap.xml").text)
    assert files == ["/sitemap/terms.xml", "/sitemap/studies-1.xml"]
    pages = [page for file in files for page in locations(published.get(file).text)]
    assert {"/", "/studies/meyer-2015-aaaa1111", "/process/thermal-ald"} <= {*pages}
    assert published.get("/sitemap/studies-2.xml").status_code == 404


def locations(text: str) -> list[str]:
    return [found.removeprefix(BASE) for found in re.findall("<loc>(.*?)</loc>", text)]
