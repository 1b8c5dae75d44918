"""A table as text for a terminal: it fits the width, and no text is cut off.

Cells wrap in their columns. The evidence of a row (sentence, source, place) is printed below it,
once for consecutive rows with the same evidence. If the width is too small, the least useful
columns are left out, and a line below the table names them. A belief without room in its column is
printed below the row.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.layout import BELIEF, OTHER, fold_order, quote_of, share, split_notes
from kg.table import Table, format_cell, heading

_GAP = 2
_INDENT = "    "
#: Least width in characters of a column with longer text, and the longest word that is never
#: broken.
_COMFORT, _WORD = 12, 26


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    folded: tuple[str, ...]


def render_text(table: Table, width: int | None = None) -> str:
    """Return the table as text.

    Parameters
    ----------
    table
        The table; its columns keep their order, and columns for machines are printed too.
    width
        Characters per line; with ``None`` lines have any length and no column is left out.

    Examples
    --------
    >>> table = Table(columns=("study", "sentence"), rows=(("Liu 2011", "Dots were infilled."),))
    >>> print(render_text(table), end="")
    study
    --------
    Liu 2011
        Dots were infilled.
    """
    cells = {
        name: [" ".join(format_cell(cell).split()) for cell in table.column(name)]
        for name in table.columns
    }
    beside, sides = split_notes(table.columns)
    heads = {name: heading(name) for name in beside}
    layout = _lay_out({name: [heads[name], *cells[name]] for name in beside}, width)
    shown = [name for name in beside if name in layout.columns]
    lines = [*_wrapped([heads[name] for name in shown], layout.widths)]
    lines.append((" " * _GAP).join("-" * size for size in layout.widths))
    others = cells.get(f"{OTHER}study", [""] * len(table))
    folded = list(layout.folded)
    if BELIEF in folded and sides[0]:
        folded.remove(BELIEF)
        sides[0].append(BELIEF)
    notes = [
        [
            line
            for names, who in zip(sides, ("", others[row]), strict=True)
            for line in _note({name: cells[name][row] for name in names}, width, who)
        ]
        for row in range(len(table))
    ]
    for row, note in enumerate(notes):
        lines += _wrapped([cells[name][row] for name in shown], layout.widths)
        if note != (notes[row + 1] if row + 1 < len(notes) else None):
            lines += note
    return "\n".join([*lines, *_folded(folded, width)]) + "\n"


def _lay_out(columns: dict[str, list[str]], width: int | None) -> _Layout:
    wished = {name: max(map(len, texts)) for name, texts in columns.items()}
    least = {name: min(wished[name], _least(texts)) for name, texts in columns.items()}
    room = width if width is not None else sum(wished.values()) + _GAP * len(wished)
    order = fold_order(list(columns))
    for count in range(len(order) + 1):
        kept = [name for name in columns if name not in order[:count]]
        free = room - _GAP * (len(kept) - 1)
        found = share(free, [least[n] for n in kept], [wished[n] for n in kept])
        if found is not None:
            break
    else:
        kept, found = list(columns)[:1], (float(room),)
    return _Layout(
        columns=tuple(kept),
        widths=tuple(max(1, int(size)) for size in found),
        folded=tuple(name for name in columns if name not in kept),
    )


def _least(texts: Sequence[str]) -> int:
    longest = max((len(word) for text in texts for word in text.split()), default=1)
    return max(min(longest, _WORD), _COMFORT)


def _wrapped(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of one row."""
    parts = [
        textwrap.wrap(text, size, break_on_hyphens=False) or [""]
        for text, size in zip(cells, widths, strict=True)
    ]
    for number in range(max(map(len, parts))):
        line = (
            (part[number] if number < len(part) else "").ljust(size)
            for part, size in zip(parts, widths, strict=True)
        )
        yield (" " * _GAP).join(line).rstrip()


def _note(texts: Mapping[str, str], width: int | None, who: str) -> list[str]:
    """Return the lines below a row: its sentence and, in brackets, source, place and belief.

    ``who`` is the other study of a comparison.
    """
    if not any(texts.values()):
        return []
    said_of = {name.removeprefix(OTHER): text for name, text in texts.items()}
    sentence = quote_of(said_of) or said_of.get("sentence", "")
    sources = [said_of.get(name, "") for name in ("said_by", "place")]
    if belief := said_of.get(BELIEF):
        sources.append(f"{heading(BELIEF)} {belief}")
    said = "; ".join(filter(None, sources))
    text = f"{sentence} ({said})" if sentence and said else sentence or f"({said})"
    text = f"{who}: {text}" if who else text
    if width is None:
        return [_INDENT + text]
    indent = _INDENT if width > 2 * len(_INDENT) else ""
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _folded(columns: Sequence[str], width: int | None) -> list[str]:
    if not columns:
        return []
    names = ", ".join(columns)
    text = f"Too wide to show: {names}. --columns NAME,NAME chooses; --format csv prints all."
    return ["", *textwrap.wrap(text, width or len(text), break_on_hyphens=False)]
