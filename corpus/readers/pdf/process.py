"""The separate process that opens a PDF: PDF bytes in, characters with positions out.

The PDF library is native code that parses untrusted files. In this process it can neither hang, nor
take all memory, nor crash the reader. The module is run as a script, and needs no other module of
this package. It writes a line of JSON with the document information, then, for each page, a line of
JSON (``width``, ``height``, ``characters``, ``pictures``, the names of the ``fonts`` found so far)
and as many rows of :data:`FIELDS` as 32-bit floats. If it refuses a file, it exits with 2 and one
line on the error stream.
"""

from __future__ import annotations

import ctypes
import json
import math
import re
import sys
from array import array
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

#: The fields of each character. ``angle`` counts quarter turns; ``bold`` is 0 or 1; fonts are
#: numbered in the order in which they occur. ``left`` is the origin of the character, ``right``
#: that of the next one if no blank is between them.
FIELDS = ("code", "left", "y", "right", "size", "angle", "bold", "font")

_BOLD_NAMES = (b"bold", b"-bd", b"black", b"semibold", b"heavy", b"medi")
#: How much wider than the character its box may be, in units of the font.
_OVERHANG = 0.4
_HYPHENS = {0xFFFE, 0xAD}
#: Characters that the library adds between words and lines.
_BLANKS = {0x20, 0x0A, 0x0D}
#: The library's code for the hyphen of a divided word; in some fonts a sign has this code.
_DIVIDED = 0x02
_SPECIAL = _HYPHENS | _BLANKS | {_DIVIDED}
#: Entries of the document information that identify the document, including publishers' own.
_INFORMATION = ("Title", "Author", "Subject", "Keywords", "doi", "WPS-ARTICLEDOI")
#: Bytes of an entry; an abstract written there has 4,000.
_LONGEST_ENTRY = 20_000
#: The six letters before the name of a font, which distinguish its subsets.
_SUBSET = re.compile(rb"^[a-z]{6}\+")


def main(arguments: list[str], source: BinaryIO, target: BinaryIO) -> int:
    """Read a PDF within limits: seconds, bytes of memory, pages, characters per page and in all."""
    seconds, memory, *limits = (int(argument) for argument in arguments)
    _limit(seconds, memory)
    import pypdfium2

    try:
        _write_pages(pypdfium2.PdfDocument(source.read()), target, *limits)
    except pypdfium2.PdfiumError as error:
        return _refuse(_cause(str(error)))
    except _TooLarge as error:
        return _refuse(str(error))
    except MemoryError:
        return _refuse("needs more memory than the limit")
    return 0


class _TooLarge(Exception):  # noqa: N818
    """A limit was exceeded."""


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such module; only the timeout of the caller applies
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _refuse(cause: str) -> int:
    sys.stderr.write(cause)
    return 2


def _cause(message: str) -> str:
    if "password" in message.lower():
        return "encrypted PDF that opens only with a password"
    return "damaged PDF, or not a PDF (" + message.strip(" .").splitlines()[0] + ")"


def _write_pages(
    document: Any, target: BinaryIO, max_pages: int, max_page: int, max_all: int
) -> None:
    if len(document) > max_pages:
        raise _TooLarge(f"PDF of more than {max_pages:,} pages")
    information = {name: _entry(document, name) for name in _INFORMATION}
    target.write(json.dumps(information).encode() + b"\n")
    fonts = _Fonts()
    total = 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        count = text.count_chars()
        total += count
        if count > max_page:
            raise _TooLarge(f"more than {max_page:,} characters on page {number + 1}")
        if total > max_all:
            raise _TooLarge(f"text longer than {max_all:,} characters")
        _write_page(page, _Text(text.raw, count, fonts), target)
        text.close()
        page.close()


def _entry(document: Any, name: str) -> str:
    """Return an entry of the document information, ``""`` if there is none."""
    import pypdfium2.raw as pdfium

    key = name.encode() + b"\0"
    length = pdfium.FPDF_GetMetaText(document.raw, key, None, 0)
    if length > _LONGEST_ENTRY:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_GetMetaText(document.raw, key, buffer, length)
    return buffer.raw.decode("utf-16-le", errors="replace").partition("\0")[0].strip()


def _write_page(page: Any, text: _Text, target: BinaryIO) -> None:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    rows = array("f")
    for row in text.rows(left, bottom):
        rows.extend(row)
    pictures = sum(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, at))
        == pdfium.FPDF_PAGEOBJ_IMAGE
        for at in range(min(pdfium.FPDFPage_CountObjects(page.raw), 1000))
    )
    head = {
        "width": right - left,
        "height": top - bottom,
        "characters": len(rows) // len(FIELDS),
        "pictures": pictures,
        "fonts": text.fonts.names(),
    }
    target.write(json.dumps(head).encode() + b"\n" + rows.tobytes())


class _Look(NamedTuple):
    """The common properties of the characters of a run."""

    turn: int
    #: size in points, quarter turns, whether bold, number of the font
    fields: tuple[float, int, bool, int]
    #: the library's handle of the font, and the known widths of its characters
    font: Any
    widths: dict[int, float]
    #: the width of the font's unit along the line, in points
    unit: float


class _Text:
    """The characters of a page.

    Characters printed by one command (a text object) share direction, size, weight and font, which
    are queried once: a page has ten times as many characters as commands.
    """

    def __init__(self, raw: Any, count: int, fonts: _Fonts) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._raw = raw
        self._count = count
        self.fonts = fonts
        self._looks: dict[int, _Look] = {}
        # only the address of the object is needed, and a plain number is faster to get
        function = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
        prototype = ctypes.CFUNCTYPE(ctypes.c_size_t, ctypes.c_void_p, ctypes.c_int)
        self._object_at = prototype(function)
        self._page = ctypes.cast(raw, ctypes.c_void_p)

    def rows(self, left: float, bottom: float) -> Iterator[tuple[float, ...]]:
        """Yield :data:`FIELDS` for each printed character of a page with this lower left corner."""
        raw, page, object_at, looks = self._raw, self._page, self._object_at, self._looks
        get_origin = self._pdfium.FPDFText_GetCharOrigin
        x, y = ctypes.c_double(), ctypes.c_double()
        place = ctypes.byref(x), ctypes.byref(y)
        last = (-1.0, -1.0)
        for index, code in self._printed():
            get_origin(raw, index, *place)
            address = object_at(page, index)
            look = looks.get(address) or self._look(index, address)
            at = (x.value - left, y.value - bottom)
            start, height = _turned(look.turn, *at) if look.turn else at
            width = look.widths.get(code)
            # the letters of a ligature all have the same origin
            if width is None or last == at:
                width = self._width(index, code, look, is_ligature=last == at)
            last = at
            yield code, start, height, start + width * look.unit, *look.fields

    def _printed(self) -> Iterator[tuple[int, int]]:
        """Yield index and code of the characters that the page prints."""
        pdfium, raw = self._pdfium, self._raw
        get_code = pdfium.FPDFText_GetUnicode
        for index in range(self._count):
            code = get_code(raw, index)
            if code not in _SPECIAL:
                yield index, code
            elif code in _BLANKS:
                if pdfium.FPDFText_IsGenerated(raw, index) != 1:
                    yield index, code
            else:
                is_hyphen = code != _DIVIDED or pdfium.FPDFText_IsHyphen(raw, index) == 1
                yield index, 0x2D if is_hyphen else code

    def _look(self, index: int, address: int) -> _Look:
        pdfium, raw = self._pdfium, self._raw
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, index, matrix)
        a, b = matrix.a, matrix.b
        size = pdfium.FPDFText_GetFontSize(raw, index)
        buffer = ctypes.create_string_buffer(128)
        length = pdfium.FPDFText_GetFontInfo(raw, index, buffer, 128, ctypes.c_int())
        name = _SUBSET.sub(b"", buffer.value.lower()) if 0 < length <= 128 else b""
        is_heavy = pdfium.FPDFText_GetFontWeight(raw, index) >= 600
        is_bold = is_heavy or any(part in name for part in _BOLD_NAMES)
        turn = round(math.atan2(b, a) / (math.pi / 2)) % 4 if a or b else 0
        points = size * math.hypot(matrix.c, matrix.d)
        printed = pdfium.FPDFText_GetTextObject(raw, index) if address else None
        font = pdfium.FPDFTextObj_GetFont(printed) if printed else None
        look = _Look(
            turn=turn,
            fields=(points, turn, is_bold, self.fonts.number(name)),
            font=font,
            widths=self.fonts.widths(ctypes.cast(font, ctypes.c_void_p).value if font else None),
            unit=size * math.hypot(a, b),
        )
        if address:
            self._looks[address] = look
        return look

    def _width(self, index: int, code: int, look: _Look, *, is_ligature: bool) -> float:
        """Return the advance of a character, in units of its font.

        The box around a character is wider where its ink overhangs the next one (an italic f),
        which would hide the blank after it. But fonts give no width for signs whose codes have no
        meaning, or for a letter in a ligature; then the width of the box is used.
        """
        box, told = self._pdfium.FS_RECTF(), ctypes.c_float(0)
        self._pdfium.FPDFText_GetLooseCharBox(self._raw, index, box)
        boxed = abs(box.top - box.bottom if look.turn % 2 else box.right - box.left)
        width = boxed / look.unit if look.unit else 0.0
        if is_ligature:
            return width
        if look.font:
            self._pdfium.FPDFFont_GetGlyphWidth(look.font, code, 1.0, told)
        if told.value > 0 and -0.05 <= width - told.value < _OVERHANG:
            width = told.value
        look.widths[code] = width
        return width


class _Fonts:
    """The fonts of a document, numbered in order of occurrence, with the widths of characters."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._widths: dict[int | None, dict[int, float]] = {}

    def widths(self, font: int | None) -> dict[int, float]:
        """Return the known widths of a font, by the code of the character."""
        return self._widths.setdefault(font, {})

    def number(self, name: bytes) -> int:
        return self._numbers.setdefault(name, len(self._numbers))

    def names(self) -> list[str]:
        return [name.decode("ascii", errors="replace") for name in self._numbers]


def _turned(turn: int, x: float, y: float) -> tuple[float, float]:
    """Rotate the position of turned text, so that it reads along x."""
    for _ in range(turn):
        x, y = y, -x
    return x, y


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer))
