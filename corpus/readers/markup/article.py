"""The common part of the writers of articles in publishers' XML."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from corpus.readers.markup.draft import Draft, Line
from corpus.readers.markup.inline import Dialect, inline, write_all
from corpus.readers.markup.tree import Element, child, text_of


class ArticleWriter(ABC):
    """Writer of the blocks of an article into a draft; subclasses handle the elements by name."""

    def __init__(self, draft: Draft, dialect: Dialect) -> None:
        self._draft = draft
        self._dialect = dialect

    @abstractmethod
    def block(self, element: Element, level: int) -> None:
        """Write one block; ``level`` is that of a heading directly in it."""

    def blocks(self, parent: Element, level: int) -> None:
        """Write every block below an element."""
        for element in parent:
            self.block(element, level)

    def section(self, section: Element, title: Element | None, level: int) -> None:
        """Write a section: its label and title as a heading, then its blocks."""
        if title is not None:
            line = Line()
            line.write(text_of(child(section, "label")) + " ")
            write_all(line, title, self._dialect)
            self._draft.add("heading", line, level=min(level, 6))
        self.blocks(section, level + 1)

    def paragraph(self, element: Element, level: int) -> None:
        """Write a paragraph, then the figures and lists inside it."""
        line = inline(element, self._dialect)
        self._draft.add("paragraph", line)
        for block in line.apart:
            self.block(block, level)

    def caption(self, element: Element, parts: Iterable[Element]) -> None:
        """Write the caption of a figure or table: its label, then its parts as sentences."""
        caption = Line()
        caption.write(text_of(child(element, "label")).rstrip(".: "))
        for part in parts:
            caption.end_sentence()
            write_all(caption, part, self._dialect)
        self._draft.add("caption", caption)
