"""Titles as publishers deposit them: HTML, MathML, TeX, entities, line breaks."""

from __future__ import annotations

import html
import re

from lxml import etree

from corpus.readers.markup.formula import flat_formula
from corpus.text import clean

_MATH = re.compile(r"<(?P<prefix>\w+:|)math\b[^>]*>.*?</(?P=prefix)math>", re.S)
_PREFIX = re.compile(r"(</?)\w+:(?=\w)")
_ATTRIBUTES = re.compile(r"<(\w+)\s[^<>]*?(/?)>")
#: A tag whose angle brackets were themselves written as entities.
_ESCAPED_TAG = re.compile(r"&lt;(/?(?:i|b|em|strong|sub|sup|inf|scp|sc|tt|u)\s*/?)&gt;", re.I)
_ESCAPED_ENTITY = re.compile(r"&amp;(?=(?:#\d+|#x[0-9a-f]+|[a-z]+\d?);)", re.I)
_OTHER_TAG = re.compile(r"</?(?!(?:sub|sup|inf)\b)[a-z][\w:-]*\s*/?>", re.I)


def plain_title(deposited: str) -> str:
    r"""Return a title in the style of the project: plain formulas, no markup, single blanks.

    >>> plain_title("Growth of\n  Al<sub>2</sub>O<sub>3</sub> on <i>p</i>-Si &amp;amp; Ge")
    'Growth of Al2O3 on p-Si & Ge'
    >>> plain_title("<m:math><m:msub><m:mi>HfO</m:mi><m:mn>2</m:mn></m:msub></m:math> films")
    'HfO2 films'
    """
    text = _MATH.sub(lambda match: _flat(match[0]), deposited)
    text = _ESCAPED_ENTITY.sub("&", text)
    text = _ESCAPED_TAG.sub(r"<\1>", text)
    text = _ATTRIBUTES.sub(r"<\1\2>", text)
    text = _OTHER_TAG.sub("", text)
    return " ".join(html.unescape(clean(" ".join(text.split()))).split())


def _flat(formula: str) -> str:
    """Return a formula as one line; one that is not well-formed only loses its tags."""
    bare = _ATTRIBUTES.sub(r"<\1\2>", _PREFIX.sub(r"\1", formula))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(html.unescape(bare).encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    return flat_formula(root) if root is not None else re.sub(r"<[^<>]*>", "", bare)
