"""The public functions of the extractor: papers in, claims out.

:func:`extract` reads a paper sentence by sentence, asks each reader what it finds, credits that to
a study, and settles each study's findings into claims; :func:`extract_all` does so with many
papers. Pure: no file, no network. The extractor and its language model are loaded when one of these
names is used (PEP 562).

The packages, each of which imports only those before it:

``text``
    sentences, words and their forms, expressions that look for them
``quantities``, ``finders``
    numbers with units; terms, formulas and names in a sentence
``context``, ``knowledge``
    what a stretch of text speaks of; what the field knows of its terms
``solids``, ``frames``, ``chemicals``
    solids and objects, events with their arguments, reagents
``credit``, ``outcomes``
    the study that a sentence speaks for; what changed
``binding``
    the owner of each number
``links``, ``methods``, ``conditions``
    what did what to which sample; processes and techniques; settings
``own_names``, ``screening``, ``settle``
    abbreviations of a document, statements without a claim, claims of a study
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
