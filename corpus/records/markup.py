"""Removal of markup from titles and journal names of online services and programs."""

from __future__ import annotations

import re

from corpus.text import clean

#: Tags of MathML, small capitals and the like in titles from Crossref.
_TAG = re.compile(
    r"</?(?:(?:mml|m|jats|xhtml):[\w-]+|math|m[a-z]{1,10}|sc|scp|tt|span|font|inline-formula)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def unmarked(text: str) -> str:
    """Return a title without its markup, on one line.

    >>> unmarked("Al<sub>2</sub>O<sub>3</sub> on <mml:math><mml:mi>m</mml:mi></mml:math>-plane")
    'Al2O3 on m-plane'
    """
    return " ".join(clean(_TAG.sub("", text)).split())
