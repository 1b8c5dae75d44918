"""PDF."""

from __future__ import annotations

from corpus.errors import ReadError
from corpus.model import Paper


def read_pdf(data: bytes, *, id: str, source: str, sha256: str) -> Paper:
    """Read a PDF."""
    raise ReadError(source, "PDF, which needs converting to text first")
