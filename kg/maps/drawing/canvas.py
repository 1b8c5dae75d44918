"""A matplotlib drawing with addressable marks, and its output to a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from matplotlib import rc_context, rcdefaults, rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kg.maps.model import Mark

#: The colour of text; it becomes ``currentColor`` in SVG.
INK: Final = "#1b2426"
#: The colour of secondary lines; visible on a light and a dark background.
QUIET: Final = "#7d8a8b"
#: Colours for people with any colour vision, by Okabe and Ito; the shape of a mark has the same
#: meaning. https://jfly.uni-koeln.de/color/
COLOURS: Final = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00")
SHAPES: Final = ("o", "s", "^", "D", "v", "P")
#: The id of the background.
PAPER: Final = "paper"

_STYLE: Final[dict[str, Any]] = {
    "font.family": "DejaVu Sans",  # ships with matplotlib, so it is the same everywhere
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "axes.titlesize": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": QUIET,
    "grid.alpha": 0.35,
    "svg.fonttype": "none",
    "svg.hashsalt": "ald-kg",
    "pdf.fonttype": 42,
    "path.simplify": False,
    "text.parse_math": False,
}
#: Dots per inch of PNG.
_DPI: Final = 160


class Canvas:
    """A drawing with one pair of axes.

    Parameters
    ----------
    width, height
        The size of the axes in inches, without the labels around them.
    """

    def __init__(self, width: float, height: float) -> None:
        self.figure = Figure(figsize=(width, height))
        self.figure.patch.set_gid(PAPER)
        self.figure.patch.set_facecolor("white")
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.patch.set_visible(False)
        self.marks: dict[str, Mark] = {}

    def tell(self, artist: Artist, mark: Mark) -> None:
        """Give an artist an id, and record its mark."""
        name = f"mark-{len(self.marks) + 1}"
        artist.set_gid(name)
        self.marks[name] = mark

    def bare(self) -> None:
        """Hide the frame and the ticks."""
        self.axes.set_axis_off()

    def caption(self, labels: list[Any], *, below: float = 0.1) -> None:
        """Add a legend of colours and shapes; ``labels`` are artists with labels.

        ``below`` is the distance from the axes in inches, which leaves room for labels.
        """
        self.axes.legend(
            handles=labels,
            loc="upper left",
            bbox_to_anchor=(0, -below / self.figure.get_figheight()),
            ncols=2,
            frameon=False,
            borderaxespad=0,
        )


@contextmanager
def style() -> Iterator[None]:
    """Apply the matplotlib style of all pictures, independent of the user's settings."""
    with rc_context():
        rcdefaults()
        rcParams.update(_STYLE)  # type: ignore[arg-type]
        yield


def print_svg(canvas: Canvas) -> bytes:
    """Return the drawing as matplotlib's SVG, without a date."""
    return _printed(canvas, "svg", {"Date": None, "Creator": None})


def print_png(canvas: Canvas) -> bytes:
    """Return the drawing as PNG."""
    return _printed(canvas, "png", {"Software": None}, dpi=_DPI)


def print_pdf(canvas: Canvas) -> bytes:
    """Return the drawing as PDF, without a date."""
    return _printed(canvas, "pdf", {"CreationDate": None, "Creator": None, "Producer": None})


def _printed(canvas: Canvas, form: str, metadata: dict[str, None], **options: Any) -> bytes:
    stream = io.BytesIO()
    with style():
        canvas.figure.savefig(
            stream, format=form, metadata=metadata, bbox_inches="tight", pad_inches=0.1, **options
        )
    return stream.getvalue()
