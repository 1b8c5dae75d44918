"""The forms of a word: go, goes, went, gone, going; realize, realised.

The forms of the words of this project are stored in ``inflections.json``, because the dictionary
that they come from takes 0.2 s to load, and loads spaCy too. The command ``pytest
tests/kg/test_inflection.py --update-golden`` writes that file. Other words, such as those of a
user's vocabulary, are looked up in the dictionary.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

#: The file with the forms of the words of this project.
TABLE: Final = "inflections.json"
_TAGS: Final = {"VERB": ("VBZ", "VBD", "VBN", "VBG"), "NOUN": ("NNS",)}


def inflections(label: str) -> tuple[str, ...]:
    """Return the inflected forms of a label that begins with a verb lemma, the label first.

    A label that does not begin with a verb has only itself as a form.

    >>> inflections("enhance")
    ('enhance', 'enhances', 'enhanced', 'enhancing')
    >>> inflections("go up")
    ('go up', 'goes up', 'went up', 'gone up', 'going up')
    >>> inflections("enhancement")
    ('enhancement',)
    """
    word, _, rest = label.partition(" ")
    tail = f" {rest}" if rest else ""
    return tuple(form + tail for form in forms(word, "VERB"))


def forms(word: str, part_of_speech: str) -> tuple[str, ...]:
    """Return the word and its forms as a verb (``VERB``) or noun (``NOUN``), in both spellings.

    >>> forms("chemistry", "NOUN")
    ('chemistry', 'chemistries')
    >>> forms("realize", "VERB")[:3]
    ('realize', 'realizes', 'realized')
    """
    known = known_forms().get(f"{part_of_speech} {word}")
    if known is None:
        known = look_up(word, part_of_speech) if may_inflect(word) else []
    return (word, *known)


@cache
def known_forms() -> dict[str, list[str]]:
    """Return the forms of each word in the file, by part of speech and word: "VERB realize"."""
    found: dict[str, list[str]] = json.loads((files("kg") / TABLE).read_text(encoding="utf-8"))
    return found


def look_up(word: str, part_of_speech: str, *, by_rule: bool = False) -> list[str]:
    """Return the other forms of a word from the dictionary of ``lemminflect``.

    The dictionary is the NIH SPECIALIST Lexicon. A word that it lacks has no other forms, or with
    ``by_rule`` those of a regular word.
    """
    from lemminflect import getAllInflections, getAllInflectionsOOV  # loads spaCy

    known = getAllInflections(word, upos=part_of_speech)
    if by_rule and not known:
        known = getAllInflectionsOOV(word, upos=part_of_speech)
    found = [form for tag in _TAGS[part_of_speech] for form in known.get(tag, ())]
    british = [form.replace("iz", "is") for form in (word, *found) if "ize" in word]
    return [form for form in dict.fromkeys([*found, *british]) if form != word]


def may_inflect(word: str) -> bool:
    """Return whether a word is in lower-case letters only, so neither a symbol nor a compound."""
    return word.isalpha() and word.islower()
