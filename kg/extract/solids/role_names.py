"""Names of the roles of solids in the vocabulary: "sacrificial template", "capping layer"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.reading import Reading
from kg.extract.text.trie import one_of
from ontology import vocabulary

#: Roles whose names only mean that something was made, or are shapes and parts of particles.
_TOO_WIDE: Final = frozenset({"film", "nanocrystal", "product"})
#: Names of roles that are not nouns: "coated with", "templated".
_NO_NOUN: Final = re.compile(
    r"\b(?:with|in|on|onto|by|within|only|species)$|(?:ed|(?<!coat)ing|growth|effect|extraction|infill)$|"
    r"\bcore\W?shell|@"
)
#: A mention in the shorthand that is neither a solid nor a reagent.
_OTHER: Final = re.compile(r"<(?![MSC])[A-Z](\d+)>")


def spelled(reading: Reading, shorthand: str) -> str:
    """Return shorthand in which only solids and reagents are coded: "<M0> as photocathodes"."""
    return _OTHER.sub(lambda m: reading.mentions[int(m[1])].text.lower(), shorthand)


@cache
def role_names() -> dict[str, str]:
    """Return the names of roles, in lower case without hyphens, with each name's role."""
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
    """Return the role of the longest role name in some words of shorthand; "" if there is none.

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
    """Return a pattern, within one word of a rule, for the name of any role."""
    return one_of(role_names()).replace(r"\ ", r"(?:\s(?:-\s)?|-)")
