"""The terms of the vocabulary, found by their labels."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.finders.components import FOUND
from kg.extract.finders.gazetteer import gazetteer


@Language.factory("ald_terms")
def make_term_finder(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return a component that finds the terms of our vocabulary in the words of a sentence."""
    known = gazetteer()

    def find_terms(doc: Doc) -> Doc:
        doc.user_data[FOUND] = (*doc.user_data[FOUND], *known.match(doc))
        return doc

    return find_terms
