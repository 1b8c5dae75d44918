"""A library in a build: its entries are studies whether they were read or not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.build import build
from kg.errors import BuildError
from kg.export.formats import export
from kg.store import open_graph

BIB = """
@article{doe11, title={Alumina on wire \\& rod}, author={Doe, J.}, year=2011, doi={10.5555/doe},
  journal={Layer Letters}, file={:papers/doe.txt:Text}}
@article{roe12, title={Rods}, author={Roe, K.}, year=2012}
@book{poe13, title={Handbook of Skins and Shells}, year=2013}
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "doe.txt").write_text(
        "PbS dots were coated with Al2O3 by ALD at 60 °C.\n", encoding="utf-8"
    )
    (tmp_path / "lib.bib").write_text(BIB, encoding="utf-8")
    return tmp_path / "lib.bib"


def dump(path: Path) -> list[str]:
    return sorted(str(quad) for quad in open_graph(path).quads())


@pytest.mark.usefixtures("small_ontology")
def test_entries_are_studies_and_the_report_says_which_were_read(library, tmp_path):
    report = build([library], tmp_path / "g")
    assert (len(report.documents), report.studies, report.rejected) == (1, 3, ())
    (shelf,) = report.libraries
    assert (shelf.source, shelf.entries, shelf.read) == (str(library), 3, 1)
    assert [(w.key, w.label) for w in shelf.unread] == [
        ("roe12", "Roe 2012"),
        ("poe13", "Handbook of Skins and Shells"),
    ]
    assert report.to_json()["libraries"][0]["unread"][0]["title"] == "Rods"
    printed = export(open_graph(tmp_path / "g"), "bibtex")
    assert "title = {{Alumina on wire \\& rod}}" in printed
    heads = [line for line in printed.splitlines() if line.startswith("@")]
    assert [re.sub("-[0-9a-f]{4},$", "", head) for head in heads] == [
        "@article{Doe2011alumina",
        "@article{Roe2012rods",
        "@book{handbookSkinsShells2013",
    ]


@pytest.mark.usefixtures("small_ontology")
def test_a_library_is_replaced_when_it_is_read_again(library, tmp_path):
    build([library], tmp_path / "g")
    first = dump(tmp_path / "g")
    build([library], tmp_path / "g")
    assert dump(tmp_path / "g") == first
    library.write_text(BIB.replace("Rods", "Wires"), encoding="utf-8")
    build([library], tmp_path / "g")
    text = "\n".join(dump(tmp_path / "g"))
    assert '"Wires"' in text
    assert '"Rods"' not in text


@pytest.mark.usefixtures("small_ontology")
def test_a_library_and_its_papers_in_steps_give_the_graph_of_building_at_once(library, tmp_path):
    paper = library.parent / "papers" / "doe.txt"
    alone = library.parent / "alone.bib"
    alone.write_text(BIB.replace("file=", "note="), encoding="utf-8")
    build([alone, paper], tmp_path / "once")
    build([alone], tmp_path / "steps")
    build([paper, alone], tmp_path / "steps")
    assert dump(tmp_path / "steps") == dump(tmp_path / "once")


@pytest.mark.usefixtures("small_ontology")
def test_a_library_without_any_file_is_a_graph(tmp_path):
    (tmp_path / "lib.ris").write_text("TY  - JOUR\nTI  - Rods\nAU  - Roe, K\nER  - \n")
    report = build([tmp_path / "lib.ris"], tmp_path / "g")
    assert (report.documents, report.studies, report.claims) == ((), 1, 0)


@pytest.mark.usefixtures("small_ontology")
def test_libraries_of_one_name_are_two(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        text = f"@article{{k, title={{On {name}}}, author={{Doe, J}}}}"
        (tmp_path / name / "lib.bib").write_text(text, encoding="utf-8")
    report = build([tmp_path / "a", tmp_path / "b"], tmp_path / "g")
    assert (report.studies, report.rejected) == (2, ())
    assert open_graph(tmp_path / "g").documents() == ("a-lib.bib", "b-lib.bib")


def test_a_library_of_which_nothing_can_be_read(tmp_path):
    (tmp_path / "lib.bib").write_text("@misc{a, year=2001}")
    with pytest.raises(BuildError, match="entry 'a': has neither title, author nor DOI"):
        build([tmp_path / "lib.bib"], tmp_path / "g")


@pytest.mark.usefixtures("small_ontology")
def test_a_paper_without_a_record_is_named_and_cited_by_its_file(tmp_path):
    (tmp_path / "scan 7.txt").write_text(
        "Skins on rods\n\n## Abstract\n\nPbS dots were coated with Al2O3 by ALD at 60 °C.\n"
    )
    report = build([tmp_path / "scan 7.txt"], tmp_path / "g")
    assert [(d.id, d.lacks) for d in report.unrecorded] == [("scan 7", ("authors", "year"))]
    store = open_graph(tmp_path / "g")
    assert "@misc{scan7skins-" in export(store, "bibtex")
    assert '"id": "scan7skins-' in export(store, "csl")
