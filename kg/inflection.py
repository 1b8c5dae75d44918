"""The forms in which a verb of change appears: go up, goes up, went up, gone up, going up.

The forms of the first words of our labels stand in ``inflections.json``, since the dictionary that
they come from takes 0.2 s to load, and spaCy with it. ``python -m kg.inflection`` writes that file;
a test compares it with the dictionary. Words of a user's vocabulary are looked up there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from ontology import vocabulary

#: The file with the forms of the first words of our labels.
TABLE: Final = "inflections.json"
_TAGS: Final = ("VBZ", "VBD", "VBN", "VBG")


def inflections(label: str) -> tuple[str, ...]:
    """The inflected forms of a label whose first word is a verb lemma, the label itself first.

    The forms are those of the dictionary of ``lemminflect`` (NIH SPECIALIST Lexicon); a label that
    opens with no verb has one form, itself.

    >>> inflections("enhance")
    ('enhance', 'enhances', 'enhanced', 'enhancing')
    >>> inflections("go up")
    ('go up', 'goes up', 'went up', 'gone up', 'going up')
    >>> inflections("enhancement")
    ('enhancement',)
    """
    word, _, rest = label.partition(" ")
    tail = f" {rest}" if rest else ""
    forms = known_forms().get(word) if _may_be_verb(word) else ()
    if forms is None:
        forms = look_up(word)
    return tuple(dict.fromkeys(form + tail for form in (word, *forms)))


@cache
def known_forms() -> dict[str, list[str]]:
    """The forms of each word of the file, none for one that is no verb."""
    found: dict[str, list[str]] = json.loads((files("kg") / TABLE).read_text(encoding="utf-8"))
    return found


def look_up(word: str) -> list[str]:
    """The forms of a verb by the dictionary; none if the word is no verb."""
    from lemminflect import getAllInflections  # loads spaCy

    known = getAllInflections(word, upos="VERB")
    return [form for tag in _TAGS for form in known.get(tag, ())]


def first_words() -> Iterator[str]:
    """The first word of each label of a direction, if it may be a verb."""
    for term in vocabulary().of_kind("direction"):
        names = (term.label, *term.alts, *term.hidden, *term.extra.get("predicateLabel", ()))
        words = (name.partition(" ")[0] for name in names)
        yield from filter(_may_be_verb, words)


def _may_be_verb(word: str) -> bool:
    return word.isalpha() and word.islower()


if __name__ == "__main__":
    made = {word: look_up(word) for word in sorted(set(first_words()))}
    lines = ",\n".join(f"{json.dumps(word)}: {json.dumps(made[word])}" for word in made)
    Path(__file__).with_name(TABLE).write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
