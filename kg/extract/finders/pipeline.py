"""The finders of mentions in one spaCy pipeline.

Its documents hold the words for the gazetteer; :attr:`kg.extract.reading.Reading.doc` is made from
the results.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from spacy.language import Language

from kg.extract.finders import (  # noqa: F401 - they register their components
    acronyms,
    carbon,
    complex_anions,
    complexes,
    compounds,
    dopants,
    doped_names,
    frameworks,
    halide_ions,
    named_stacks,
    names,
    no_solids,
    notation,
    overlaps,
    polymers,
    predicates,
    quantities,
    ratios,
    shapes,
    shared_salts,
    shared_words,
    slashed_names,
    terms,
    tungsten,
)
from kg.extract.finders.components import DEFINED, FOUND, TEXT
from kg.extract.finders.gazetteer import gazetteer
from kg.extract.mentions import Mention

#: The components in their order: first those that find, then those that settle what was found.
COMPONENTS: Final = (
    *("ald_notation", "ald_quantities", "ald_ratios", "ald_terms", "ald_names", "ald_complexes"),
    *("ald_glued_shapes", "ald_compounds", "ald_frameworks", "ald_polymers", "ald_named_stacks"),
    *("ald_halide_ions", "ald_tungsten", "ald_carbon", "ald_complex_anions"),
    *("ald_shared_words", "ald_shared_salts"),
    *("ald_definitions", "ald_overlaps", "ald_halides", "ald_acronyms", "ald_weighed"),
    "ald_slashed_names",
    *("ald_predicates", "ald_doped_names", "ald_no_solids", "ald_dopants", "ald_shapes"),
)


@lru_cache(maxsize=1)
def mention_pipeline() -> Language:
    """Return the pipeline, which is made once."""
    words = gazetteer().words
    nlp = Language(gazetteer().vocab, create_tokenizer=lambda _: words)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def find_mentions(text: str, shorts: Mapping[str, str] | None = None) -> tuple[Mention, ...]:
    """Return every mention of a sentence; of overlapping ones the longest is kept.

    ``shorts`` are the document's own acronyms of reagents, see
    :mod:`kg.extract.own_names.abbreviations`.
    """
    nlp = mention_pipeline()
    doc = nlp.make_doc(text)
    doc.user_data |= {TEXT: text, FOUND: (), DEFINED: shorts or {}}
    for _, component in nlp.pipeline:  # calling `nlp` would take a millisecond longer
        doc = component(doc)
    found: tuple[Mention, ...] = doc.user_data[FOUND]
    return found
