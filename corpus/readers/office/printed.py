"""Paragraphs as printed by a word processor: runs with scripts are joined into lines of text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple, TypeVar

from corpus.model import PassageKind

Script = Literal["^", "_", ""]
T = TypeVar("T")

#: The most characters of the label of an item.
LONGEST_LABEL = 40
#: The most characters of a sub- or superscript; longer text is a sentence in small print.
_LONGEST_SCRIPT = 40
_BLANKS = re.compile(r"[ \t\r\f\v]+")
_AROUND_BREAK = re.compile(r" ?\n[ \n]*")
#: A mark at the edges of an equation until the paragraph is written.
_EDGE = "\x1d"
#: The edge of an equation that touches a word of the text.
_GLUED = re.compile(rf"(?<=[A-Za-z,;.]){_EDGE}(?=\w)|(?<=[\w)}}]){_EDGE}(?=[A-Za-z]{{2}})")
#: A variant of rho, replaced because repairs take it for a sign of a damaged font.
_OTHER_RHO = "ϱ"
_BARE = re.compile(r"(\s*)([^{}]*[^{}\s])(\s*)")


class Run(NamedTuple):
    r"""A run of characters with one look; ``"\n"`` in it is a line break."""

    text: str
    script: Script = ""
    size: int = 0
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A paragraph or a row of a table, with the information of its style.

    ``label`` is the printed number or bullet of a list item, ``level`` the level of a heading (1 is
    outermost), ``size`` the letter size in half points, 0 if unknown; ``is_bold`` is true for
    paragraphs all in bold, ``is_entry`` for those in a style for references.
    """

    text: str
    kind: PassageKind = "paragraph"
    level: int = 0
    label: str = ""
    size: int = 0
    is_bold: bool = False
    is_entry: bool = False


def equation(text: str) -> Run:
    """Return the run of an equation, which is to be separated from the words around it."""
    return Run(f"{_EDGE}{text}{_EDGE}")


def flat(runs: Iterable[Run]) -> str:
    r"""Return runs as text, with scripts in braces.

    >>> flat([Run("Al"), Run("2", "_"), Run("O"), Run("3 ", "_"), Run("films."), Run("4", "^")])
    'Al_{2}O_{3} films.^{4}'
    >>> flat([Run("shown"), Run("4,", "^"), Run(" "), Run("5", "^"), Run("\n before")])
    'shown^{4, 5}\nbefore'
    >>> flat([Run("rate"), equation("r = 5"), Run("is high")])
    'rate r = 5 is high'
    """
    merged = (
        _written("".join(run.text for run in group), script)
        for script, group in groupby(_bridged(list(runs)), key=lambda run: run.script)
    )
    text = _BLANKS.sub(" ", _GLUED.sub(" ", "".join(merged)).replace(_EDGE, ""))
    text = text.replace(_OTHER_RHO, "ρ")
    return _AROUND_BREAK.sub("\n", text).strip()


def _bridged(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs with the blank between two equal scripts in that script as well."""
    runs = [run for run in runs if run.text]
    for at, run in enumerate(runs):
        is_between = 0 < at < len(runs) - 1 and run.text == " "
        if is_between and runs[at - 1].script == runs[at + 1].script:
            yield Run(run.text, runs[at - 1].script)
        else:
            yield run


def _written(text: str, script: Script) -> str:
    bare = _BARE.fullmatch(text) if script else None
    if bare is None or len(bare[2]) > _LONGEST_SCRIPT:
        return text
    return f"{bare[1]}{script}{{{bare[2].replace(chr(10), ' ')}}}{bare[3]}"


def written(one: Printed) -> str:
    """Return a paragraph with its label, as written in a table cell."""
    return f"{one.label} {one.text}".strip()


def row(cells: Sequence[str]) -> str:
    """Return the cells of a table row between bars, ``""`` if none has a letter or digit."""
    texts = [" ".join(cell.split()) for cell in cells]
    return f"| {' | '.join(texts)} |" if any(map(str.isalnum, "".join(texts))) else ""


def rows_of(
    cells: Sequence[Sequence[T]], blocks: Callable[[T], Iterable[Printed]]
) -> Iterator[Printed]:
    """Yield the rows of a table; a table with a single column only frames its paragraphs.

    Parameters
    ----------
    cells
        The cells of each row, as elements of the file.
    blocks
        A function that returns the paragraphs of a cell.
    """
    if all(len(one) < 2 for one in cells):
        for one in cells:
            for cell in one:
                yield from blocks(cell)
        return
    for one in cells:
        texts = [" ".join(map(written, blocks(cell))) for cell in one]
        if text := row(texts):
            yield Printed(text=text, kind="table")
