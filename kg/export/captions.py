"""The caption of a printed table, and the label by which the text refers to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A study that a whole column is about, as "first" of a comparison."""

    column: str
    label: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """``title`` stands above the table, ``name`` is what it is referred to by.

    ``works`` are studies that columns are about.
    """

    title: str = ""
    name: str = ""
    works: tuple[Work, ...] = ()


NO_CAPTION = Caption()


def caption_of(
    title: str, name: str, values: Mapping[str, str], works: tuple[Work, ...] = ()
) -> Caption:
    """The caption of an answer: the title of the question and what was filled in.

    >>> caption_of("Recipes", "recipes", {"material": "alumina"})
    Caption(title='Recipes (material: alumina)', name='recipes-alumina', works=())
    """
    told = {work.column for work in works}
    given = [(k.replace("_", " "), v) for k, v in values.items() if v and k not in told]
    filled = ", ".join(f"{key}: {value}" for key, value in given)
    words = [name, *map(_slug, (work.label for work in works)), *(_slug(v) for _, v in given)]
    return Caption(
        title=f"{title} ({filled})" if filled else title,
        name="-".join(filter(None, words)),
        works=works,
    )


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
