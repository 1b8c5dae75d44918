"""The styles of a Word document: headings, title, captions, raised, lowered and hidden text.

Word stores the names of its own styles in English, whatever the language of the program; a style of
a journal's template is based on one of them, or has an outline level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.readers.markup.tree import Element, child, children
from corpus.readers.office.attributes import is_on, value_of, whole
from corpus.readers.office.printed import Script

_HEADING = re.compile(r"(?:.*[ .\d])?heading\s?([1-9])")
#: "Title", "paper title", "MDPI_1.2_title", "BA_Title"; not "Subtitle" or "table title".
_TITLE = re.compile(r"(?:.*(?:article|paper|manuscript|ba|els|mdpi[\d .]*)[ -]*)?title")
_CAPTION = re.compile(r".*(?:caption|figure legend|table title)s?\d?")
_ENTRY = re.compile(r"(?:.*[ \d])?(?:bibliography|references?(?: (?:section|list|text))?)\d?")
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of (?:figures|contents)|index \d")
_BODY_LEVEL = 9
_SCRIPTS: dict[str, Script] = {"superscript": "^", "subscript": "_", "baseline": ""}
#: The letter size in half points if nothing sets it.
_USUAL_SIZE = 20
#: The most styles in a chain of derived styles.
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The relevant look of a run: its script, its font, its size, whether it is bold or hidden.

    ``size`` is in half points, 0 if nothing sets it.
    """

    script: Script = ""
    font: str = ""
    size: int = 0
    is_bold: bool = False
    is_hidden: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids.

    ``usual`` is the id of the style of paragraphs without one, ``size`` the letter size if no style
    sets it, in half points.
    """

    elements: dict[str, Element] = field(default_factory=dict)
    usual: str = ""
    size: int = _USUAL_SIZE

    def chain(self, id: str) -> Iterator[Element]:
        """Yield a style and the styles on which it is based."""
        for _ in range(_LONGEST_CHAIN):
            style = self.elements.get(id)
            if style is None:
                return
            yield style
            id = value_of(child(style, "basedon"))

    def names(self, id: str) -> list[str]:
        """Return the names of a style and of those on which it is based, in lower case."""
        found = [value_of(child(style, "name")) for style in self.chain(id)]
        return [name.lower().replace("_", " ") for name in found or [id]]

    def level(self, properties: Element | None, id: str) -> int:
        """Return the level of a heading (1 is outermost), 0 if the paragraph is not a heading."""
        told = value_of(child(properties, "outlinelvl"))
        styles = (value_of(child(style, "ppr", "outlinelvl")) for style in self.chain(id))
        found = told or next(filter(None, styles), "")
        if found.isdigit():
            return int(found) + 1 if int(found) < _BODY_LEVEL else 0
        names = (_HEADING.fullmatch(name) for name in self.names(id))
        return next((int(match[1]) for match in names if match), 0)

    def is_title(self, id: str) -> bool:
        """Return whether a style is that of the title of a document."""
        return any(_TITLE.fullmatch(name) for name in self.names(id)[:2])

    def is_caption(self, id: str) -> bool:
        """Return whether a style is that of captions of figures and tables."""
        return any(_CAPTION.fullmatch(name) for name in self.names(id))

    def is_entry(self, id: str) -> bool:
        """Return whether a style is that of the entries of a reference list."""
        return any(_ENTRY.fullmatch(name) for name in self.names(id)[:2])

    def is_contents(self, id: str) -> bool:
        """Return whether a style is that of a table of contents."""
        return any(_CONTENTS.fullmatch(name) for name in self.names(id))

    def numbering(self, id: str) -> Element | None:
        """Return the numbering of a paragraph style, ``None`` if it has none."""
        found = (child(style, "ppr", "numpr") for style in self.chain(id))
        return next((x for x in found if x is not None), None)

    def look(self, properties: Element | None, paragraph: str) -> Look:
        """Return the look of a run, from its properties, its style and that of its paragraph."""
        told = [properties] if properties is not None else []
        style = value_of(child(properties, "rstyle"))
        for id in (style, paragraph):
            told += (x for s in self.chain(id) if (x := child(s, "rpr")) is not None)
        aligned = (value_of(child(one, "vertalign")) for one in told)
        hidden = (x for one in told if (x := child(one, "vanish")) is not None)
        bold = (x for one in told if (x := child(one, "b")) is not None)
        sizes = (whole(value_of(child(one, "sz")), 0) for one in told)
        return Look(
            script=_SCRIPTS.get(next(filter(None, aligned), ""), ""),
            font=value_of(child(properties, "rfonts"), "ascii"),
            size=next(filter(None, sizes), self.size),
            is_bold=is_on(next(bold, None)),
            is_hidden=is_on(next(hidden, None)),
        )


def read_styles(root: Element | None) -> Styles:
    """Read the styles of a document; ``root`` may be ``None``."""
    size = child(root, "docdefaults", "rprdefault", "rpr", "sz")
    styles = list(children(root, "style"))
    usual = (
        value_of(style, "styleId")
        for style in styles
        if value_of(style, "type") == "paragraph" and value_of(style, "default") in {"1", "true"}
    )
    return Styles(
        {value_of(style, "styleId"): style for style in styles},
        next(usual, ""),
        whole(value_of(size), _USUAL_SIZE),
    )
