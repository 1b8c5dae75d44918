"""How functions over a sentence and its mentions become components of a spaCy pipeline.

A component finds the text in the ``user_data`` of a ``Doc``, and stores its mentions there with
offsets in characters, as a formula may begin or end within a word. They become spans once the words
are known (:mod:`kg.extract.words`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.mentions import Mention

#: Keys of ``Doc.user_data``: the sentence, its mentions so far, the acronyms that the document
#: defines.
TEXT: Final = "text"
FOUND: Final = "found"
DEFINED: Final = "defined"

Find = TypeVar("Find", bound=Callable[[str], Iterable[Mention]])
Settle = TypeVar("Settle", bound=Callable[[tuple[Mention, ...], str], Iterable[Mention]])


def finds(name: str) -> Callable[[Find], Find]:
    """Return a decorator that makes a function over a text a component that adds its mentions."""

    def register(find: Find) -> Find:
        def component(doc: Doc) -> Doc:
            doc.user_data[FOUND] = (*doc.user_data[FOUND], *find(doc.user_data[TEXT]))
            return doc

        Language.component(name, func=component)
        return find

    return register


def settles(name: str) -> Callable[[Settle], Settle]:
    """Return a decorator that makes a function over all mentions a component that replaces them."""

    def register(settle: Settle) -> Settle:
        def component(doc: Doc) -> Doc:
            doc.user_data[FOUND] = tuple(settle(doc.user_data[FOUND], doc.user_data[TEXT]))
            return doc

        Language.component(name, func=component)
        return settle

    return register
