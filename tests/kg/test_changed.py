"""What two graphs state differently, by study and statement."""

from __future__ import annotations

from dataclasses import replace

from kg.changed import differences, in_words
from kg.model import Claim, Condition, Document, Quantity
from kg.rdf import document_quads, study_iris
from kg.store import EmbeddedGraph


def graph_of(*documents: Document) -> EmbeddedGraph:
    slugs = study_iris(documents)
    return EmbeddedGraph.in_memory(q for one in documents for q in document_quads(one, slugs))


def hotter(claim: Claim) -> Claim:
    """The same claim with 99 °C where it states another temperature."""
    content = claim.content
    if isinstance(content, Condition) and content.parameter == "temperature":
        quantity = Quantity(value=99, unit="Cel")  # as a person enters it
        return replace(claim, content=replace(content, quantity=quantity))
    return claim


def test_what_came_went_and_changed(tiny_documents: tuple[Document, ...]) -> None:
    liu, *_ = tiny_documents
    old = graph_of(liu)
    new = graph_of(replace(liu, claims=tuple(map(hotter, liu.claims[1:]))))
    table = differences(old, new)
    assert sorted(table.column("difference")) == ["changed", "removed"]
    assert "temperature: 99 °C" in table.column("statement")
    text = in_words(table)
    assert text.startswith("1 removed, 1 changed statements in 1 study\n\nLiu 2011\n")
    assert "\n  ~ temperature: 99 °C (before: temperature: " in text
    back = differences(new, old)
    assert sorted(back.column("difference")) == ["added", "changed"]
    assert set(back.column("statement")) & set(table.column("statement"))
    assert in_words(differences(old, old)) == "Both graphs make the same statements.\n"
