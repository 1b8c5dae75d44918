"""Quotes: what a person reads, with citation marks as printed; records without forbidden codes."""

from __future__ import annotations

from corpus import Paper, Reference, read_bytes
from corpus.legible import legible, legible_record
from corpus.model import Author
from corpus.quotes import quoted
from tests.rows import each_row

REFERENCES = "\n\nReferences\n\n" + "".join(
    f"({n}) Roe, A. B. Films {n}. J. Ex. 2001, {n}, 2.\n" for n in range(1, 20)
)
NBSP = "\u00a0"
QUOTES = [
    ("Al_{2}O_{3} grew at 10^{-3} mbar.", "Al2O3 grew at 10⁻³ mbar."),
    ("A mobility of 7 cm^{2} V^{-1} s^{-1} was met.", "A mobility of 7 cm² V⁻¹ s⁻¹ was met."),
    ("**Dots** of *PbS* grew in <i>hexane</i>.", "Dots of PbS grew in hexane."),
    ("Grown by **ALD**", "Grown by ALD"),
    ("Roe et al.^{7} grew dots.", "Roe et al.⁷ grew dots."),
    ("Dots grew.^{12,14–16} They shone.", "Dots grew.¹²,¹⁴–¹⁶ They shone."),
    ("Dots grew [3, 5].", "Dots grew [3, 5]."),
    ("As in ref 7, dots grew.", "As in ref 7, dots grew."),
    ("The nano-\ncrystals and nanocrystals\ngrew.", "The nanocrystals and nanocrystals grew."),
    ("The growth\x0cof ﬁlms\x05 took 5\ufdd0 s.", "The growth of films took 5 s."),
    (f"At 80{NBSP}°C, $x \\le 8$ nm.", "At 80 °C, x ≤ 8 nm."),
    ("A yield&nbsp;of 5 &lt; 7 %.", "A yield of 5 < 7 %."),
]


def _paper(text: str) -> Paper:
    return read_bytes(f"# Dots\n\n{text}{REFERENCES}".encode(), id="a", source="a.txt")


@each_row(("printed", "quote"), QUOTES)
def test_a_quote_is_what_a_person_reads(printed: str, quote: str) -> None:
    paper = _paper(printed)
    passage = next(p for p in paper.passages if p.kind == "paragraph")
    assert quoted(paper, passage.raw_spans(0, len(passage.text))) == quote


def test_a_quote_of_a_sentence_has_the_marks_of_that_sentence() -> None:
    paper = _paper("Dots grew.^{3} Roe^{4} coated **dots**.^{5} They shone.^{6}")
    passage = next(p for p in paper.passages if p.kind == "paragraph")
    start, end = passage.text.index("Roe"), passage.text.index(" They")
    assert quoted(paper, passage.raw_spans(start, end)) == "Roe⁴ coated dots.⁵"


def test_stretches_are_parted_by_ellipses() -> None:
    paper = _paper("Dots grew. Roe coated dots. They shone.")
    start = paper.raw.index("Dots grew")
    spans = [(start, start + 10), (paper.raw.index("They"), paper.raw.index("They") + 11)]
    assert quoted(paper, spans) == "Dots grew. … They shone."


def test_a_place_outside_all_passages_is_quoted_as_it_is() -> None:
    paper = _paper("Dots grew.")
    at = paper.raw.index("Films 3")
    assert quoted(paper, [(at, at + 7)]) == "Films 3"


FORBIDDEN = [
    *map(chr, (0, 1, 2, 8, 0xE, 0x1B, 0x7F, 0x80, 0x96, 0x9F)),
    *map(chr, (0xD800, 0xDFFF, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF)),
]


def test_every_code_that_no_format_carries_is_taken_out() -> None:
    assert [legible(f"a{code}b") for code in FORBIDDEN] == ["ab"] * len(FORBIDDEN)
    assert legible("\tα\r\n𝛼\ufffd\ue000") == "\tα\r\n𝛼\ufffd\ue000"
    assert legible("a\x0cb\x85c") == "a b c"


def test_every_text_of_a_record_is_made_legible() -> None:
    record = Reference(title="A\x01", authors=(Author(family="R\ud835oe", given="A\x02."),), year=1)
    assert legible_record(record) == Reference(
        title="A", authors=(Author(family="Roe", given="A."),), year=1
    )
