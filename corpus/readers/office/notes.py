"""Footnotes and endnotes: entries of a reference list in some journals, remarks in others.

If most notes look like references, they are the reference list of the document and their marks are
citations. Otherwise the marks are left out, and the notes follow the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corpus.readers.office.printed import Printed
from corpus.reference_lists import looks_like_reference

NoteKind = Literal["footnotes", "endnotes"]
#: The kind of a note and the id by which the text refers to it.
Key = tuple[NoteKind, str]


@dataclass(slots=True)
class Notes:
    """The notes of a document, and the numbers of those that the text refers to.

    Notes of the kind ``cited`` are references; ``None`` if neither kind is.
    """

    texts: Mapping[Key, Sequence[Printed]] = field(default_factory=dict)
    cited: NoteKind | None = None
    _called: dict[Key, str] = field(default_factory=dict)
    _counts: Counter[NoteKind] = field(default_factory=Counter)

    def mark(self, kind: NoteKind, id: str) -> str:
        """Return the printed number of a note if it is a reference, else ``""``; count the note."""
        key = kind, id
        if key not in self.texts:
            return ""
        if key not in self._called:
            self._counts[kind] += 1
            self._called[key] = str(self._counts[kind])
        return self._called[key] if kind == self.cited else ""

    def written(self) -> Iterator[Printed]:
        """Yield the notes that the text refers to, with headings, as paragraphs after the text."""
        for is_cited, heading in ((False, "Notes"), (True, "Notes and references")):
            called = [key for key in self._called if (key[0] == self.cited) == is_cited]
            if called:
                yield Printed(text=heading, kind="heading", level=1)
            for key in called:
                for at, printed in enumerate(self.texts[key]):
                    label = f"[{self._called[key]}]" if is_cited and not at else ""
                    yield Printed(text=printed.text, label=label)


def read_notes(texts: Mapping[Key, Sequence[Printed]], *, has_list: bool) -> Notes:
    """Return the notes, with the kind that is a reference list, if any.

    With ``has_list`` the text has a reference list, and notes do not count as references, because
    their numbers would be confused with those of the list.
    """
    kinds: tuple[NoteKind, ...] = () if has_list else ("footnotes", "endnotes")
    return Notes(texts, next((kind for kind in kinds if _are_references(texts, kind)), None))


def _are_references(texts: Mapping[Key, Sequence[Printed]], kind: NoteKind) -> bool:
    found = [" ".join(p.text for p in note) for (of, _), note in texts.items() if of == kind]
    found = [text for text in found if text]
    return 2 * sum(map(looks_like_reference, found)) > len(found) > 0
