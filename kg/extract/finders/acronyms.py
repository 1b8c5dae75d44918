"""Acronyms in brackets after a name: those of the sentence, or those that the document defines."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.finders.components import DEFINED, FOUND, TEXT, settles
from kg.extract.finders.molecules import with_definitions
from kg.extract.mentions import Mention
from ontology import vocabulary


@Language.component("ald_definitions")
def define(doc: Doc) -> Doc:
    """Read the acronyms of reagents as the document defines them."""
    data = doc.user_data
    if data[DEFINED]:
        data[FOUND] = tuple(with_definitions(data[FOUND], data[TEXT], data[DEFINED]))
    return doc


@settles("ald_acronyms")
def by_acronym(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions, with unknown names read as the acronyms in brackets after them.

    A misspelt name ("ethandithiol (EDT)") thus gets the meaning of its acronym.
    """
    known = {m.start: m for m in mentions if m.kind == "chemical" and m.label == "symbol"}

    def meant(mention: Mention) -> Mention:
        short = known.get(mention.end + 2) if text.startswith(" (", mention.end) else None
        is_open = mention.kind == "chemical" and mention.label == "name" and mention.stack is None
        if short is None or not is_open or vocabulary().get("chemical", mention.id) is not None:
            return mention
        return replace(mention, id=short.id) if shortens(short.text, mention.text) else mention

    return tuple(meant(mention) for mention in mentions)


def shortens(short: str, name: str) -> bool:
    """Return whether the letters of an acronym occur in a name in the same order."""
    letters = iter(name.lower())
    return all(letter in letters for letter in short.lower())
