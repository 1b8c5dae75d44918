"""A small printer of PDFs: pieces of text at places, and articles set in columns.

For tests and benchmarks, which say what a page shows and need no file of a publisher. Times and
Times Bold are printed without being embedded; the widths are those of Adobe's font metrics.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

PAGE_WIDTH, PAGE_HEIGHT = 612, 792

#: Thousandths of the size, of Times Roman from the blank to the tilde.
_WIDTHS = [
    int(width)
    for width in (
        "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500"
        " 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333"
        " 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469"
        " 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389"
        " 278 500 500 722 500 500 444 480 200 480 541"
    ).split()
]


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A text on a page: where its baseline begins, in which size, and how far its blanks are."""

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False
    #: points added to every blank, as in lines set to full width
    spacing: float = 0
    #: a font of :func:`print_pdf` other than Times
    font: str = ""


@dataclass(frozen=True, kw_only=True)
class Font:
    """A font that is not Times: the entries of its dictionary and objects that they refer to.

    In ``entries`` ``%(0)d`` stands for the number of the first object, ``%(1)d`` of the second.
    """

    entries: str
    objects: tuple[bytes, ...] = ()


def width_of(text: str, size: float) -> float:
    """Return the width of a text in Times, in points."""
    units = (_WIDTHS[ord(sign) - 32] if 32 <= ord(sign) < 127 else 500 for sign in text)
    return sum(units) * size / 1000


def print_pdf(
    pages: Sequence[Sequence[Piece]],
    *,
    information: Mapping[str, str] | None = None,
    xmp: str = "",
    fonts: Mapping[str, Font] | None = None,
) -> bytes:
    """Print pages as a PDF."""
    objects: list[bytes] = [b"", b""]

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    names = {"F1": add(_font("Times-Roman")), "F2": add(_font("Times-Bold"))}
    for name, font in (fonts or {}).items():
        numbers = {str(at): add(content) for at, content in enumerate(font.objects)}
        names[name] = add(b"<< /Type /Font %s >>" % (font.entries % numbers).encode())
    resources = b" ".join(b"/%s %d 0 R" % (name.encode(), at) for name, at in names.items())
    kids = []
    for pieces in pages:
        content = add(stream(b"BT %s ET" % b"\n".join(map(_shown, pieces))))
        kids.append(
            add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
                b" /Resources << /Font << %s >> >> >>"
                % (PAGE_WIDTH, PAGE_HEIGHT, content, resources)
            )
        )
    packet = b" /Metadata %d 0 R" % add(stream(xmp.encode(), b"/Type /Metadata")) if xmp else b""
    entries = b" ".join(
        b"/%s <FEFF%s>" % (name.encode(), text.encode("utf-16-be").hex().encode())
        for name, text in (information or {}).items()
    )
    info = b"/Info %d 0 R" % add(b"<< %s >>" % entries) if entries else b""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R%s >>" % packet
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    return _file(objects, info)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return the content of a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def _font(name: str) -> bytes:
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
        % name.encode()
    )


def _shown(piece: Piece) -> bytes:
    font = piece.font or ("F2" if piece.bold else "F1")
    text = piece.text
    for sign in "\\()":
        text = text.replace(sign, "\\" + sign)
    encoded = text.encode("latin-1" if piece.font else "cp1252")
    place = (font.encode(), piece.size, piece.spacing, piece.x, piece.y, encoded)
    return b"/%s %g Tf %g Tw 1 0 0 1 %g %g Tm (%s) Tj" % place


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, trailer, len(body))
    )


@dataclass(frozen=True, kw_only=True)
class Block:
    """A unit of an article: ``text``, ``item``, ``heading`` or ``note`` (at the foot of a page)."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article to be set: its title line by line, names, what follows, and how it is set."""

    title: Sequence[str] = ()
    names: str = ""
    blocks: Sequence[Block] = ()
    columns: int = 2
    gutter: float = 18
    size: float = 10
    title_leading: float = 1.2
    heads: Sequence[str] = ()
    margin: float = 54


def set_article(article: Article) -> list[list[Piece]]:
    """Set an article: the title over the whole width, then its blocks column by column."""
    head = list(_head(article))
    top = (head[-1].y if head else PAGE_HEIGHT - 72) - 2.5 * article.size
    leading = 1.2 * article.size
    notes = [block for block in article.blocks if block.kind == "note"]
    foot = 72 + leading * (1 + 3 * len(notes))
    lines = [
        line for block in article.blocks if block.kind != "note" for line in _set(block, article)
    ]
    pages: list[list[Piece]] = []
    while lines or not pages:
        is_first = not pages
        page = head if is_first else []
        start = top if is_first else PAGE_HEIGHT - 90
        for column in range(article.columns):
            bottom = foot if is_first and column == 0 else 72
            count = int((start - bottom) / leading)
            page = page + _placed(lines[:count], article, column, start)
            lines = lines[count:]
        if is_first:
            page = page + list(_notes(notes, article, foot - leading))
        pages.append(page + list(_furniture(article, len(pages))))
    return pages


def _head(article: Article) -> Iterator[Piece]:
    y: float = PAGE_HEIGHT - 80
    for line in article.title:
        yield Piece(x=article.margin, y=y, text=line, size=1.6 * article.size, bold=True)
        y -= 1.6 * article.size * article.title_leading
    if article.names:
        yield Piece(x=article.margin, y=y - 6, text=article.names, size=1.1 * article.size)


def _column_width(article: Article) -> float:
    gutters = article.gutter * (article.columns - 1)
    return (PAGE_WIDTH - 2 * article.margin - gutters) / article.columns


def _set(block: Block, article: Article) -> Iterator[Piece]:
    """Break a block into lines of a column; their places are still to be found."""
    width = _column_width(article)
    indent = article.size if block.kind == "text" else 0.0
    is_bold = block.kind == "heading"
    words = block.text.split()
    while words:
        count = 1
        while count < len(words):
            if width_of(" ".join(words[: count + 1]), article.size) > width - indent:
                break
            count += 1
        line, words = " ".join(words[:count]), words[count:]
        gap = width - indent - width_of(line, article.size)
        spacing = gap / line.count(" ") if words and " " in line else 0.0
        yield Piece(x=indent, y=0, text=line, size=article.size, bold=is_bold, spacing=spacing)
        indent = 0.0


def _placed(lines: Sequence[Piece], article: Article, column: int, top: float) -> list[Piece]:
    left = article.margin + column * (_column_width(article) + article.gutter)
    leading = 1.2 * article.size
    return [replace(line, x=left + line.x, y=top - leading * at) for at, line in enumerate(lines)]


def _notes(notes: Sequence[Block], article: Article, top: float) -> Iterator[Piece]:
    """Set notes in small print at the foot of the first column."""
    small = replace(article, size=0.8 * article.size)
    y = top - article.size
    for note in notes:
        for line in _set(replace(note, kind="item"), small):
            yield replace(line, x=article.margin, y=y)
            y -= 1.2 * small.size


def _furniture(article: Article, number: int) -> Iterator[Piece]:
    if number and article.heads:
        head = article.heads[number % len(article.heads)]
        yield Piece(x=article.margin, y=PAGE_HEIGHT - 40, text=head, size=8)
    yield Piece(x=PAGE_WIDTH / 2, y=36, text=str(17 + number), size=8)
