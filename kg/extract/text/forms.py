"""The forms of a verb or noun: realize, realizes, realised, realising.

The forms of the words in our lists stand in ``forms.json``, since the dictionary that they come
from takes 0.2 s to load. A test compares the file with the dictionary, and ``pytest
--update-golden`` writes it. Words that it lacks are looked up in the dictionary.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

#: The file in this package.
TABLE: Final = "forms.json"


def inflections(lemma: str, part_of_speech: str) -> set[str]:
    """The forms of a lemma in both spellings.

    >>> sorted(inflections("realize", "VERB"))[:3]
    ['realise', 'realised', 'realises']
    """
    known = known_forms().get(f"{part_of_speech} {lemma}")
    return look_up(lemma, part_of_speech) if known is None else set(known)


@cache
def known_forms() -> dict[str, list[str]]:
    """The forms of each word of the file, by part of speech and lemma: "VERB realize"."""
    text = files("kg.extract.text").joinpath(TABLE).read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads(text)
    return found


def look_up(lemma: str, part_of_speech: str) -> set[str]:
    """The forms by the dictionary of ``lemminflect``; words that it lacks follow its rules."""
    from lemminflect import getAllInflections, getAllInflectionsOOV

    known = getAllInflections(lemma, upos=part_of_speech)
    formed = known or getAllInflectionsOOV(lemma, upos=part_of_speech)
    forms = {lemma.lower(), *(form for forms in formed.values() for form in forms)}
    return forms | {form.replace("iz", "is") for form in forms if "ize" in lemma}
