"""What the vocabulary calls the roles of solids: "sacrificial template", "capping layer"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.reading import Reading
from kg.extract.text.trie import one_of
from ontology import vocabulary

#: Roles whose names say only that something was made, or that are shapes and parts of particles.
_TOO_WIDE: Final = frozenset({"film", "nanocrystal", "product"})
#: Names of roles that are no nouns: "coated with", "templated".
_NO_NOUN: Final = re.compile(
    r"\b(?:with|in|on|onto|by|within|only|species)$|(?:ed|(?<!coat)ing|growth|effect|extraction|infill)$|"
    r"\bcore\W?shell|@"
)
#: A mention in the shorthand that is no solid and no reagent.
_OTHER: Final = re.compile(r"<(?![MSC])[A-Z](\d+)>")


def spelled(reading: Reading, shorthand: str) -> str:
    """Shorthand with no more than solids and reagents coded: "<M0> as photocathodes"."""
    return _OTHER.sub(lambda m: reading.mentions[int(m[1])].text.lower(), shorthand)


@cache
def role_names() -> dict[str, str]:
    """Each name of a role, in small letters without hyphens, singular and plural -> the role."""
    named: dict[str, str] = {}
    for term in vocabulary().of_kind("role_material"):
        if term.notation in _TOO_WIDE:
            continue
        for name in (term.label, *term.alts, *term.symbols):
            words = name.lower().replace("-", " ")
            if not _NO_NOUN.search(words):
                named |= dict.fromkeys((words, _plural(words)), term.notation)
    return named


def _plural(words: str) -> str:
    return words if words.endswith("s") else re.sub("ix$", "ice", words) + "s"


def role_in(words: str) -> str:
    """The role that the longest name among some words of a shorthand tells; "" if there is none.

    >>> role_in("a hole - blocking layer"), role_in("sacrificial templates"), role_in("a test")
    ('blocking_layer', 'template', '')
    """
    said = words.replace(" - ", " ").replace("-", " ").split()
    named = (
        role_names().get(" ".join(said[start : start + size]))
        for size in range(len(said), 0, -1)
        for start in range(len(said) - size + 1)
    )
    return next(filter(None, named), "")


def any_role() -> str:
    """A pattern, within one word of a rule, for the name of any role."""
    return one_of(role_names()).replace(r"\ ", r"(?:\s(?:-\s)?|-)")
