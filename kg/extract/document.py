"""The sentences of a paper in order, each with its mentions and its credits, ready for the readers.

What a document defines holds for all of its sentences: acronyms of its own reagents and solids, and
acronyms that it uses for something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.model import Passage
from kg.extract.context.asides import is_beside_work, opens_back_matter
from kg.extract.credit import Credit, Crediting
from kg.extract.frames.reader import may_tell_event
from kg.extract.outcomes.find import needs_parse
from kg.extract.own_names.abbreviations import (
    defined_reagents,
    foreign_acronyms,
    foreign_symbols,
)
from kg.extract.own_names.initialisms import printed_solids, with_initials
from kg.extract.own_names.lettered import defined_families, lettered_solids, without_families
from kg.extract.own_names.liquid import with_liquid_meant
from kg.extract.own_names.shapes import defined_shapes, with_own_shapes
from kg.extract.own_names.solutions import defined_solutions, with_solutions
from kg.extract.parsing import parse
from kg.extract.reading import Reading, in_order, read_sentence
from kg.extract.text.sentences import split_sentences

_READ = frozenset({"title", "paragraph", "caption", "list_item"})


def read_passages(
    passages: Iterable[Passage], crediting: Crediting
) -> tuple[list[Reading], list[tuple[Credit, ...]]]:
    """Return the sentences of the passages that report work, and the credits of each."""
    readings: list[Reading] = []
    credits: list[tuple[Credit, ...]] = []
    for passage in passages:
        if passage.kind in _READ and _may_tell(passage):
            sentences = split_sentences(passage)
            readings += [read_sentence(sentence) for sentence in sentences]
            credits += crediting.credit(sentences)
    return list(in_order(_with_own_acronyms(readings))), credits


def parse_needed(readings: Iterable[Reading]) -> None:
    """Parse the sentences for which the rules need the grammar.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    parse(reading for reading in readings if needs_parse(reading) or may_tell_event(reading))


def _may_tell(passage: Passage) -> bool:
    text = passage.text
    return bool(text.strip()) and not (is_beside_work(passage.section) or opens_back_matter(text))


def _with_own_acronyms(readings: Sequence[Reading]) -> list[Reading]:
    """Return the sentences, read with the acronyms of the document's own reagents and solids."""
    shorts = defined_reagents(readings)
    shapes = defined_shapes(readings)
    foreign = (foreign_acronyms(readings) | foreign_symbols(readings)) - shapes.keys()
    readings = [_without(reading, foreign) if foreign else reading for reading in readings]
    readings = [
        read_sentence(reading.sentence, shorts)
        if any(_concerns(short, meaning, reading) for short, meaning in shorts.items())
        else reading
        for reading in readings
    ]
    if families := defined_families(readings):
        readings = [without_families(reading, families) for reading in readings]
    if solutions := defined_solutions(readings):
        readings = [with_solutions(reading, solutions) for reading in readings]
    solids = {**lettered_solids(readings), **printed_solids(readings)}
    readings = [with_liquid_meant(with_initials(reading, solids)) for reading in readings]
    return [with_own_shapes(reading, shapes) for reading in readings] if shapes else readings


def _without(reading: Reading, foreign: frozenset[str]) -> Reading:
    """Return a sentence without the terms whose acronyms the document uses for something else."""
    kept = tuple(m for m in reading.mentions if m.label != "symbol" or m.text not in foreign)
    return Reading(reading.sentence, kept) if len(kept) < len(reading.mentions) else reading


def _concerns(short: str, meaning: str, reading: Reading) -> bool:
    """Return whether a definition can change a sentence: it names a reagent, or revokes one."""
    if short not in reading.text:
        return False
    return bool(meaning) or any(m.text.startswith(short) for m in reading.of_kind("chemical"))
