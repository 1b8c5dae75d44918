"""Extract claims from papers: the public functions of the extractor.

:func:`extract` reads a paper sentence by sentence, collects what each reader finds, credits each
finding to a study, and settles the findings of each study into claims; :func:`extract_all` does so
for many papers. Both are pure: they use no file and no network. The extractor and its language
model load when one of these names is first used (PEP 562).

The packages, each of which imports only those before it:

``text``
    sentences, words and their forms, fast expressions that search them
``quantities``, ``finders``
    numbers with units; terms, formulas and names in a sentence
``context``, ``knowledge``
    the subject of a stretch of text; general knowledge of the field about its terms
``solids``, ``frames``, ``chemicals``
    solids and objects, events with their arguments, reagents
``credit``, ``outcomes``
    the study whose work a sentence reports; changes of properties
``binding``
    the owner of each number
``links``, ``methods``, ``conditions``
    which process acted on which sample; processes and techniques; settings
``own_names``, ``screening``, ``settle``
    abbreviations of a document, statements that make no claim, claims of a study
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.extract.extractor import extract, extract_all
    from kg.extract.version import EXTRACTOR, extractor_version

__all__ = ["EXTRACTOR", "extract", "extract_all", "extractor_version"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.extract import extractor, version

    return getattr(extractor if name in ("extract", "extract_all") else version, name)
