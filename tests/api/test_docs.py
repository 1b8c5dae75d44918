"""What the documentation says is what there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from api.cli.documentation import render_cli
from api.settings import VARIABLES
from api.v1.documentation import with_resources

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_command_reference_is_current() -> None:
    """If this fails: python -m api.cli.documentation."""
    assert (DOCS / "cli.md").read_text(encoding="utf-8") == render_cli()


def test_the_table_of_resources_is_current() -> None:
    """If this fails: python -m api.cli.documentation."""
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    assert text == with_resources(text)


def test_every_variable_is_documented() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert [name for name in VARIABLES if f"`{name}`" not in text] == []


def test_every_endpoint_and_filter_is_documented(client: Any) -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        assert f"`{path}`" in text
        for param in methods.get("get", {}).get("parameters", ()):
            name = param["name"]
            assert f"`{name}`" in text or "{" + name + "}" in text, (path, name)


def test_the_examples_answer(client: Any) -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    addresses = re.findall(r"curl 'http://127\.0\.0\.1:8000(/api/[^']+)'", text)
    assert len(addresses) >= 4
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        assert "Meyer" in response.text, address
    query = re.search(r"'query=(.+)'", text)
    assert query is not None
    answer = client.get("/sparql", params={"query": query[1]}, headers={"Accept": "text/csv"})
    assert "Rossi 2019,2019" in answer.text
