"""The characters of a PDF with their positions, from the process that opens it."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from corpus.errors import ReadError
from corpus.limits import (
    MAX_CHARACTERS,
    MAX_PAGE_CHARACTERS,
    MAX_PAGES,
    MAX_PDF_MEMORY,
    MAX_PDF_SECONDS,
)
from corpus.readers.pdf.pi_fonts import read_signs

_PROCESS = Path(__file__).with_name("process.py")
_FIELDS = 8
#: Where the code ranges of the halves of UTF-16 pairs begin and end.
_FIRST_HALF, _SECOND_HALF, _BEHIND_HALVES = 0xD800, 0xDC00, 0xE000
#: The smallest print that is read, in points; smaller text is hidden.
_SMALLEST = 1.0
#: Factor from processor time to clock time, for a processor shared with other programs.
_PATIENCE = 5


class Glyph(NamedTuple):
    """A character: where it begins and ends on its baseline, the height of the baseline, its size.

    All are in points; ``y``, the height of the baseline, grows upwards. ``font`` is the number of
    the font in the document. A tuple is used because a long review has half a million glyphs.
    """

    text: str
    left: float
    y: float
    right: float
    size: float
    bold: bool = False
    font: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page: its size in points, its characters as printed, and the number of its pictures.

    ``rows`` has ``_FIELDS`` numbers for each character; glyphs are made of them on demand, so that
    not all glyphs of a long document are in memory at once. ``signs`` has, by the number of a font,
    the signs of its codes if the font does not define them itself.
    """

    width: float
    height: float
    rows: array[float]
    pictures: int = 0
    signs: Mapping[int, Mapping[int, str]] = field(default_factory=dict)

    def glyphs(self, *, but: tuple[float, float] = (0.0, 0.0)) -> Iterator[Glyph]:
        """Yield the glyphs that are printed in the main direction of the page; figures have others.

        Glyphs between the two heights ``but``, in points, are left out.
        """
        _, *columns = (self.rows[at::_FIELDS] for at in range(_FIELDS))
        turns = columns[4]
        main = Counter(turns).most_common(1)[0][0] if turns else 0
        low, high = but
        for text, left, y, right, size, turn, bold, font in zip(
            self.texts(), *columns, strict=True
        ):
            if turn == main and size >= _SMALLEST and text and not low < y < high:
                yield Glyph(text, left, y, right, size, bool(bold), int(font))

    def texts(self) -> list[str]:
        """Return the text of each row in the order of printing: a character, or nothing."""
        texts = _characters([int(code) for code in self.rows[::_FIELDS]])
        if not self.signs:
            return texts
        known = (self.signs.get(int(font), {}) for font in self.rows[_FIELDS - 1 :: _FIELDS])
        return [
            signs.get(ord(text), text) if signs and text else text
            for text, signs in zip(texts, known, strict=True)
        ]

    def text(self) -> str:
        """Return all characters in the order of printing."""
        return "".join(self.texts())


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A PDF as opened: its pages, and the document information by name (without empty entries)."""

    pages: tuple[Page, ...]
    information: Mapping[str, str]


def open_pdf(data: bytes, source: str) -> Printed:
    """Open a PDF in a separate process.

    Raises
    ------
    ReadError
        If the PDF is damaged or encrypted, exceeds a limit, or crashes the PDF library.
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
    start = done.stdout.index(b"\n") + 1
    information = {name: value for name, value in json.loads(done.stdout[:start]).items() if value}
    decoded = list(_decoded(done.stdout, start))
    signs = read_signs(decoded[-1][1] if decoded else (), data)
    pages = tuple(replace(page, signs=signs) for page, _ in decoded)
    return Printed(pages=pages, information=information)


def _cause(code: int, message: str) -> str:
    """Return the cause of a failure: a refusal (2), a time limit (-24, -9), or a crash (signal)."""
    if code == 2 and message:
        return message
    if code in {-24, -9}:
        return f"takes more than {MAX_PDF_SECONDS} s of processor time"
    if code < 0:
        return f"the PDF library crashed (signal {-code}: the file is damaged or too demanding)"
    reason = (message.strip().splitlines() or [f"code {code}"])[-1]
    return f"the PDF library crashed ({reason[:120]})"


def _decoded(data: bytes, start: int) -> Iterator[tuple[Page, list[str]]]:
    """Yield the pages, each with the names of the fonts found up to it."""
    at = start
    while at < len(data):
        end = data.index(b"\n", at) + 1
        head = json.loads(data[at:end])
        at = end + head["characters"] * _FIELDS * 4
        rows = array("f")
        rows.frombytes(data[end:at])
        size = {"width": head["width"], "height": head["height"]}
        yield Page(**size, rows=rows, pictures=head["pictures"]), head["fonts"]


def _characters(codes: Sequence[int]) -> list[str]:
    """Return a text for each code: a character, or nothing.

    PDFs encode characters outside the Basic Multilingual Plane, such as italic letters of
    mathematics, as UTF-16: the first half of a pair gives the character, the second nothing. A
    single half has no meaning.

    >>> _characters([0x41, 0xD835, 0xDC3C, 0xD835, 0x42])
    ['A', '𝐼', '', '\ufffd', 'B']
    """
    if max(codes, default=0) < _FIRST_HALF:
        return [chr(code) if code else "" for code in codes]
    around = zip((0, *codes), codes, (*codes[1:], 0), strict=False)
    return [_character(before, code, after) for before, code, after in around]


def _character(before: int, code: int, after: int) -> str:
    if _is_first_half(code) and _is_second_half(after):
        return chr(0x10000 + ((code - _FIRST_HALF) << 10) + after - _SECOND_HALF)
    if _is_second_half(code) and _is_first_half(before):
        return ""
    if _FIRST_HALF <= code < _BEHIND_HALVES or code > 0x10FFFF:
        return "\ufffd"
    return chr(code) if code else ""


def _is_first_half(code: int) -> bool:
    return _FIRST_HALF <= code < _SECOND_HALF


def _is_second_half(code: int) -> bool:
    return _SECOND_HALF <= code < _BEHIND_HALVES
