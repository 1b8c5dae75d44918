"""The characters of a PDF with their places, fetched from the process that opens it."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import ReadError
from corpus.limits import (
    MAX_CHARACTERS,
    MAX_PAGE_CHARACTERS,
    MAX_PAGES,
    MAX_PDF_MEMORY,
    MAX_PDF_SECONDS,
)

_PROCESS = Path(__file__).with_name("process.py")
_FIELDS = 8
#: Smaller print cannot be read; it hides.
_SMALLEST = 1.0
#: The clock may run longer than the processor where others use it too.
_PATIENCE = 5


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: its origin on the baseline, its left and right edge, the size of its font.

    All in points; y grows upwards.
    """

    text: str
    x: float
    y: float
    left: float
    right: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The glyphs of a page in the order in which they were printed, and how many pictures."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    pictures: int = 0


def read_pages(data: bytes, source: str) -> list[Page]:
    """Open a PDF in a process of its own and return its pages.

    Raises
    ------
    ReadError
        If the PDF is damaged or encrypted, passes a limit, or brings the PDF library down.
    """
    limits = (MAX_PDF_SECONDS, MAX_PDF_MEMORY, MAX_PAGES, MAX_PAGE_CHARACTERS, MAX_CHARACTERS)
    command = [sys.executable, "-I", str(_PROCESS), *map(str, limits)]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=data,
            capture_output=True,
            timeout=MAX_PDF_SECONDS * _PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError(source, f"not read within {MAX_PDF_SECONDS * _PATIENCE} s") from error
    if done.returncode:
        raise ReadError(source, _cause(done.returncode, done.stderr.decode(errors="replace")))
    return list(_decoded(done.stdout))


def _cause(code: int, message: str) -> str:
    """Tell refusals from crashes (negative codes are signals; 24 and 9 end a process in time)."""
    if code == 2 and message:
        return message
    if code in {-24, -9}:
        return f"takes more than {MAX_PDF_SECONDS} s of processor time"
    if code < 0:
        return f"the PDF library broke down on it (signal {-code}: damaged, or made to exhaust it)"
    reason = (message.strip().splitlines() or [f"code {code}"])[-1]
    return f"the PDF library broke down on it ({reason[:120]})"


def _decoded(data: bytes) -> Iterator[Page]:
    at = 0
    while at < len(data):
        end = data.index(b"\n", at) + 1
        head = json.loads(data[at:end])
        at = end + head["characters"] * _FIELDS * 4
        values = array("f")
        values.frombytes(data[end:at])
        yield Page(
            width=head["width"],
            height=head["height"],
            glyphs=tuple(_glyphs(values)),
            pictures=head["pictures"],
        )


def _glyphs(values: array[float]) -> Iterator[Glyph]:
    """Yield the glyphs that read in the direction of the page; figures have others."""
    columns = [values[field::_FIELDS] for field in range(_FIELDS)]
    turns = Counter(columns[6])
    main = turns.most_common(1)[0][0] if turns else 0
    for code, x, y, left, right, size, turn, bold in zip(*columns, strict=True):
        if turn == main and size >= _SMALLEST and code:
            yield Glyph(chr(int(code)), x, y, left, right, size, bool(bold))
