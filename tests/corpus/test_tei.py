"""TEI of GROBID's versions: roots, ids, notes, captions, records."""

from __future__ import annotations

import pytest

from corpus import Paper, ReadError, read_bytes
from tests.rows import each_row

ENTRY = """<biblStruct xml:id="{id}"><analytic><title level="a" type="main">{title}</title><author>
<persName><forename type="first">A</forename><forename type="middle">B</forename><surname>Roe
</surname></persName></author></analytic><monogr><title level="j">Layer Lett.</title><imprint>
<biblScope
unit="volume">4</biblScope><biblScope unit="page" from="17" to="23"/><date type="published"
when="2011"/></imprint></monogr></biblStruct>"""
HEADER = """<teiHeader><fileDesc><titleStmt><title level="a" type="main">Coated dots</title>
<author><persName><forename>Ina</forename><surname>Sol</surname></persName></author></titleStmt>
<publicationStmt><idno type="DOI">10.5555/dots</idno><date when="2020-03-01"/></publicationStmt>
<sourceDesc><biblStruct><analytic/><monogr><imprint/></monogr></biblStruct></sourceDesc></fileDesc>
<profileDesc><abstract><div><p><s>Dots were coated.</s> <s>They shone.</s></p></div></abstract>
</profileDesc></teiHeader>"""
TEXT = """<text><body><div xml:id="{id}"><head n="1.">Methods</head><p>PbS dots were coated <ref
type="bibr" target="#b0">[1]</ref>.</p></div><note place="foot" n="1">Argon was dry.</note><note
type="submission">Sent in May.</note><figure xml:id="fig_0"><head>Figure 1.</head><label>1</label>
<figDesc><div><p><s>A dot.</s> <s>The bar is 2 nm.</s></p></div></figDesc></figure></body><back>
<div><listBibl>{entries}</listBibl></div></back></text>"""
ENTRIES = ENTRY.format(id="b0", title="Films") + ENTRY.format(id="b1", title="Shells")
DOCUMENT = (
    f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{TEXT.format(id="a", entries=ENTRIES)}</TEI>'
)


def _read(text: str) -> Paper:
    return read_bytes(text.encode(), id="a", source="a.tei.xml")


ROOTS = {
    "as it is": DOCUMENT,
    "without a namespace": DOCUMENT.replace(' xmlns="http://www.tei-c.org/ns/1.0"', ""),
    "of the version before": DOCUMENT.replace("<TEI ", "<TEI.2 ").replace("</TEI>", "</TEI.2>"),
    "in a corpus": f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{DOCUMENT}</teiCorpus>',
    "an id that begins with a digit": DOCUMENT.replace('xml:id="a"', 'xml:id="50cadf48"'),
    "an id that is also an entry's": DOCUMENT.replace('xml:id="a"', 'xml:id="b0"'),
    "an id that is also a figure's": DOCUMENT.replace('xml:id="fig_0"', 'xml:id="b1"'),
    "an entry's id twice": DOCUMENT.replace('xml:id="b1"', 'xml:id="b0"'),
    "ids that are rubbish": DOCUMENT.replace('xml:id="fig_0"', 'xml:id="a b&lt;#1 "'),
}


@each_row("name", sorted(ROOTS))
def test_every_kind_is_read_whole(name: str) -> None:
    paper = _read(ROOTS[name])
    assert [(p.kind, p.text) for p in paper.passages] == [
        ("title", "Coated dots"),
        ("heading", "Abstract"),
        ("paragraph", "Dots were coated. They shone."),
        ("heading", "1. Methods"),
        ("paragraph", "PbS dots were coated."),
        ("paragraph", "Argon was dry."),
        ("caption", "Figure 1. A dot. The bar is 2 nm."),
    ]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",)]
    assert [(r.number, r.title, r.year, r.pages) for r in paper.references] == [
        ("1", "Films", 2011, "17–23"),
        ("2", "Shells", 2011, "17–23"),
    ]


def test_the_record_is_taken_from_wherever_the_header_has_it() -> None:
    record = _read(DOCUMENT).record
    assert record is not None
    assert [(a.family, a.given) for a in record.authors] == [("Sol", "Ina")]
    assert (record.title, record.year, record.doi) == ("Coated dots", 2020, "10.5555/dots")


def test_a_corpus_of_several_is_refused() -> None:
    with pytest.raises(ReadError, match="holds 2 TEI documents; save each in a separate file"):
        _read(f"<teiCorpus>{DOCUMENT}{DOCUMENT}</teiCorpus>")
