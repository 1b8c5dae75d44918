"""The forms in which a verb of change appears: enhance, enhances, enhanced, enhancing."""

from __future__ import annotations

import re

#: Verbs of the direction vocabulary that do not take -ed.
IRREGULAR = {
    "rise": ("rose", "risen"),
    "keep": ("kept",),
    "lose": ("lost",),
    "fall": ("fell", "fallen"),
    "hold": ("held",),
    "withstand": ("withstood",),
    "become": ("became",),
    "shrink": ("shrank", "shrunk"),
    "show": ("shown",),
    "cut": ("cut",),
    "find": ("found",),
}
_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgmnpt]$")
_SINGLE_STRESS = frozenset(
    {"broaden", "strengthen", "weaken", "harden", "widen", "lengthen", "soften", "inhibit", "limit"}
)


def inflections(label: str) -> tuple[str, ...]:
    """The inflected forms of a label whose first word is a verb lemma, the label itself first.

    A label that is no verb gets forms that no text contains, which does no harm.

    >>> inflections("enhance")
    ('enhance', 'enhances', 'enhanced', 'enhancing')
    >>> inflections("slow down")[2:]
    ('slowed down', 'slowing down')
    >>> inflections("drop")[2:]
    ('dropped', 'dropping')
    """
    verb, _, rest = label.partition(" ")
    if not verb.isalpha() or not verb.islower():
        return (label,)
    tail = f" {rest}" if rest else ""
    past = IRREGULAR.get(verb, (re.sub(r"(?<=[^aeiou])yed$", "ied", _stem(verb) + "ed"),))
    forms = [verb, _third_person(verb), *past, _stem(verb) + "ing"]
    return tuple(dict.fromkeys(form + tail for form in forms))


def _third_person(verb: str) -> str:
    if re.search(r"(?:s|sh|ch|x|z)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def _stem(verb: str) -> str:
    """What -ed and -ing are put on."""
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1]
    if _DOUBLED.search(verb) and verb not in _SINGLE_STRESS and len(verb) <= 5:
        return verb + verb[-1]
    return verb
