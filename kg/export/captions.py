"""The caption of a printed table, and the label for references to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import starmap

from kg.queries.sure import SURE
from kg.queries.terms import printed_temperature


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A study that a whole column is about, as "first" of a comparison."""

    column: str
    label: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The caption of a table.

    ``title`` is printed above the table, ``name`` is the label for references. ``works`` are
    studies that whole columns are about.
    """

    title: str = ""
    name: str = ""
    works: tuple[Work, ...] = ()


NO_CAPTION = Caption()


def caption_of(
    title: str, name: str, values: Mapping[str, str], works: tuple[Work, ...] = ()
) -> Caption:
    """Return the caption of an answer: the title of the question and its parameter values.

    >>> caption_of("Recipes", "recipes", {"material": "alumina"})
    Caption(title='Recipes (material: alumina)', name='recipes-alumina', works=())
    >>> caption_of("Films", "films", {"max_temperature": "100"}).title
    'Films (temperature: at most 100 °C)'
    >>> caption_of("Films", "films", {"sure": "0.7"}).title
    'Films (belief: at least 0.7)'
    """
    told = {work.column for work in works}
    given = {key: value for key, value in values.items() if value and key not in told}
    filled = ", ".join(starmap(_in_words, given.items()))
    words = [name, *map(_slug, (work.label for work in works)), *map(_slug, given.values())]
    return Caption(
        title=f"{title} ({filled})" if filled else title,
        name="-".join(filter(None, words)),
        works=works,
    )


def _in_words(name: str, value: str) -> str:
    """Return a parameter with its value; a limit in words, the temperature with its unit."""
    if name == "max_temperature":
        return f"temperature: at most {printed_temperature(value)}"
    if name == SURE:
        return f"belief: at least {value}"
    return f"{name.replace('_', ' ')}: {value}"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
