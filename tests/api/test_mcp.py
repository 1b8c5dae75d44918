"""``aldkg mcp`` as a client of the official SDK sees it, over the streams of a process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters

from api.cli import mcp as command

CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "search": ("search", {"words": "PbSe TMA"}),
    "study": ("study", {"name": "Meyer 2015"}),
    "compare": ("compare", {"studies": ["Meyer 2015", "rossi-2019-bbbb2222"]}),
    "questions": ("questions", {}),
    "ask": ("ask", {"question": "outcome-of-property", "values": {"property": "mobility"}}),
    "sparql": ("sparql", {"query": "SELECT ?c ?q { ?c ald:hasEvidence/ald:quote ?q }"}),
    "rows": ("sparql", {"query": "SELECT * { ?s ?p ?o } LIMIT 50"}),
    "graph": ("sparql", {"query": "CONSTRUCT WHERE { ?s a ald:Study }"}),
    "truth": ("sparql", {"query": "ASK { ?s a ald:Study }"}),
    "runaway": ("sparql", {"query": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i"}),
    "update": ("sparql", {"query": "DROP ALL"}),
    "nobody": ("study", {"name": "Nobody 1999"}),
    "too many": ("compare", {"studies": ["x"] * 11}),
    "no question": ("ask", {"question": "nope"}),
}


async def _asked(store: Path) -> tuple[list[Any], dict[str, Any]]:
    server = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from api.cli import main; main()", "mcp", "--store", str(store)],
        env={"ALDKG_MAX_ROWS": "5", "ALDKG_QUERY_SECONDS": "2.5", "PYTHONPATH": ":".join(sys.path)},
    )
    with anyio.fail_after(120):
        async with Client(server) as client:
            listed = (await client.list_tools()).tools
            answers = {
                name: await client.call_tool(tool, arguments)
                for name, (tool, arguments) in CALLS.items()
            }
    return listed, answers


@pytest.fixture(scope="module")
def session(tiny_store: Path) -> tuple[list[Any], dict[str, Any]]:
    """All tools and answers of one session."""
    return anyio.run(_asked, tiny_store)


def test_the_tools_say_that_they_only_read(session: Any) -> None:
    tools, _ = session
    assert [tool.name for tool in tools] == [
        *("search", "study", "compare", "questions", "ask", "sparql")
    ]
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_answers_come_with_evidence(session: Any) -> None:
    found = {name: one.structured_content for name, one in session[1].items() if not one.is_error}
    hit = found["search"]["items"][0]
    assert hit["study"]["label"] == "Meyer 2015"
    assert hit["sentences"][0]["claims"]
    outcome = found["study"]["claims"]["outcome"][0]
    assert outcome["evidence"]["quote"] == "The mobility rose sevenfold."
    meyer, rossi = found["compare"]["rows"]
    assert meyer["cells"]["outcomes"][0]["evidence"][0]["document"] == "overview"
    assert rossi["study"]["label"] == "Rossi 2019"
    assert "studies-of-material" in {one["name"] for one in found["questions"]["questions"]}
    (row,) = found["ask"]["rows"]
    assert (row["study"], row["sentence"]) == ("Meyer 2015", "The mobility rose sevenfold.")
    quotes = [row["q"]["value"] for row in found["sparql"]["results"]["bindings"]]
    assert "The mobility rose sevenfold." in quotes
    assert found["truth"]["boolean"] is True
    assert len(found["graph"]["graph"]) == 2


def test_rows_are_bounded(session: Any) -> None:
    rows = session[1]["rows"].structured_content
    assert (len(rows["results"]["bindings"]), rows["has_more"]) == (5, True)
    assert session[1]["sparql"].structured_content["has_more"] is False


def test_what_goes_wrong_is_one_line(session: Any) -> None:
    words = {
        "runaway": "the query was stopped",
        "update": "no updates",
        "nobody": "no study 'Nobody 1999'",
        "too many": "name 1 to 10 studies, not 11",
        "no question": "no query 'nope'",
    }
    for name, text in words.items():
        answer = session[1][name]
        assert answer.is_error
        (told,) = (part.text for part in answer.content)
        assert text in told
        assert "\n" not in told


def test_without_the_package_it_says_what_to_install(aldkg: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None)
    result = aldkg("mcp")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "pip install 'ald-kg[mcp]'" in result.stderr
