"""Where the clauses of a sentence begin, as far as links need to know."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.links.clauses import clauses_of
from kg.extract.parsing import parse
from kg.extract.reading import Reading

#: Sentence -> its clauses, the word that opens each last in the one before.
CLAUSES = {
    "The yield rose.": ["The yield rose."],
    "The film was annealed, and the yield rose.": ["The film was annealed, and", "the yield rose."],
    "The dots shrank while the shells grew.": ["The dots shrank while", "the shells grew."],
    "We found that the coat protects the dots.": ["We found that", "the coat protects the dots."],
    "The films have a coat, which protects them.": [
        "The films have a coat, which",
        "protects them.",
    ],
    # a joint subject, a joint object and a pronoun open none
    "Water and ozone lower the yield.": ["Water and ozone lower the yield."],
    "The coat lowers the yield and the gap.": ["The coat lowers the yield and the gap."],
    "That film was smooth.": ["That film was smooth."],
}


def test_clauses(read: Callable[[str], list[Reading]]):
    wrong = []
    for text, expected in CLAUSES.items():
        reading = read(text)[0]
        clauses = clauses_of(reading, parse([reading])[0], (0, len(text)))
        found = [text[c.start : c.end].strip() for c in clauses]
        if found != expected:
            wrong.append((text, found))
    assert wrong == []
