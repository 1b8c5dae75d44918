"""Quotes from a user's own copy: the same text, the same words otherwise spaced, another text."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from corpus.model import Paper
from kg.attach import attach
from kg.bundled import shipped_file
from kg.documents import DocumentFile, parse_document, render_document
from kg.errors import ExtractionError
from kg.model import Claim, Disagreement, Evidence, Process, Technique

TEXT = """A paper on coatings

1. Results

The oxide grew by ALD on  the dots. It was seen by TEM.

Nothing else was tried.
"""


def claim(content: Process | Technique, sentence: str) -> Claim:
    start = TEXT.index(sentence)
    evidence = Evidence(spans=((start, start + len(sentence)),), rule="r", extractor="x", quote="-")
    return Claim(doc="paper", study="this", content=content, evidence=evidence)


CLAIMS = (
    claim(Process(process="ald"), "The oxide grew by ALD on  the dots."),
    claim(Technique(technique="tem"), "It was seen by TEM."),
)


@pytest.fixture
def shipped(tmp_path: Path) -> DocumentFile:
    paper = read(tmp_path, "paper.txt", TEXT)
    disputed = Disagreement(studies=("this",), cue="tried", evidence=CLAIMS[1].evidence)
    data = render_document(shipped_file(paper, CLAIMS, "x", [disputed]))
    assert b"oxide grew" not in data
    return parse_document(data, "paper.jsonl")


def read(folder: Path, name: str, text: str) -> Paper:
    path = folder / name
    path.write_bytes(text.encode())
    return corpus.read(path)


@pytest.mark.parametrize(
    ("text", "is_exact"),
    [
        (TEXT, True),
        (TEXT.replace("\n", "\r\n"), False),
        (TEXT.replace("  the", " the"), False),
        ("\n\n" + TEXT.replace("by ALD on", "by ALD\non"), False),
    ],
)
def test_a_copy_gives_the_quotes(tmp_path: Path, shipped, text: str, is_exact: bool):
    found = attach(shipped, read(tmp_path, "mine.txt", text))
    assert found.is_exact == is_exact
    quotes = [" ".join(c.evidence.quote.split()) for c in found.document.claims]
    assert quotes == ["The oxide grew by ALD on the dots.", "It was seen by TEM."]
    (disputed,) = found.document.disagreements
    assert disputed.evidence.quote == "It was seen by TEM."
    assert [c.evidence.spans for c in found.document.claims] == [c.evidence.spans for c in CLAIMS]


def test_another_text_is_refused(tmp_path: Path, shipped):
    with pytest.raises(ExtractionError, match="not the text of 'paper'"):
        attach(shipped, read(tmp_path, "other.txt", TEXT.replace("TEM", "XPS")))
