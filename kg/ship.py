"""Write the document file of a paper as it ships: ``python -m kg.ship PAPER FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

import corpus
from kg.batch.reading import read_paper
from kg.bundled import shipped_file
from kg.documents import render_document


def ship(paper: Path, folder: Path) -> Path:
    """Read a paper and write its shipped file, named after the paper, into a folder.

    Raises
    ------
    ReadError
        If the paper cannot be read.
    OSError
        If the file cannot be written.
    """
    source = corpus.read(paper)
    read = read_paper(source).document
    file = shipped_file(source, read.claims, read.extractor, read.disagreements)
    path = folder / f"{source.id}.jsonl"
    path.write_bytes(render_document(file))
    return path


if __name__ == "__main__":
    ship(*map(Path, sys.argv[1:3]))
