"""Assign the row of a table to a study: that of its citation mark, or the document's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.citations import expand_numbers
from kg.extract.credit import Crediting
from kg.extract.tables.grid import Cell, Grid, Line
from kg.extract.tables.heads import Head
from kg.model import THIS

_THIS_WORK: Final = re.compile(
    r"\W*(?:(?:this|the present|present|our) (?:work|study|paper|article|research)|here|ours)\W*",
    re.IGNORECASE,
)
#: Numbers without brackets, as the cells of a column of references have them.
_NUMBERS: Final = re.compile(r"[\[(]?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[\])]?")
#: The year after a name, as in a cell of its own: "Roe 2014", "Roe et al., 2014a".
_YEAR: Final = re.compile(r",?\s\(?((?:19|20)\d\d)[a-z]?\)?$")
#: Labels of rows with values of others, or with summaries.
_OTHERS: Final = re.compile(
    r"\b(?:literature|lit\.|reported|previous(?:ly)?|theor\w*|calc\w*|simulat\w*|bulk|jcpds|icsd|icdd|"
    r"pdf|references?|ref\.|standard|target|average|mean|commercial|others?)\b",
    re.IGNORECASE,
)
_COMPARISON: Final = re.compile(
    r"\bcompar\w+\b.*\b(?:literature|reported|previous\w*|published|other|others|state[- ]of)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Assigns the cells of a table to studies.

    ``source`` is the index of the column of references, ``None`` if there is none.
    """

    crediting: Crediting
    grid: Grid
    source: int | None

    @classmethod
    def of(cls, crediting: Crediting, grid: Grid, heads: tuple[Head, ...]) -> Rows:
        """Return the assignment for the table that has these heads."""
        places = [n for n, head in enumerate(heads) if head.kind == "reference"]
        return cls(crediting=crediting, grid=grid, source=places[0] if places else None)

    def studies(self, line: Line) -> tuple[str, ...]:
        """Return the studies that a row belongs to; ``()`` if the table does not say."""
        if self.source is not None:
            return self._in_source(line.cells[self.source])
        if line.label.cited:
            return self.crediting.listed(line.label.cited)
        if _OTHERS.search(line.label.text):
            return ()
        return self._of_table()

    def of_cell(self, cell: Cell, line: Line) -> tuple[str, ...]:
        """Return the studies that a cell belongs to: those of its own mark, else of its row."""
        return self.crediting.listed(cell.cited) if cell.cited else self.studies(line)

    def _in_source(self, cell: Cell) -> tuple[str, ...]:
        if _THIS_WORK.fullmatch(cell.text):
            return () if cell.cited else (THIS,)
        if cell.cited:
            return self.crediting.listed(cell.cited)
        if _NUMBERS.fullmatch(cell.text):
            return self.crediting.listed(expand_numbers(cell.text.strip("[]()")))
        return self.crediting.named_in(_YEAR.sub(r" (\1)", cell.text))

    def _of_table(self) -> tuple[str, ...]:
        caption = self.grid.caption
        marks = caption.citations if caption is not None else ()
        if self.crediting.is_own:
            is_compared = caption is not None and _COMPARISON.search(caption.text)
            return () if marks or is_compared else (THIS,)
        return self.crediting.listed(marks[0].numbers) if len(marks) == 1 else ()
