"""Citation keys: from the work alone, and once given they stay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.model import Author, Reference
from kg.export.keys import FILE, append_keys, citation_key, give_keys, read_keys
from kg.export.records import keep_keys, read_records
from kg.rdf import document_quads, study_iris
from kg.store import open_graph
from kg.store import replace as write
from tests.rows import each_row

ROE = (Author(family="Røe"),)
GROWTH = Reference(authors=ROE, year=1999, title="On the Growth of Films", doi="10.5555/a")
TWIN = Reference(authors=ROE, year=1999, title="Growth of Dots", doi="10.5555/b")


@each_row(
    ("record", "document", "stem"),
    [
        (GROWTH, "", "Re1999growth"),
        (replace(GROWTH, authors=(Author(family="de la Peña"),)), "", "delaPena1999growth"),
        (replace(GROWTH, authors=()), "", "growthFilms1999"),
        (replace(GROWTH, authors=()), "scan 7", "scan71999growth"),
        (Reference(title="scan7"), "scan7", "scan7"),
        (Reference(container="J. Ex.", volume="4"), "", "ex"),
        (Reference(volume="4"), "", "untitled"),
    ],
)
def test_keys_say_author_year_and_word(record: Reference, document: str, stem: str) -> None:
    key, _, digits = citation_key(record, document).rpartition("-")
    assert key == stem
    assert len(digits) == 4


def test_a_key_depends_on_nothing_but_the_work() -> None:
    alone = give_keys({"a": (GROWTH, "")}, {})
    both = give_keys({"b": (TWIN, ""), "a": (GROWTH, "")}, {})
    assert alone["a"] == both["a"] == citation_key(GROWTH)
    assert both["b"].startswith("Re1999growth-")
    assert both["b"] != both["a"]


def test_works_that_nothing_tells_apart_have_keys_of_their_own() -> None:
    keys = give_keys({"a": (GROWTH, ""), "b": (GROWTH, "")}, {})
    assert len(set(keys.values())) == 2


def test_a_key_stays_when_the_record_is_corrected(tmp_path: Path) -> None:
    append_keys(tmp_path, [("Old1999", GROWTH)])
    before = (tmp_path / FILE).read_bytes()
    corrected = replace(GROWTH, title="The Growth of Thin Films", year=2000)
    known = read_keys(tmp_path)
    assert give_keys({"a": (corrected, "")}, known) == {"a": "Old1999"}
    append_keys(tmp_path, [("Old1999", corrected), ("New2000", TWIN)])
    assert (tmp_path / FILE).read_bytes().startswith(before)
    again = replace(corrected, doi="")  # known by the corrected title now
    assert give_keys({"a": (again, "")}, read_keys(tmp_path)) == {"a": "Old1999"}


def test_a_key_in_the_list_is_given_to_nobody_else() -> None:
    taken = citation_key(TWIN)
    known = {"10.5555/a": taken}
    keys = give_keys({"a": (GROWTH, ""), "b": (TWIN, "")}, known)
    assert keys["a"] == taken
    assert keys["b"] not in ("", taken)


@pytest.mark.usefixtures("small_ontology")
def test_keys_of_a_store_are_kept_beside_it(tmp_path: Path, tiny_documents) -> None:
    slugs = study_iris(tiny_documents)
    write(tmp_path / "g", {d.id: document_quads(d, slugs) for d in tiny_documents})
    keep_keys(tmp_path / "g")
    listed = tmp_path / "g" / FILE
    store = open_graph(tmp_path / "g")
    keys = [record.key for record in read_records(store)]
    assert {line.split("\t")[0] for line in listed.read_text("utf-8").splitlines()} == set(keys)
    listed.write_text(listed.read_text("utf-8").replace(keys[0], "Mine"), encoding="utf-8")
    found = {record.key: record.iri for record in read_records(store)}
    assert set(found) == {"Mine", *keys[1:]}
    (one,) = read_records(store, [found["Mine"]])
    assert one.key == "Mine"
    size = listed.stat().st_size
    keep_keys(tmp_path / "g")
    assert listed.stat().st_size == size
