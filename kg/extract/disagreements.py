"""Sentences in which a document itself says that reports disagree, with the studies and subjects.

They are kept beside the claims and make none: "the results are contradictory" states nothing about
a sample. The constructions are those of :mod:`kg.extract.disputes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corpus.model import Paper
from corpus.places import Places
from corpus.quotes import quoted
from kg.extract.context.asides import is_aside
from kg.extract.credit.marks import marks_of
from kg.extract.disputes import find_dispute
from kg.extract.reading import Reading
from kg.extract.statements import Trace
from kg.extract.version import extractor_version
from kg.model import THIS, Disagreement, Evidence, Thing

_TOLD_IN: Final = frozenset({"paragraph", "list_item"})
#: Openings of a sentence that names the parties of a disagreement stated before it.
_EXAMPLES: Final = re.compile(r"(?:For (?:example|instance)|E\.g\.|Thus|Namely)\b", re.IGNORECASE)
#: The number of words of a construction that are kept as its cue.
_LONGEST: Final = 4
#: Labels of mentions that name their term without the help of another word.
_NAMES: Final = frozenset({"name", "symbol"})
#: Kinds of mention that are listed layer by layer.
_SOLIDS: Final = frozenset({"material", "stack"})
#: The kind of thing that each kind of mention names.
_THINGS: Final = {
    "material": "material",
    "property": "outcome",
    "process": "process",
    "chemical": "chemical",
}


def find_disagreements(paper: Paper, read: Trace) -> tuple[Disagreement, ...]:
    """Return the disagreements that a paper mentions, in reading order.

    Parameters
    ----------
    paper
        The paper.
    read
        Everything that was read in it (:func:`kg.extract.tracing.trace`).
    """
    places = Places(paper)
    known = frozenset(reference.number for reference in paper.references)
    return tuple(
        replace(found, evidence=_shown(found.evidence, paper, places))
        for index, reading in enumerate(read.readings)
        if (found := _disagreement(reading, index, read, known)) is not None
    )


def _disagreement(
    reading: Reading, index: int, read: Trace, known: frozenset[str]
) -> Disagreement | None:
    sentence = reading.sentence
    if sentence.passage.kind not in _TOLD_IN or is_aside(reading.text):
        return None
    found = find_dispute(reading.text, is_cited=bool(sentence.citations))
    if found is None:
        return None
    dispute, cue = found
    return Disagreement(
        studies=_studies(index, read, known),
        cue=" ".join(cue.split()[:_LONGEST]),
        about=tuple(sorted(set(_about(reading)))),
        evidence=Evidence(
            spans=sentence.passage.raw_spans(sentence.start, sentence.end),
            rule=f"disagreement-{dispute.name}",
            extractor=extractor_version(),
        ),
    )


def _about(reading: Reading) -> Iterator[Thing]:
    for mention in reading.mentions:
        if mention.stack is not None and mention.kind in _SOLIDS:
            yield from (Thing("material", str(layer.formula)) for layer in mention.stack.flat)
        elif mention.kind in _THINGS and mention.label in _NAMES:
            yield Thing(_THINGS[mention.kind], mention.id)


def _shown(evidence: Evidence, paper: Paper, places: Places) -> Evidence:
    spans = evidence.spans
    return replace(evidence, quote=quoted(paper, spans), place=places.describe(spans))


def _studies(index: int, read: Trace, known: frozenset[str]) -> tuple[str, ...]:
    """Return the studies that a sentence is credited to, else those of its examples, else ours.

    "Ours" is the paper itself.
    """
    here = _credited(index, read, known)
    if here not in ((), (THIS,)):
        return here
    after = (_credited(at, read, known) for at in _examples(index, read))
    return tuple(dict.fromkeys(s for studies in after for s in studies if s != THIS)) or (THIS,)


def _credited(index: int, read: Trace, known: frozenset[str]) -> tuple[str, ...]:
    credited = [study for _, studies in read.credits[index] for study in studies]
    marks = marks_of(read.readings[index].sentence, known)
    return tuple(dict.fromkeys((*credited, *(n for mark in marks for n in mark.numbers))))


def _examples(index: int, read: Trace) -> range:
    """Return the indices of the rest of the passage, if the next sentence begins with examples."""
    passage = read.readings[index].sentence.passage
    end = index + 1
    while end < len(read.readings) and read.readings[end].sentence.passage is passage:
        end += 1
    begins = end > index + 1 and _EXAMPLES.match(read.readings[index + 1].text)
    return range(index + 1, end) if begins else range(0)
