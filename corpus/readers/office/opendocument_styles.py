"""The styles of an OpenDocument text: titles, captions, scripts, hidden text, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.readers.markup.tree import Element, child, children, descendants, name_of
from corpus.readers.office.attributes import value_of, whole
from corpus.readers.office.printed import LONGEST_LABEL, Script

_TITLE = re.compile(r"(?:.*(?:article|paper|manuscript)[\s_-]*)?title")
#: Styles of captions; LibreOffice has one for each kind of caption.
_CAPTION = re.compile(r"caption|figure|illustration|table|drawing")
_ENTRY = re.compile(r"bibliography(?: \d)?|references?")
_POSITION = re.compile(r"(super|sub|-?[\d.]+)")
_SIZE = re.compile(r"(\d{1,3}(?:\.\d{1,4})?)pt")
_LONGEST_CHAIN = 20


@dataclass(slots=True)
class Styles:
    """The styles of a document by family and name, and those of its lists by name.

    ``usual`` is the letter size if no style sets it, in half points.
    """

    elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)
    usual: int = 24

    def chain(self, family: str, name: str) -> Iterator[Element]:
        """Yield a style and the styles from which it is derived."""
        for _ in range(_LONGEST_CHAIN):
            style = self.elements.get((family, name))
            if style is None:
                return
            yield style
            name = value_of(style, "parent-style-name")

    def names(self, name: str) -> list[str]:
        """Return the names of a paragraph style and of its parents, in lower case."""
        found = [_shown(style) for style in self.chain("paragraph", name)]
        return found or [name.lower()]

    def is_title(self, name: str) -> bool:
        """Return whether a style is that of the title of a document."""
        return any(_TITLE.fullmatch(one) for one in self.names(name)[:2])

    def is_caption(self, name: str) -> bool:
        """Return whether a style is that of captions."""
        return any(_CAPTION.fullmatch(one) for one in self.names(name))

    def is_entry(self, name: str) -> bool:
        """Return whether a style is that of the entries of a reference list."""
        return any(_ENTRY.fullmatch(one) for one in self.names(name)[:2])

    def script(self, name: str) -> Script | None:
        """Return the script that a character style sets, ``None`` if it sets none."""
        for style in self.chain("text", name):
            position = value_of(child(style, "text-properties"), "text-position")
            match = _POSITION.match(position)
            if match:
                height = 0.0 if match[1] in {"super", "sub"} else _height(match[1])
                is_raised, is_lowered = match[1] == "super" or height > 0, height < 0
                return "^" if is_raised else "_" if is_lowered or match[1] == "sub" else ""
        return None

    def size(self, family: str, name: str) -> int:
        """Return the letter size of a style in half points, 0 if it sets none."""
        return next(filter(None, map(_size, self.chain(family, name))), 0)

    def is_bold(self, family: str, name: str) -> bool:
        """Return whether a style has bold letters."""
        found = (
            value_of(child(style, "text-properties"), "font-weight")
            for style in self.chain(family, name)
        )
        return next(filter(None, found), "") == "bold"

    def is_hidden(self, name: str) -> bool:
        """Return whether text in a style is hidden."""
        properties = (child(style, "text-properties") for style in self.chain("text", name))
        return any(value_of(one, "display") == "none" for one in properties)

    def label(self, name: str, depth: int, count: int) -> str:
        """Return the label of an item: its number with prefix and suffix, or a bullet."""
        for level in children(self.lists.get(name), "list-level-style-number"):
            if value_of(level, "level") == str(depth) and value_of(level, "num-format"):
                ahead, behind = value_of(level, "num-prefix"), value_of(level, "num-suffix")
                return f"{ahead}{count}{behind}".strip()[:LONGEST_LABEL]
        return "-"

    def start(self, name: str, depth: int) -> int:
        """Return the number of the first item of a list."""
        for level in children(self.lists.get(name), "list-level-style-number"):
            if value_of(level, "level") == str(depth):
                return whole(value_of(level, "start-value"), 1)
        return 1


def _height(text: str) -> float:
    return float(text) if re.fullmatch(r"-?\d{1,4}(?:\.\d{1,4})?", text) else 0.0


def _size(style: Element) -> int:
    found = _SIZE.fullmatch(value_of(child(style, "text-properties"), "font-size"))
    return round(2 * float(found[1])) if found else 0


def _shown(style: Element) -> str:
    name = value_of(style, "display-name") or value_of(style, "name")
    return name.replace("_20_", " ").lower()


def read_styles(roots: Sequence[Element | None]) -> Styles:
    """Read the styles of several parts; for equal names that of the last part counts."""
    styles = Styles()
    for root in roots:
        for style in descendants(root, "style", "list-style", "default-style"):
            if name_of(style) == "default-style":
                is_paragraph = value_of(style, "family") == "paragraph"
                styles.usual = (is_paragraph and _size(style)) or styles.usual
            elif name_of(style) == "list-style":
                styles.lists[value_of(style, "name")] = style
            else:
                styles.elements[value_of(style, "family"), value_of(style, "name")] = style
    return styles
