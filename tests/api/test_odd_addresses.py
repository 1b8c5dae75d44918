"""Addresses that no page has made: each is answered by a clean page that says why."""

from __future__ import annotations

from typing import Any

from tests.rows import each_row

SCRIPT = "%3Cscript%3Ealert(1)%3C/script%3E"
LONG = "x" * 10_000
BROKEN = "%ff%fe"


@each_row(
    ("path", "status"),
    [
        (f"/?q={BROKEN}", 400),
        (f"/queries?topic={BROKEN}", 400),
        (f"/maps?first={BROKEN}", 400),
        (f"/studies/{BROKEN}", 400),
        (f"/nowhere/{BROKEN}", 400),
        (f"/?q={LONG}", 422),
        (f"/?material={LONG}", 422),
        (f"/?material={SCRIPT}", 404),
        ("/?voice=nobody", 404),
        ("/?kind=opinion", 422),
        ("/?year=2011..2012..2013", 422),
        ("/?year=next", 422),
        (f"/studies/{LONG}", 404),
        (f"/studies/{SCRIPT}", 404),
        (f"/queries/{SCRIPT}", 404),
        (f"/queries/studies-of-material?material={SCRIPT}", 400),
        (f"/queries/studies-of-material.xlsx?material={LONG}", 400),
        (f"/maps/first-reports?first={SCRIPT}", 400),
        (f"/analytics/centrality?{SCRIPT}=1", 400),
        (f"/evidence?study=a&said={SCRIPT}", 422),
    ],
)
def test_an_odd_address_is_answered_by_a_clean_page(client: Any, path: str, status: int) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == status, response.text[-600:]
    assert 'class="problem"' in response.text
    assert "<script>alert" not in response.text
    assert len(response.text) < 40_000


@each_row(
    ("path", "told"),
    [
        (f"/?q={LONG}", "q: has more than 500 characters."),
        ("/?offset=many", "offset: is not a whole number."),
        ("/?offset=-1", "offset: should be at least 0."),
        ("/?year=next", "year: should be the year of publication, or from..to:"),
        ("/?kind=opinion", "kind: should be "),
        ("/?process=alchemy", "No process &#39;alchemy&#39; is known."),
        ("/nowhere", "There is nothing at /nowhere."),
    ],
)
def test_a_mistake_is_told_in_words_and_leads_on(client: Any, path: str, told: str) -> None:
    text = client.get(path, headers={"Accept": "text/html"}).text
    assert f'<p class="problem">{told}' in text
    assert '<a href="/queries">' in text


def test_a_filter_that_names_nothing_offers_what_is_called_so(client: Any) -> None:
    text = client.get("/?process=mobility", headers={"Accept": "text/html"}).text
    assert '<a href="/property/' in text


@each_row(
    "path", ["/?offset=1000", "/?q=PbSe&offset=1000", "/queries/all-claims?ask=1&offset=1000"]
)
def test_a_page_behind_the_end_is_not_found_and_leads_back(client: Any, path: str) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert (response.status_code, "Go to the first page" in response.text) == (404, True)


@each_row(
    ("dashed", "same"),
    [
        (
            "/api/v1/queries/deposited-below?max-temperature=70",
            "/api/v1/queries/deposited-below?max_temperature=70",
        ),
        (
            "/api/v1/analytics/centrality?at-least=1&kind=property",
            "/api/v1/analytics/centrality?at_least=1&kind=property",
        ),
        ("/api/v1/studies?material-class=Selenide", "/api/v1/studies?material_class=Selenide"),
    ],
)
def test_parameters_may_be_spelled_as_options_are(client: Any, dashed: str, same: str) -> None:
    first, second = client.get(dashed), client.get(same)
    assert first.status_code == second.status_code == 200
    assert len(first.text) > 2
    assert first.text.replace("material-class", "material_class") == second.text


def test_a_slip_in_a_parameter_is_named(client: Any) -> None:
    asked = "/api/v1/queries/deposited-below?max-temprature=70"
    assert "did you mean max_temperature?" in client.get(asked).json()["detail"]
