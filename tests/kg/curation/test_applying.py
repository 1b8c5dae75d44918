"""Decisions in force: claims are found again, and what was decided can be taken back."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from kg.batch.curated import curated
from kg.batch.diagnosis import Diagnosis
from kg.batch.reading import ReadDocument
from kg.batch.sources import Sources
from kg.batch.summary import summarise, whole
from kg.build import write_sources
from kg.catalog import CATALOG_FILE
from kg.claims import to_record
from kg.curation.applying import put_into_force
from kg.curation.decision import decide, links_of, undo
from kg.curation.log import append, log_beside, read_log
from kg.curation.settling import settle_store, unmatched
from kg.ledger import Origin
from kg.model import Claim, Decision, Document, Evidence, Link, Links, Outcome, Process, Thing
from kg.statements.belief import belief
from kg.store import current_directory, open_graph, writing
from kg.table import table_from_result
from ontology import validate_data
from ontology.rdflib_graph import to_graph
from tests.catalogs import content as catalog_content
from tests.kg import test_delta as delta


def claim(content, start: int = 5, quote: str = "ZnO grew by ALD.", **links) -> Claim:
    where = Evidence(spans=((start, start + 20),), rule="r", extractor="x", quote=quote)
    return Claim(
        doc="roth",
        study="this",
        content=content,
        evidence=where,
        confidence=0.8,
        links=Links(**links),
    )


GREW = claim(Process(process="ald"), makes=(Thing("material", "ZnO"),))
GAIN = claim(Outcome(property="stability", direction="increase"), of=("ZnO",))
ROTH = Document(id="roth", sha256="0" * 64, claims=(GREW, GAIN))


def say(claim: Claim, verdict: str, **rest) -> Decision:
    return decide(claim, verdict, name=rest.pop("name", "Doe, J."), reason="why", **rest)


def contents(document: Document) -> set[object]:
    return {one.content for one in document.claims}


def test_each_verdict() -> None:
    thermal = {"process": "thermal_ald"}
    found = put_into_force(ROTH, [say(GREW, "correct", correction=thermal), say(GAIN, "reject")])
    (left,) = found.claims
    assert left.content == Process(process="thermal_ald")
    assert left.links == GREW.links
    assert (left.evidence.rule, left.evidence.curator) == ("corrected", "Doe, J.")
    assert left.evidence.quote == GREW.evidence.quote
    assert left.confidence == 1.0
    assert {one.original for one in found.decided} == {GREW, GAIN}
    assert contents(put_into_force(ROTH, [say(GAIN, "accept")])) == contents(ROTH)


def test_each_verdict_on_a_link() -> None:
    makes = Link(key="makes", thing="material:ZnO")
    right = {"thing": "material:Al2O3"}
    found = put_into_force(
        ROTH,
        [
            say(GREW, "correct", link=makes, correction=right),
            say(GAIN, "reject", link=Link(key="of", thing="ZnO")),
        ],
    )
    by_content = {one.content: one.links for one in found.claims}
    assert by_content[GREW.content].makes == (Thing("material", "Al2O3"),)
    assert by_content[GAIN.content] == Links()
    gone = replace(ROTH, claims=(replace(GREW, links=Links()), GAIN))
    assert put_into_force(gone, [say(GREW, "accept", link=makes)]).decided == ()


def test_the_last_decision_holds_and_goes_on_with_what_came_of_the_one_before() -> None:
    first = say(GREW, "correct", correction={"process": "thermal_ald"})
    (changed,) = (c for c in put_into_force(ROTH, [first]).claims if c.content != GAIN.content)
    then = say(changed, "correct", correction={"process": "spatial_ald"}, name="Roe, A.")
    found = put_into_force(ROTH, [first, then])
    assert Process(process="spatial_ald") in contents(found)
    assert GREW.content not in contents(put_into_force(ROTH, [first, say(GREW, "reject")]))
    again = put_into_force(ROTH, [say(GREW, "reject"), say(GREW, "accept")])
    assert contents(again) == contents(ROTH)
    twice = put_into_force(ROTH, [say(GAIN, "reject"), say(GREW, "reject")])
    assert twice.claims == ()


def test_a_claim_is_found_where_places_have_moved() -> None:
    decisions = [say(GREW, "reject")]
    for moved in (
        claim(GREW.content, 400, "ZnO  grew\nby ALD."),  # the same sentence, far away
        claim(GREW.content, 15, "ZnO grew by ALD. It"),  # another cut at nearly the same place
    ):
        assert put_into_force(replace(ROTH, claims=(moved,)), decisions).claims == ()
    for other in (
        claim(GREW.content, 400, "HfO2 grew by ALD."),
        claim(Process(process="thermal_ald")),
        replace(GREW, study="7"),
    ):
        found = put_into_force(replace(ROTH, claims=(other,)), decisions)
        assert (found.claims, found.decided) == ((other,), ())


def test_a_build_counts_the_claims_that_are_left() -> None:
    decisions = [say(GAIN, "reject"), say(replace(GAIN, doc="gone"), "accept")]
    told = curated(read(ROTH), decisions).read["roth"]
    assert (told.claims, [one.content for one in whole(told).claims]) == (1, [GREW.content])


def test_of_two_equal_claims_the_one_in_the_same_sentence_is_meant() -> None:
    first, second = claim(GREW.content, 40), claim(GREW.content, 80, "ALD gave ZnO.")
    document = replace(ROTH, claims=(first, second))
    left = put_into_force(document, [say(replace(second), "reject")])
    assert left.claims == (first,)


def read(*documents: Document) -> Sources:
    made = (ReadDocument(document=d, diagnosis=Diagnosis(), origin=Origin()) for d in documents)
    return Sources(read={one.document.id: summarise(one) for one in made})


def write(store: Path, sources: Sources) -> None:
    with writing(store) as writer:
        write_sources(writer, sources)


def made_up(chance: random.Random, documents: list[Document]) -> list[Decision]:
    """A decision on about every second claim, and on each process."""
    found = []
    for one in (claim for document in documents for claim in document.claims):
        verdict = chance.choice(["accept", "reject", "link", "", ""])
        links = links_of(to_record(one))
        if isinstance(one.content, Process):
            found.append(say(one, "correct", correction={"process": "spatial_ald"}))
        elif verdict == "link" and links:
            found.append(say(one, chance.choice(["accept", "reject"]), link=chance.choice(links)))
        elif verdict in ("accept", "reject"):
            found.append(say(one, verdict))
    return found


def test_a_running_graph_is_that_of_a_build_and_an_undone_one_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.quads.rendered_ontology", delta.reasons)
    chance = random.Random(38)  # noqa: S311
    documents = [delta.document(chance, f"d{n}") for n in range(3)]
    store, anew = tmp_path / "g", tmp_path / "anew"
    write(store, read(*documents))
    first = delta.dump(store)
    log = log_beside(store)
    for decision in made_up(chance, documents):
        append(log, decision)
    kept = read_log(log)
    assert {one.verdict for one in kept.decisions} == {"accept", "reject", "correct"}
    done = settle_store(store, log)
    assert done.applied == len(kept.decisions) > 5
    write(anew, curated(read(*documents), kept.in_force))
    assert delta.dump(store) == delta.dump(anew)
    open_graph(store).write_catalog(tmp_path / "whole")
    kept_up = catalog_content(current_directory(store) / CATALOG_FILE)
    assert kept_up == catalog_content(tmp_path / "whole")
    assert settle_store(store, log).documents == ()
    for decision in kept.decisions:
        append(log, undo(decision, name="Roe, A."))
    assert settle_store(store, log).applied == 0
    assert delta.dump(store) == first
    assert len(read_log(log).decisions) == 2 * len(kept.decisions)


@pytest.mark.usefixtures("small_ontology")
def test_what_the_graph_tells(tmp_path: Path) -> None:
    store, log = tmp_path / "g", tmp_path / "log"
    write(store, read(ROTH))
    before = open_graph(store)
    assert believed(before, "Process") == belief([0.8])
    append(log, say(GREW, "accept"))
    append(log, say(GREW, "accept", name="Roe, A."))
    append(log, say(GREW, "accept"))  # the same person once more
    append(log, say(GAIN, "reject"))
    append(log, say(replace(GAIN, doc="gone"), "reject"))
    settle_store(store, log)
    graph = open_graph(store)
    assert believed(graph, "Process") == belief([0.8, 1.0, 1.0])
    assert believed(graph, "Outcome") is None
    (missed,) = unmatched(graph, read_log(log))
    assert missed.claim is not None
    assert missed.claim.doc == "gone"
    told = table_from_result(
        graph.query(
            "SELECT ?who ?why ?record { ?d ald:verdict 'reject' ; ald:curator ?who ; "
            "ald:reason ?why ; ald:claimAsRead ?record }"
        )
    )
    ((who, why, record),) = told.rows
    assert (who, why) == ("Doe, J.", "why")
    assert json.loads(str(record)) == to_record(GAIN)
    assert list(validate_data(to_graph(graph.quads()))) == []


def believed(graph, kind: str) -> float | None:
    query = f"SELECT ?b {{ ?c a ald:{kind}Claim . ?s ald:assertedBy ?c ; ald:belief ?b }}"
    rows = table_from_result(graph.query(query)).rows
    return float(str(rows[0][0])) if rows else None
