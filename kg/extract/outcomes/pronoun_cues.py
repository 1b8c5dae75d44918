"""The word of change of a pronoun that refers to a property: "a shell shifts it to 640 nm"."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.outcomes.adjacent_cues import WEAK
from kg.extract.outcomes.polarity import CAUSING
from kg.extract.reading import Reading
from kg.extract.syntax import Link


def of_pronoun(reading: Reading, mention: Mention) -> Link | None:
    """Return the verb of a pronoun, ``None`` if there is none.

    "It" is an object here ("a shell shifts it to 640 nm"), "that of" a subject ("that of the
    exciton becomes shorter").
    """
    is_object = mention.text == "it"
    if not is_object and mention.text not in ("that", "those", "the one"):
        return None
    for cue in filter(_is_telling, reading.of_kind("direction")):
        if is_object and cue.end + 1 == mention.start:
            return Link(cue, 0.0)
        behind = not is_object and cue.start >= mention.end
        if behind and _THAT_OF.fullmatch(reading.text, mention.end, cue.start):
            return Link(cue, 0.0)
    return None


#: Text between "that" and the verb or comparative: "that of the exciton becomes shorter".
_THAT_OF = re.compile(
    r" (?:of|in|for|from) (?:[\w/@-]+ ){1,6}?(?:(?:is|was|are|were|becomes?|became) )?"
    r"(?:(?:\w+ly|much|far|even|still) )*"
)


#: Text between the pronoun as subject and its verb, and between the verb and another object.
_IT_DOES = re.compile(r" (?:(?:also|then|thus|even|further|does|do|did|can|could|not|has|\w+ly) )*")
_ANOTHER = re.compile(r" (?:the|its|their|both|an?|all) ")


def acts_on_another(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """Return whether a cue is about another noun: "It does not improve the current"."""
    if mention.text != "it":
        return False
    if cue.start < mention.start:
        return cue.end + 1 != mention.start
    return bool(
        _IT_DOES.fullmatch(reading.text, mention.end, cue.start)
        and _ANOTHER.match(reading.text, cue.end)
    )


def _is_telling(cue: Mention) -> bool:
    return cue.id not in WEAK or CAUSING.match(cue.text) is not None
