"""Papers in, claims out: the extractor's face.

:func:`extract` reads a paper sentence by sentence, lets the rules of each kind of claim speak,
credits what they find to a study, and settles each study's findings into claims. Pure: no file, no
network.
"""

from __future__ import annotations

from kg.extract.extractor import EXTRACTOR, extract, extractor_version

__all__ = ["EXTRACTOR", "extract", "extractor_version"]
