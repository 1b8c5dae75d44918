"""PDFs: how lines, columns and paragraphs are put together, and what is refused."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import pytest

from corpus import ReadError
from corpus.readers.pdf import glyphs as opened
from tests.corpus.pdf_pages import read_pdf, text_of

WORDS = (
    "the dots of lead sulfide were coated with a thin film of alumina and kept in the air".split()
)


def _pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of them the catalog."""
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        trailer,
        start,
    )


def _stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
TIMES = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"


def _paged(
    *contents: bytes, extra: Sequence[bytes] = (), resources: bytes = b"", **kw: bytes
) -> bytes:
    """A PDF with a page for each content stream (an object that stands whole)."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + at) for at in range(count))
    pages = [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
        b" /Resources << /Font << /F1 3 0 R >> %s >> >>" % (4 + count + at, resources)
        for at in range(count)
    ]
    tree = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids)
    return _pdf(CATALOG, tree, TIMES, *pages, *contents, *extra, **kw)


def _text(pieces: Iterable[tuple[float, float, float, str]]) -> bytes:
    """A content stream that prints each text at (x, y) in a size."""
    shown = (
        b"/F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj" % (size, x, y, text.encode("cp1252"))
        for x, y, size, text in pieces
    )
    return _stream(b"BT " + b"\n".join(shown) + b" ET")


def _prose(words: int, first: int = 0) -> str:
    return " ".join(WORDS[(first + at) % len(WORDS)] for at in range(words))


def _column(x: float, top: float, count: int, name: str) -> list[tuple[float, float, float, str]]:
    return [(x, top - 12 * at, 10, f"{name} {at} {_prose(7, at)}") for at in range(count)]


def test_columns_are_read_one_after_the_other_whatever_the_order_of_printing() -> None:
    left, right = _column(50, 700, 20, "left"), _column(320, 700, 20, "right")
    rows = [piece for pair in zip(left, right, strict=True) for piece in pair]
    text = text_of(read_pdf(_paged(_text(rows))))
    assert [f"{word} {at}" for word in ("left", "right") for at in range(20)] == [
        f"{a} {b}" for a, b in zip(text.split(), text.split()[1:], strict=False) if b.isdigit()
    ]


def test_what_spans_the_columns_divides_them() -> None:
    pieces = [
        *_column(50, 700, 6, "one"),
        *_column(320, 700, 6, "two"),
        (50, 610, 10, "wide " + _prose(24)),
        *_column(50, 580, 6, "three"),
        *_column(320, 580, 6, "four"),
    ]
    text = text_of(read_pdf(_paged(_text(pieces))))
    places = [text.index(name) for name in ("one 0", "two 0", "wide", "three 0", "four 0")]
    assert places == sorted(places)


def test_a_page_in_one_column_stays_one() -> None:
    pieces = [(50, 700 - 12 * at, 10, f"line {at} {_prose(20, at)}") for at in range(12)]
    text = text_of(read_pdf(_paged(_text(pieces))))
    assert [int(word) for word in text.split() if word.isdigit()] == list(range(12))


def test_scripts_are_told_by_size_and_place_even_if_printed_last() -> None:
    pieces = [
        (50, 700, 10, "Films of Al"),
        (100.2, 700, 10, "O"),
        (50, 688, 10, _prose(16)),
        (96.5, 698, 7, "2"),
        (107.6, 698, 7, "3"),
        (111.3, 704, 7, "4"),
        (118, 700, 10, "grew on top of " + _prose(8)),
    ]
    paper = read_pdf(_paged(_text(pieces)))
    assert paper.raw.startswith("Films of Al_{2}O_{3}^{4} grew on top")
    assert paper.passages[0].text.startswith("Films of Al2O3 grew on top")
    assert paper.passages[0].citations[0].numbers == ("4",)


def test_heads_and_page_numbers_are_dropped() -> None:
    pages = [
        _text(
            [
                (50, 760, 8 if at else 16, f"Journal of Examples {17 + at}"),
                (300, 760, 8, f"{17 + at} Doe and Roe"),
                (300, 30, 8, str(17 + at)),
                *_column(50, 680, 12, f"page{at}"),
            ]
        )
        for at in range(3)
    ]
    raw = read_pdf(_paged(*pages)).raw
    assert raw.count("Journal of Examples") == 1  # set large it is a title
    assert "18" not in raw
    assert "Doe" not in raw
    assert all(f"page{at} 0" in raw for at in range(3))


def test_a_paragraph_goes_on_behind_a_figure_and_a_page() -> None:
    first = _text([*_column(50, 700, 6, "a")[:-1], (50, 640, 10, _prose(7) + " thickness of")])
    second = _text(
        [
            (50, 700, 8, "Figure 1. A film."),
            (90, 660, 6, "10 nm"),
            (50, 600, 10, f"Al films {_prose(8)}"),
            *_column(50, 588, 6, "b"),
        ]
    )
    paper = read_pdf(_paged(first, second))
    assert [passage.kind for passage in paper.passages] == ["paragraph", "caption"]
    assert "thickness of Al films" in paper.passages[0].text
    assert "10 nm" not in paper.raw


def test_words_divided_at_line_ends_are_healed() -> None:
    lines = [
        "the nanocrys-",
        "tals of zinc were coated by ALD-",
        "grown oxide in plasma-",
        "assisted steps",
    ]
    pieces = [(50, 700 - 12 * at, 10, f"{_prose(8)} {line}") for at, line in enumerate(lines)]
    text = text_of(read_pdf(_paged(_text(pieces)))).replace(_prose(8) + " ", "")
    assert "nanocrys-" not in text.replace("nanocrys-the", "")
    assert (
        text_of(
            read_pdf(
                _paged(
                    _text(
                        [
                            (50, 700, 10, f"{_prose(12)} and nanocrys-"),
                            (50, 688, 10, f"tals of zinc {_prose(9)}"),
                        ]
                    )
                )
            )
        ).count("nanocrystals of zinc")
        == 1
    )


def test_a_drawing_of_thousands_of_letters_is_left_out() -> None:
    dots = [(30 + 13 * (at % 40), 20 + 5 * (at // 40), 4, "o") for at in range(5_600)]
    pages = _text(_column(50, 700, 12, "a")), _text(dots)
    assert "o o" not in read_pdf(_paged(*pages)).raw


def test_upright_lettering_is_left_out() -> None:
    axis = b"BT /F1 8 Tf 0 1 -1 0 40 300 Tm (height of the film in nm) Tj ET"
    body = _text(_column(50, 700, 12, "a"))
    content = body.replace(b"BT ", axis + b" BT ").split(b"stream\n")[1].split(b"\nendstream")[0]
    assert "height" not in read_pdf(_paged(_stream(content))).raw


def test_a_page_printed_on_its_side_is_read() -> None:
    turned = [
        b"BT /F1 10 Tf 0 1 -1 0 %d 50 Tm (line %d %s) Tj ET"
        % (100 + 12 * at, at, _prose(20).encode())
        for at in range(12)
    ]
    text = text_of(read_pdf(_paged(_stream(b"\n".join(turned)))))
    assert [int(word) for word in text.split() if word.isdigit()] == list(range(12))


GIBBERISH = [
    (50, 700 - 12 * at, 10, "Xqz vbn klp wrt ghj mnb zxc qwr tyu plk " * 2) for at in range(10)
]
GLUED = [(50, 700 - 12 * at, 10, "".join(WORDS) + " " + "".join(WORDS)) for at in range(80)]
PICTURE = _stream(
    b"\x00",
    b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
    b" /ColorSpace /DeviceGray",
)
SCAN = _paged(
    _stream(b"q 600 0 0 700 0 0 cm /I1 Do Q"),
    extra=[PICTURE],
    resources=b"/XObject << /I1 6 0 R >>",
)
UNUSABLE = {
    "empty": (_paged(_stream(b"")), "it holds 0 characters on 1 page: a scan"),
    "scan": (SCAN, "it holds 0 characters on 1 page: a scan"),
    "gibberish": (_paged(_text(GIBBERISH)), "its words are not English"),
    "unmapped": (
        _paged(_text([(50, 700 - 12 * at, 10, "\x01\x04 ab " * 9) for at in range(10)])),
        "of its characters have no meaning",
    ),
    "glued": (_paged(_text(GLUED), _text(GLUED)), "its words run together without spaces"),
}


@pytest.mark.parametrize("name", sorted(UNUSABLE))
def test_an_unusable_text_layer_is_refused_with_its_cause(name: str) -> None:
    data, cause = UNUSABLE[name]
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert str(caught.value).startswith("a.pdf: this PDF's text layer is unusable because ")
    assert cause in caught.value.cause


def _inflating(times: int) -> bytes:
    """A content stream that is a thousandth of what it becomes, once or twice over."""
    content = b"BT ET " * 25_000_000
    for _ in range(times):
        content = zlib.compress(content, 9)
    return _stream(content, b"/Filter [" + b"/FlateDecode " * times + b"]")


LOCKED = _paged(
    _text(_column(50, 700, 12, "a")),
    extra=[b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32)],
    trailer=b"/Encrypt 6 0 R /ID [<41><41>]",
)
NESTED = _paged(
    _stream(b"/X0 Do"),
    extra=[
        _stream(
            b"/X1 Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
            b" /Resources << /XObject << /X1 %d 0 R >> >>" % (7 + at),
        )
        for at in range(12)
    ]
    + [_stream(b"BT /F1 9 Tf (dots) Tj ET", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")],
    resources=b"/XObject << /X0 6 0 R >>",
)
REFUSED = {
    "locked": (LOCKED, "encrypted PDF that opens only with a password"),
    "cut": (_paged(_text(_column(50, 700, 12, "a")))[:300], "damaged PDF, or not a PDF"),
    "pages": (
        _pdf(
            CATALOG,
            b"<< /Type /Pages /Count 2000 /Kids [%s] >>" % (b"3 0 R " * 2000),
            b"<< /Type /Page /Parent 2 0 R >>",
        ),
        "PDF of more than 1,500 pages",
    ),
    "characters": (
        _paged(_text([(50, 10 * at, 10, "x" * 1000) for at in range(70)])),
        "more than 60,000 characters on page 1",
    ),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_bad_pdfs_are_refused_in_one_line(name: str) -> None:
    data, cause = REFUSED[name]
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert cause in caught.value.cause
    assert "\n" not in str(caught.value)


def test_a_pdf_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MAX_PDF_SECONDS", 1)
    with pytest.raises(ReadError, match="takes more than 1 s of processor time"):
        read_pdf(NESTED)


@pytest.mark.parametrize("times", [1, 2])
def test_a_pdf_that_takes_all_memory_is_given_up(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    data = _paged(_inflating(times))
    assert len(data) < 250_000
    monkeypatch.setattr(opened, "MAX_PDF_MEMORY", 150_000_000)
    with pytest.raises(ReadError, match=r"the PDF library crashed on it|more memory"):
        read_pdf(data)


def test_only_the_limits_stop_them() -> None:
    with pytest.raises(ReadError, match="it holds 0 characters"):
        read_pdf(_paged(_inflating(1)))
