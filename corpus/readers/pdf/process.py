"""The process of its own in which a PDF is opened: PDF bytes in, characters with places out.

The PDF library is native code that reads what anybody made. Here it can neither hang, nor take all
memory, nor bring the reader down. Run as a script; needs nothing of this package. Writes, for each
page, a line of JSON (``width``, ``height``, ``characters``, ``pictures``), then as many rows of
:data:`FIELDS` as 32-bit floats. Exits with 2 and one line on the error stream if it refuses.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from array import array
from typing import Any, BinaryIO

#: What is known of each character. ``angle`` counts quarter turns; ``bold`` is 0 or 1.
FIELDS = ("code", "x", "y", "left", "right", "size", "angle", "bold")

_BOLD_NAMES = (b"bold", b"-bd", b"black", b"semibold", b"heavy", b"medi")
_HYPHENS = {0x02, 0xFFFE, 0xAD}


def main(arguments: list[str], source: BinaryIO, target: BinaryIO) -> int:
    """Read a PDF within limits: seconds, bytes of memory, pages, characters a page and in all."""
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
        return _refuse("takes more memory than any paper")
    return 0


class _TooLarge(Exception):  # noqa: N818
    """A limit was passed."""


def _limit(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there only the clock of the caller holds
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
    return "damaged PDF, or none (" + message.strip(" .").splitlines()[0] + ")"


def _write_pages(
    document: Any, target: BinaryIO, max_pages: int, max_page: int, max_all: int
) -> None:
    if len(document) > max_pages:
        raise _TooLarge(f"PDF of more than {max_pages:,} pages")
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
        _write_page(page, text.raw, count, target)
        text.close()
        page.close()


def _write_page(page: Any, text: Any, count: int, target: BinaryIO) -> None:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = page.get_bbox()
    rows = array("f")
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(text, index) != 1 or _is_hyphen(pdfium, text, index):
            rows.extend(_row(pdfium, text, index, left, bottom))
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
    }
    target.write(json.dumps(head).encode() + b"\n" + rows.tobytes())


def _is_hyphen(pdfium: Any, text: Any, index: int) -> bool:
    return pdfium.FPDFText_GetUnicode(text, index) in _HYPHENS


def _row(pdfium: Any, text: Any, index: int, left: float, bottom: float) -> tuple[float, ...]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetLooseCharBox(text, index, box)  # as wide as the glyph advances
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4 if matrix.a or matrix.b else 0
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    code = pdfium.FPDFText_GetUnicode(text, index)
    return _turned(
        0x2D if code in _HYPHENS else code,
        (x.value - left, y.value - bottom),
        (box.left - left, box.right - left, box.bottom - bottom, box.top - bottom),
        size,
        turn,
        _is_bold(pdfium, text, index),
    )


def _turned(
    code: int,
    origin: tuple[float, float],
    box: tuple[float, float, float, float],
    size: float,
    turn: int,
    bold: bool,
) -> tuple[float, ...]:
    """Lay upright text down, so that it reads along x."""
    (x, y), (x0, x1, y0, y1) = origin, box
    for _ in range(turn):
        x, y = y, -x
        x0, x1, y0, y1 = y0, y1, -x1, -x0
    return code, x, y, x0, x1, size, turn, bold


def _is_bold(pdfium: Any, text: Any, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, index) >= 600:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text, index, name, 128, flags)
    return 0 < length <= 128 and any(part in name.value.lower() for part in _BOLD_NAMES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin.buffer, sys.stdout.buffer))
