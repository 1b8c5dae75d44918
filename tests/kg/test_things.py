"""What is read of a thing is kept until it is forgotten, with what is made of it meanwhile."""

from __future__ import annotations

from kg.things import RecalledThings, Things
from ontology import embedded, rdf

ONE, OTHER, NAME = (rdf.NamedNode(f"urn:{name}") for name in ("one", "other", "name"))
TEXT = rdf.Literal("text")


def test_things_are_read_from_the_default_graph_without_triples_about_triples():
    store = embedded.Store()
    store.extend([rdf.Quad(ONE, NAME, TEXT), rdf.Quad(ONE, NAME, OTHER)])
    store.add(rdf.Quad(ONE, NAME, rdf.Triple(ONE, NAME, TEXT)))
    store.add(rdf.Quad(ONE, NAME, ONE, OTHER))
    store.add(rdf.Quad(rdf.BlankNode("b"), NAME, OTHER))
    things = Things(store)
    assert sorted(things.said_of("urn:one")) == [("urn:name", "text"), ("urn:name", "urn:other")]
    assert [*things.pointing("urn:name", "urn:other")] == ["urn:one"]
    assert [*things.said_of("urn:none")] == []


def test_what_was_read_and_added_stands_until_it_is_forgotten():
    store = embedded.Store()
    store.add(rdf.Quad(ONE, NAME, TEXT))
    things = RecalledThings(store)
    assert things.said_of("urn:one") == [("urn:name", "text")]
    store.add(rdf.Quad(ONE, NAME, OTHER))
    assert things.said_of("urn:one") == [("urn:name", "text")]
    things.add([rdf.Quad(ONE, NAME, ONE), rdf.Quad(OTHER, NAME, TEXT)])
    assert things.said_of("urn:one") == [("urn:name", "text"), ("urn:name", "urn:one")]
    assert things.said_of("urn:other") == [("urn:name", "text")]
    assert [*things.pointing("urn:name", "urn:one")] == ["urn:one"]
    things.forget()
    assert sorted(things.said_of("urn:one")) == [("urn:name", "text"), ("urn:name", "urn:other")]
    assert [*things.pointing("urn:name", "urn:one")] == []
    assert [*things.said_of("urn:other")] == []
