"""Print ``shells.txt`` as a paper in two columns: ``python print_pdf.py`` writes ``shells.pdf``.

Needs reportlab, which nothing else in the project does. The same text gives the same bytes.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
)

HERE = Path(__file__).parent
WIDTH, HEIGHT = 440, 420
MARGIN, GUTTER, HEAD = 36, 16, 92
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2

TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=15, leading=18)
NAMES = ParagraphStyle("names", fontName="Times-Roman", fontSize=11, leading=14, spaceBefore=4)
HEADING = ParagraphStyle(
    "heading", fontName="Times-Bold", fontSize=10, leading=12, spaceBefore=8, spaceAfter=2
)
TEXT = ParagraphStyle(
    "text",
    fontName="Times-Roman",
    fontSize=10,
    leading=11.5,
    firstLineIndent=10,
    alignment=TA_JUSTIFY,
    embeddedHyphenation=1,
)
CAPTION = ParagraphStyle(
    "caption", parent=TEXT, fontSize=8, leading=9.2, firstLineIndent=0, spaceBefore=6, spaceAfter=8
)
ENTRY = ParagraphStyle("entry", parent=TEXT, fontSize=8, leading=9.2, leftIndent=12)
ENTRY.firstLineIndent = -12

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789–")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def marked_up(text: str) -> str:
    """Write scripts as reportlab wants them."""
    text = re.sub(r"\^\{([^}]*)\}", r"<super>\1</super>", escape(text))
    text = re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+", lambda m: f"<super>{m[0].translate(_RAISED)}</super>", text)
    return re.sub("[₀-₉]+", lambda m: f"<sub>{m[0].translate(_LOWERED)}</sub>", text)


def flowables(text: str) -> list[Flowable]:
    """Set every paragraph of the text in its style; the figure stands behind its first mention."""
    head, _, body = text.partition("## Abstract")
    title, names, doi = head.strip().split("\n\n")
    story: list[Flowable] = [
        Paragraph(marked_up(title), TITLE),
        Paragraph(names, NAMES),
        Paragraph(doi, CAPTION),
        FrameBreak(),
        Paragraph("Abstract", HEADING),
    ]
    for paragraph in body.strip().split("\n\n"):
        if paragraph.startswith("## "):
            story.append(Paragraph(paragraph[3:], HEADING))
        elif paragraph.startswith("Figure"):
            story += [_Picture(), Paragraph(marked_up(paragraph), CAPTION)]
        elif paragraph.startswith("[1]"):
            story += [Paragraph(marked_up(entry), ENTRY) for entry in paragraph.splitlines()]
        else:
            story.append(Paragraph(marked_up(paragraph), TEXT))
    return story


class _Picture(Flowable):
    """A figure with its own lettering, part of it upright."""

    def wrap(self, *_: float) -> tuple[float, float]:
        return COLUMN, 46

    def draw(self) -> None:
        self.canv.rect(20, 6, COLUMN - 40, 36)
        self.canv.setFont("Times-Roman", 6)
        self.canv.drawString(30, 30, "PbS")
        self.canv.rotate(90)
        self.canv.drawString(8, -16, "height (nm)")


def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
    """Print the running head and the page number."""
    canvas.setFont("Times-Italic", 8)
    canvas.drawString(MARGIN, HEIGHT - 24, "Journal of Examples, Volume 9")
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 24, "Doe and Roe")
    canvas.drawCentredString(WIDTH / 2, 18, str(16 + document.page))


def columns(top: float) -> list[Frame]:
    """Make two columns below ``top``."""
    return [
        Frame(left, 32, COLUMN, top - 32, 0, 0, 0, 0) for left in (MARGIN, MARGIN + COLUMN + GUTTER)
    ]


def main() -> None:
    """Write the PDF beside the text."""
    document = BaseDocTemplate(
        str(HERE / "shells.pdf"),
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        title="untitled",
    )
    top = HEIGHT - 36
    first = Frame(MARGIN, top - HEAD, WIDTH - 2 * MARGIN, HEAD, 0, 0, 0, 0)
    document.addPageTemplates(
        [
            PageTemplate(
                "first", [first, *columns(top - HEAD)], decorate, autoNextPageTemplate="later"
            ),
            PageTemplate("later", columns(top), decorate),
        ]
    )
    document.build(flowables((HERE / "shells.txt").read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
