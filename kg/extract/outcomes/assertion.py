"""Decide whether a sentence asserts something about a property or only names it."""

from __future__ import annotations

from operator import attrgetter

from kg.extract.context.modality import clause
from kg.extract.context.openings import is_before_turn
from kg.extract.context.triggers import Context
from kg.extract.mentions import Mention
from kg.extract.outcomes import background_contexts, topic_contexts
from kg.extract.reading import Reading
from kg.extract.text.rare import Table

#: Qualities that the maker of a sample sets; a clause with "as" then varies them.
_SET = frozenset({"particle_size", "doping", "band_gap", "porosity", "size_dispersion"})
#: Contexts of such qualities alone.
_OF_MAKER = ("varied", "factor")
#: The contexts in which nothing is asserted about a property.
CONTEXTS = (*topic_contexts.CONTEXTS, *background_contexts.CONTEXTS)
_CONTEXTS = Table(CONTEXTS, attrgetter("trigger"))


def is_asserted(reading: Reading, mention: Mention, cue: Mention | None = None) -> bool:
    """Return whether the sentence asserts something about a property, not only names it."""
    return not (
        is_before_turn(reading)
        or any(_governs(c, reading, mention, cue) for c in _CONTEXTS.fitting(reading.text))
    )


def _governs(context: Context, reading: Reading, mention: Mention, cue: Mention | None) -> bool:
    if context.scope == "sentence":
        return context.trigger.search(reading.text) is not None
    if context.name in _OF_MAKER and mention.id not in _SET:
        return False
    whole = (0, len(reading.text))
    start, end = whole if context.is_wide else clause(reading, mention.start)
    for match in context.trigger.finditer(reading.text, start, end):
        if not _is_set(context, reading.text[start : match.start()]):
            continue
        if context.scope == "before" and cue is not None and cue.start > match.start():
            continue
        low, high = match.end(), mention.start
        if context.scope == "before":
            low, high = mention.end, match.start()
        if low <= high and not _is_stopped(context, reading.text[low:high]):
            return True
    return False


def _is_set(context: Context, ahead: str) -> bool:
    """Return whether the words before a trigger allow it to take effect."""
    if context.unless is not None and context.unless.search(ahead):
        return False
    return context.requires is None or context.requires.search(ahead) is not None


def _is_stopped(context: Context, between: str) -> bool:
    return context.stop is not None and context.stop.search(between) is not None
