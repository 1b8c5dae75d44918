"""The figures of a draft: the maps of a topic that have content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.analytics.gaps import FAILED, TOGETHER
from kg.analytics.reading import read_facts
from kg.errors import QueryError
from kg.export.escape import escape_latex, escape_markdown
from kg.maps import Answer, find_map
from kg.maps.model import HeatMap

if TYPE_CHECKING:
    from kg.analytics.facts import Facts
    from kg.store import Graph

#: Maps, with the parameter that takes the topic.
_ASKED: Final = (
    ("links", "thing"),
    ("material-by-process", "rows"),
    ("material-by-process", "columns"),
    ("core-by-shell", "rows"),
    ("core-by-shell", "columns"),
    ("growth", "process"),
    ("growth", "material"),
    ("before-and-after", "property"),
)
#: States of cells; a heat map without any of them shows nothing on the topic.
_MET: Final = (TOGETHER, FAILED)
#: The package that a LaTeX document with these figures needs.
PACKAGE: Final = r"\usepackage{graphicx}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture with the name of its files."""

    name: str
    answer: Answer

    @property
    def caption(self) -> str:
        """The caption of the picture: its title, description, and omissions."""
        return " ".join((f"{self.answer.title}.", self.answer.description, *self.answer.notes))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the picture as SVG and as PDF, which LaTeX needs, with file names."""
        from kg.maps.drawing import draw  # loads matplotlib, so only for drawing

        for form in ("svg", "pdf"):
            yield f"figures/{self.name}.{form}", draw(self.answer, form)


def figures_of(store: Graph, topic: str) -> tuple[Figure, ...]:
    """Return the maps of a topic that have content, in a fixed order."""
    facts = read_facts(store)
    return tuple(
        Figure(name=f"{name}-{parameter}", answer=answer)
        for name, parameter in _ASKED
        if (answer := _map_of(facts, name, parameter, topic)) is not None
    )


def _map_of(facts: Facts, name: str, parameter: str, topic: str) -> Answer | None:
    """Return a map of the topic; ``None`` if the topic does not fit it or the map is empty."""
    try:
        answer = find_map(name).answer(facts, {parameter: topic})
    except QueryError:
        return None
    picture = answer.picture
    if isinstance(picture, HeatMap) and not any(cell.state in _MET for cell in picture.cells):
        return None
    return answer if picture is not None else None


def as_markdown(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the figures in Markdown."""
    for figure in figures:
        title = escape_markdown(figure.answer.title)
        yield f"![{title}](figures/{figure.name}.svg)\n\n{escape_markdown(figure.caption)}\n"


def as_latex(figures: Sequence[Figure]) -> Iterator[str]:
    r"""Yield the figures in LaTeX, each as a ``figure`` with caption and label."""
    for figure in figures:
        size = r"width=\linewidth,height=.8\textheight,keepaspectratio"
        yield r"\begin{figure}\centering"
        yield rf"\includegraphics[{size}]{{figures/{figure.name}.pdf}}"
        yield rf"\caption{{{escape_latex(figure.caption)}}}\label{{fig:{figure.name}}}"
        yield r"\end{figure}"
