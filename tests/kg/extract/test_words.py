"""A sentence as a spaCy Doc: printed words, the parse of the shadow on them, mentions as spans."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.finders.pipeline import COMPONENTS, find_mentions, mention_pipeline
from kg.extract.parsing import parse
from kg.extract.reading import Reading, kept

TEXT = "Growth per cycle of Al2O3-coated PbSe rose to 1.2 Å with trimethylaluminum."


def test_a_sentence_is_a_doc_of_printed_words(read: Callable[[str], list[Reading]]) -> None:
    (reading,) = read(TEXT)
    assert reading.parse is None
    assert reading.doc.text == TEXT
    printed = [token.text for token in reading.doc]
    assert {"Growth per cycle", "Al2O3", "1.2 Å", "trimethylaluminum"} <= {*printed}
    assert printed == [TEXT[token.start : token.end] for token in reading.tokens]
    assert [w.norm_ for w in reading.doc if w.text in ("Al2O3", "1.2 Å")] == ["silicon", "meters"]


def test_what_is_kept_of_a_sentence_is_found_once(read: Callable[[str], list[Reading]]) -> None:
    asked: list[str] = []

    @kept
    def length(reading: Reading) -> int | None:
        asked.append(reading.text)
        return len(reading.text) if "rose" in reading.text else None

    rose, other = read(TEXT)[0], read("The films were grey.")[0]
    assert [length(one) for one in (rose, other, rose, other)] == [len(TEXT), None] * 2
    assert asked == [TEXT, "The films were grey."]


def test_mentions_are_spans_by_kind(read: Callable[[str], list[Reading]]) -> None:
    doc = read(TEXT)[0].doc
    spans = {k: list(dict.fromkeys((s.text, s.id_) for s in doc.spans[k])) for k in doc.spans}
    assert spans["property"] == [("Growth per cycle", "growth_rate")]
    assert spans["material"] == [("Al2O3", "Al2O3"), ("PbSe", "PbSe")]
    assert spans["chemical"] == [("trimethylaluminum", "trimethylaluminum")]
    assert ("rose", "increase") in spans["direction"]
    assert [text for text, _ in spans["quantity"]] == ["1.2 Å"]


def test_the_parse_of_the_shadow_stands_on_the_printed_words(
    read: Callable[[str], list[Reading]],
) -> None:
    (reading,) = read(TEXT)
    parse([reading])
    assert reading.parse is reading.doc
    words = {word.text: word for word in reading.doc}
    assert words["Growth per cycle"].head.text == "rose"
    assert words["Growth per cycle"].dep_ == "nsubj"
    assert words["rose"].tag_ == "VBD"


def test_each_finder_is_a_component_that_can_be_left_out() -> None:
    nlp = mention_pipeline()
    assert tuple(nlp.pipe_names) == COMPONENTS
    text = "The W gate is 75 nm thick."
    assert "W" in [mention.id for mention in find_mentions(text)]
    with nlp.select_pipes(disable=["ald_tungsten"]):
        assert "W" not in [mention.id for mention in find_mentions(text)]
