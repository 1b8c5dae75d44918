"""Claims from tables: what heads and cells say, whose a row is, and which tables say nothing."""

from __future__ import annotations

import pytest

import corpus
from kg.claims import to_record
from kg.extract import extract
from kg.extract.tables.heads import Head, read_head
from tests.rows import each_row

LIST = """
## References

[1] Doe, J.; Roe, L. Growth of films on wire. J. Ex. 2003, 4, 145-156.
[2] Roe, L. R. Weighing of films in air. J. Ex. 2010, 12, 345-350.
[3] Poe, A. Films and how they are kept. J. Ex. 2011, 13, 1-9.
[4] Ek, B. Dots and how they are kept. J. Ex. 2012, 14, 1-9.
"""
#: Enough of a review that it is known as one.
REVIEW = (
    "# A review of films on wire\n\nIn this review, we survey films [1,2]. Doe et al. grew some. "
    "[1] Roe weighed them. [2] Poe kept them. [3] Ek kept dots. [4]\n\n"
)


def told(text: str, name: str = "t.md") -> set[str]:
    """What the tables of a text say: study, then the fields of each claim and its links."""
    paper = corpus.read_bytes(text.encode(), id="t", source=name)
    return {
        _said(to_record(claim))
        for claim in extract(paper)
        if claim.evidence.rule.startswith("table-")
    }


_FIELDS = ("study", "parameter", "property", "role", "chemical", "formula", "process", "technique")
_VALUES = ("value", "value_max", "unit")


def _said(record: dict) -> str:
    return " ".join(str(record[key]) for key in (*_FIELDS, *_VALUES) if record.get(key) is not None)


@each_row(
    ("levels", "head"),
    [
        ("T (°C)", Head(kind="parameter", id="temperature", unit="°C")),
        ("Deposition temperature / K", Head(kind="parameter", id="temperature", unit="K")),
        ("GPC [Å]", Head(kind="parameter", id="growth_per_cycle", unit="Å")),
        ("Thickness, nm", Head(kind="parameter", id="thickness", unit="nm")),
        ("Thickness (XRR)", Head(kind="parameter", id="thickness")),
        ("No. of cycles", Head(kind="parameter", id="cycle_count")),
        ("Average size (nm)", Head(kind="parameter", id="particle_size", unit="nm")),
        ("Refractive index (at 632 nm)", Head(kind="property", id="refractive_index")),
        ("Threshold voltage (V)", Head(kind="property", id="threshold_voltage", unit="V")),
        ("Electrical|Resistivity (Ω cm)", Head(kind="property", id="resistivity", unit="Ω cm")),
        ("Zn precursor", Head(kind="chemical", id="precursor")),
        ("Oxygen source", Head(kind="chemical", id="coreactant")),
        ("Ref.", Head(kind="reference")),
        ("References", Head(kind="reference")),
        # a power of ten, a calculation, a symbol of something else, a shift, a pressure of a liquid
        ("Resistivity (10⁻³ Ω cm)", Head(kind="property", id="resistivity")),
        ("Calculated band gap (eV)", Head(kind="label")),
        ("DFT|Band gap (eV)", Head(kind="label")),
        ("Fe (%)", Head(kind="label")),
        ("Thickness change (nm)", Head(kind="label")),
        ("Vapor pressure (Torr)", Head(kind="label")),
        ("D (4,3)", Head(kind="label")),
    ],
)
def test_heads(levels: str, head: Head) -> None:
    assert read_head(levels.split("|")) == head


#: A table of a paper on its own work, and what it says.
OWN = {
    "conditions of a recipe": (
        "Table 1. ALD of ZnO.\n\n| Precursor | Co-reactant | T (°C) | Pulse time (s) |\n"
        "|---|---|---|---|\n| DEZ | H2O | 110-130 | 0.2 |\n",
        {
            "this precursor diethylzinc",
            "this coreactant water",
            "this temperature 110 130 Cel",
            "this pulse_time 0.2 s",
        },
    ),
    "properties by sample": (
        "| Film | Method | Resistivity (Ω cm) | n |\n|---|---|---|---|\n"
        "| ZnO | PEALD | 3.5 × 10^{-3} | 1.9 |\n| Ga2O3 | PEALD | - | 1.8 |\n",
        {
            "this film ZnO",
            "this film Ga2O3",
            "this plasma_enhanced_ald",
            "this resistivity 0.0035 Ohm.cm",
        },
    ),
    "samples in columns": (
        "| Parameter | A | B |\n|---|---|---|\n| Growth temperature | 110 °C | 140 °C |\n"
        "| Number of cycles | 300 | 400 |\n",
        {
            "this temperature 110 Cel",
            "this temperature 140 Cel",
            "this cycle_count 300 {cycle}",
            "this cycle_count 400 {cycle}",
        },
    ),
    "bounds and room temperature": (
        "| Deposition temperature (°C) | GPC (nm/cycle) | Roughness (nm) |\n|---|---|---|\n"
        "| RT | ~0.12 | <0.4 |\n",
        {
            "this room_temperature",
            "this growth_per_cycle 0.12 nm/{cycle}",
            "this surface_roughness 0.4 nm",
        },
    ),
    "cells that say more than one value": (
        "| Film | Thickness (nm) | Band gap (eV) |\n|---|---|---|\n| ZnO | 20, 30 | 3.3 (3.2) |\n",
        {"this film ZnO"},
    ),
    "a temperature of no deposition": (
        "| Sample | T (K) |\n|---|---|\n| A | 300 |\n",
        set(),
    ),
    "numbers without a unit": (
        "| Film | Refractive index | Fill factor | Cycles |\n|---|---|---|---|\n"
        "| ZnO | 1.95 ± 0.02 | 0.61 | 300 |\n| Ga2O3 | 1.8 | 61 | - |\n",
        {
            "this film ZnO",
            "this film Ga2O3",
            "this refractive_index 1.95",
            "this refractive_index 1.8",
            "this fill_factor 0.61",
            "this cycle_count 300 {cycle}",
        },
    ),
    "heads in two rows that are not marked": (
        "<table><tr><td>Film</td><td colspan=2>PCE (%)</td><td></td></tr>"
        "<tr><td></td><td>best</td><td>change</td><td>Voc (V)</td></tr>"
        "<tr><td>ZnO</td><td>9.1</td><td>2.2</td><td>0.7</td></tr></table>\n\n"
        "The open-circuit voltage and the power conversion efficiency were read.\n",
        {
            "this film ZnO",
            "this power_conversion_efficiency 9.1 percent",
            "this open_circuit_voltage 0.7 V",
        },
    ),
    "a symbol that the text does not explain": (
        "| Sample | Voc (V) | Tc (K) |\n|---|---|---|\n| A | 0.7 | 292 |\n",
        set(),
    ),
    "coefficients of a fit, and a nozzle": (
        "| Sample | Density (g/cm3) | Diameter (mm) |\n|---|---|---|\n"
        "| A | 2.1 | 2 |\n| B | -0.3 | 3 |\n",
        set(),
    ),
    "values of others": (
        "| Film | Band gap (eV) |\n|---|---|\n| ZnO | 3.2 |\n| Bulk ZnO | 3.4 |\n",
        {"this film ZnO", "this band_gap 3.2 eV"},
    ),
    "a calculation": (
        "Table 1. Simulated cells.\n\n| Cell | PCE (%) |\n|---|---|\n| A | 12 |\n",
        set(),
    ),
    "a row that lacks cells": (
        "| Film | Thickness (nm) | Roughness (nm) |\n|---|---|---|\n| ZnO | 20 |\n",
        set(),
    ),
}


@pytest.mark.parametrize("name", OWN)
def test_tables_of_own_work(name: str) -> None:
    table, expected = OWN[name]
    assert told(f"# Films on wire\n\nWe made films.\n\n{table}\nThey are dense.\n") == expected


#: Cells of a column of references in a review that lists four works, and who is credited.
SOURCES = [
    ("[2]", {"2"}),
    ("3", {"3"}),
    ("[1,3]", {"1", "3"}),
    ("Doe et al.", {"1"}),
    ("[77]", set()),
    ("this work", {"this"}),
    ("Roe 2010", {"2"}),
    ("Roe (2010)", {"2"}),
    ("Roe 1999", set()),
    ("", set()),
]


@each_row(("source", "studies"), SOURCES)
def test_a_row_of_a_review_is_credited_to_the_work_that_it_cites(source: str, studies: set) -> None:
    table = f"| Film | GPC (Å/cycle) | Ref. |\n|---|---|---|\n| HfO2 | 0.8 | {source} |\n"
    said = told(f"{REVIEW}{table}{LIST}")
    assert said == {
        line
        for n in studies
        for line in (f"{n} film HfO2", f"{n} growth_per_cycle 0.8 Ao/{{cycle}}")
    }


def test_a_row_without_a_mark_is_nobody_in_a_review_and_a_cell_has_a_mark_of_its_own() -> None:
    table = "| Film | Band gap (eV) | Roughness (nm) |\n|---|---|---|\n| HfO2 | 5.6 [3] | 0.8 |\n"
    assert told(f"{REVIEW}{table}{LIST}") == {"3 band_gap 5.6 eV"}
    table = table.replace("HfO2", "HfO2 [2]")
    assert "2 surface_roughness 0.8 nm" in told(f"{REVIEW}{table}{LIST}")


JATS = """<article><front><article-meta><title-group><article-title>Films on wire</article-title>
</title-group></article-meta></front><body><sec><title>Methods</title><p>We grew films.</p>
<table-wrap><label>Table 1</label><caption><p>Growth.</p></caption><table><thead>{head}</thead>
<tbody>{body}</tbody></table></table-wrap></sec></body></article>"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
<title>Films on wire</title></titleStmt></fileDesc></teiHeader><text><body><div><head>Methods</head>
<p>We grew films.</p><figure type="table"><head>Table 1.</head><table>{head}{body}</table></figure>
</div></body></text></TEI>"""
HTML = """<html><body><article><h1>Films on wire</h1><h2>Methods</h2><p>We grew films.</p>
<table>{head}{body}</table></article></body></html>"""
MARKDOWN = "# Films on wire\n\nWe grew films.\n\n<table>{head}{body}</table>\n"


@each_row(
    ("name", "shell", "row", "cell"),
    [
        ("a.xml", JATS, "tr", "td"),
        ("a.xml", TEI, "row", "cell"),
        ("a.html", HTML, "tr", "td"),
        ("a.md", MARKDOWN, "tr", "td"),
    ],
)
def test_every_format_gives_the_same(name: str, shell: str, row: str, cell: str) -> None:
    def written(*cells: str) -> str:
        return f"<{row}>" + "".join(f"<{cell}>{text}</{cell}>" for text in cells) + f"</{row}>"

    head, body = written("Film", "GPC (nm/cycle)"), written("HfO2", "0.08")
    text = shell.replace("{head}", head).replace("{body}", body)
    paper = corpus.read_bytes(text.encode(), id="t", source=name)
    claims = [c for c in extract(paper) if c.evidence.rule == "table-condition"]
    assert [_said(to_record(claim)) for claim in claims] == [
        "this growth_per_cycle 0.08 nm/{cycle}"
    ]
    assert to_record(claims[0])["of"] == ["material:HfO2"]
    quoted = " ".join(paper.raw[slice(*span)] for span in claims[0].evidence.spans)
    assert "GPC" in quoted
    assert "0.08" in quoted


def test_a_row_tells_what_its_cells_have_to_do_with_each_other() -> None:
    table = (
        "| Film | Precursor | Oxidant | T (°C) | Resistivity (Ω cm) |\n|---|---|---|---|---|\n"
        "| ZnO | DEZ | O3 | 130 | 0.2 |\n"
    )
    paper = corpus.read_bytes(f"# Films on wire\n\n{table}".encode(), id="t", source="t.md")
    records = [to_record(claim) for claim in extract(paper)]
    (outcome,) = (r for r in records if r["kind"] == "outcome")
    assert outcome["of"] == ["ZnO"]
    assert [one["parameter"] for one in outcome["under"]] == ["temperature"]
    (precursor,) = (r for r in records if r.get("role") == "precursor")
    assert precursor["for"] == ["material:ZnO"]
    assert precursor["with"] == ["chemical:ozone"]
