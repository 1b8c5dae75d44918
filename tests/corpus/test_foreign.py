"""Files that are no paper are refused in a line that says what they are, whatever their name."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from corpus import ReadError, read_bytes
from tests.rows import each_row


def _zip(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


CLAIM = json.dumps(
    {"doc": "a", "study": "this", "kind": "process", "process": "ald", "evidence": [[0, 4]]}
)
CSL = json.dumps([{"id": "roe", "type": "article-journal", "title": "Films"}])
API = json.dumps({"full-text-retrieval-response": {"originalText": "Dots grew by ALD. " * 20}})
LATEX = "% my paper\n\\documentclass[11pt]{article}\n\\begin{document}Dots grew.\\end{document}"
REFUSED: dict[str, tuple[bytes, str]] = {
    "table.xlsx": (_zip("[Content_Types].xml", "xl/workbook.xml"), "Excel workbook"),
    "talk.pptx": (_zip("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint file"),
    "book.epub": (_zip("mimetype", "META-INF/container.xml"), "EPUB book"),
    "paper.odt": (_zip("mimetype", "content.xml", "META-INF/manifest.xml"), "OpenDocument file"),
    "papers.zip": (_zip("a.pdf", "b.pdf"), "zip archive, not text; unpack it"),
    "broken.zip": (b"PK\x03\x04 and so on", "damaged zip archive or office document"),
    "paper.xml.gz": (gzip.compress(b"<article/>"), "gzip archive"),
    "gzipped.xml": (gzip.compress(b"<article/>"), "gzip archive"),
    "papers.tar": (b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 250, "tar archive"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old Office document"),
    "paper.rtf": (b"{\\rtf1 Dots grew by ALD.}", "Rich Text document"),
    "paper.ps": (b"%!PS-Adobe-3.0\n(Dots) show", "PostScript"),
    "scan.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "image (PNG)"),
    "scan.jpg": (b"\xff\xd8\xff\xe0" + b"\0" * 40, "image (JPEG)"),
    "scan.pdf": (b"\xff\xd8\xff\xe0" + b"\0" * 40, "image (JPEG)"),
    "claims.jsonl": ((CLAIM + "\n").encode() * 3, "claims without the header of a document"),
    "claims.txt": ((CLAIM + "\n").encode() * 3, "claims without the header of a document"),
    "document.jsonl": (
        b'{"format": "ald-kg document", "version": 1}\n' + CLAIM.encode(),
        "document file with claims, not a paper; `aldkg build` takes it",
    ),
    "claims.json": (f"[{CLAIM}]".encode(), "claims without the header of a document"),
    "library.json": (CSL.encode(), "bibliographic records (CSL-JSON)"),
    "answer.json": (API.encode(), "JSON, not a paper"),
    "long.json": (b'{"text": "' + b"Dots grew. " * 20_000 + b'"}', "JSON, not a paper"),
    "deep.json": (b"[" * 50_000 + b"]" * 50_000, "JSON, not a paper"),
    "library.bib": (b"@article{roe, title={Films}}", "bibliographic records (BibTeX)"),
    "library.ris": (b"TY  - JOUR\nTI  - Films\nER  -\n", "bibliographic records (RIS)"),
    "table.csv": (b"a,b\n1,2\n", "table (CSV), not a paper; `aldkg build`"),
    "paper.tex": (b"Dots grew.", "LaTeX source"),
    "source.txt": (LATEX.encode(), "LaTeX source"),
    "graph.ttl": (b"@prefix a: <http://a/> .\na:b a a:c .", "RDF, not a paper"),
    "graph.txt": (b"@prefix a: <http://a/> .\na:b a a:c .", "RDF, not a paper"),
    "empty.pdf": (b"", "empty"),
    "empty.html": (b"", "empty"),
    "blank.txt": (b" \n\n", "empty"),
}


@each_row("name", sorted(REFUSED))
def test_what_is_no_paper_is_named(name: str) -> None:
    data, cause = REFUSED[name]
    with pytest.raises(ReadError) as caught:
        read_bytes(data, id="a", source=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert cause in caught.value.cause
    assert "\n" not in str(caught.value)


READ = {
    "a bracket": "[Al2O3] Dots of PbS grew by ALD.",
    "a mark": "[1, 2] and others grew dots by ALD.",
    "a brace": '{Dots} of "PbS" grew by ALD.',
    "braces of a set": '{"x", "y"} are sets.',
    "a command": "We wrote \\LaTeX and grew dots by ALD.",
    "an at sign": "@home dots grew by ALD.",
}


@pytest.mark.parametrize("name", sorted(READ))
def test_a_text_that_only_begins_like_one_is_read(name: str) -> None:
    paper = read_bytes(READ[name].encode(), id="a", source="a.txt")
    assert len(paper.passages) == 1
