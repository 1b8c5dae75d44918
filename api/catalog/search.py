"""Text search over labels, titles and quotes: SQLite's FTS5 in memory.

Words are compared without case and accents, subscripts count as plain digits, and the last letters
of a word may be left out: ``infill`` finds "infilled", ``Al2O3`` finds "Al₂O₃".

References
----------
https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Iterable
from contextlib import closing

_WORD = re.compile(r"\w+")

#: More words than this of a search are not looked at.
_MAX_WORDS = 20


class TextIndex:
    """Finds documents by their words; a document is a number, a heading and a text."""

    def __init__(self, documents: Iterable[tuple[int, str, str]]) -> None:
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        self._database.execute("CREATE VIRTUAL TABLE texts USING fts5(head, body, prefix='2 3')")
        rows = ((n, normalise(head), normalise(body)) for n, head, body in documents)
        self._database.executemany("INSERT INTO texts(rowid, head, body) VALUES (?, ?, ?)", rows)

    def find(self, asked: str, *, any_word: bool = False) -> tuple[int, ...]:
        """Return the numbers of the texts that hold every word, or any, the best first."""
        words = _WORD.findall(normalise(asked))[:_MAX_WORDS]
        if not words:
            return ()
        match = (" OR " if any_word else " ").join(f'"{word}"*' for word in words)
        query = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 4, 1), rowid"
        with self._lock, closing(self._database.execute(query, (match,))) as cursor:
            return tuple(number for (number,) in cursor)

    def close(self) -> None:
        """Let go of the memory."""
        with self._lock:
            self._database.close()


def normalise(text: str) -> str:
    """Return the text as it is compared: without compatibility forms, accents and underscores.

    >>> normalise("Al₂O₃ naïve")
    'Al2O3 naive'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.replace("_", " ")
