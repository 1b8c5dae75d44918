"""Helpers of the tests on PDFs: columns of labelled lines, and the text of a PDF that was read."""

from __future__ import annotations

from corpus import Paper, read_bytes
from tests.data.printing import Piece, width_of


def read_pdf(data: bytes) -> Paper:
    return read_bytes(data, id="a", source="a.pdf")


def text_of(paper: Paper) -> str:
    return " ".join(passage.text for passage in paper.passages)


def line_label(name: str, at: int) -> str:
    """Name a line of a column by letters: a digit behind a word could be a citation mark.

    >>> line_label("left", 23)
    'left-cd'
    """
    return f"{name}-{'abcdefghij'[at // 10]}{'abcdefghij'[at % 10]}"


def column_lines(name: str, *, x: float, top: float, count: int, width: float) -> list[Piece]:
    """Lines that fill a column, each beginning with its label."""
    pieces = []
    for at in range(count):
        words = [line_label(name, at)]
        while width_of(" ".join([*words, "the film"]), 10) < width:
            words += ["the", "film"]
        gap = width - width_of(" ".join(words), 10)
        pieces.append(
            Piece(x=x, y=top - 12 * at, text=" ".join(words), spacing=gap / (len(words) - 1))
        )
    return pieces
