"""The events of a sentence, with the mentions that fill their parts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Token as Word

from kg.extract.frames.arguments import Argument, arguments_of, is_verbal
from kg.extract.frames.events import Event, events_of, telling_words, told_by
from kg.extract.frames.fillers import THINGS, Fillers
from kg.extract.frames.order import in_order
from kg.extract.mentions import Mention
from kg.extract.patterns import Found
from kg.extract.reading import Reading, kept

#: The kinds of mention that fill a part.
_KINDS = {
    "outer": ("material", "stack"),
    "inner": ("material", "stack", "form"),
    "dots": ("material", "stack", "form"),
    "means": ("chemical", "process"),
    "reagents": ("chemical",),
    "binders": ("chemical", "ion"),
}
#: Words that stand for a list: "ZnO and MgO, both grown by ALD".
_ALL = frozenset({"all", "both", "each", "either"})
Frame = tuple[Event, Found]
#: The distance in words from a participle to a name, if an acronym in brackets comes between.
_BRACKET = 4


def may_tell_event(reading: Reading) -> bool:
    """Return whether a sentence names a substance and a word of an event, and so needs a parse."""
    if not reading.of_kind("material", "stack", "chemical"):
        return False
    parts, telling = _fillable(reading), telling_words()
    words = {token.surrogate.lower() for token in reading.tokens}
    return any(_may_tell(word, parts) for word in words & telling)


def find_frames(reading: Reading, doc: Doc | None) -> Iterator[Frame]:
    """Yield every event of a sentence whose needed parts are named; none without a parse."""
    if doc is None:
        return
    fillable, known = _fillable(reading), telling_words()
    words = enumerate(reading.words)
    telling = [doc[i] for i, word in words if word in known and _may_tell(word, fillable)]
    if not telling:
        return
    fillers = Fillers(reading, doc)
    for word in telling:
        if fillers.names(word) or _is_of_notation(reading, word):
            continue
        for event in events_of(word.lower_, is_verbal=is_verbal(word)):
            if not event.is_told_by(fillable):
                continue
            slots = _slots(word, event, fillers)
            parts = {"inner" if part == "device" else part for part, m in slots.items() if m}
            if event.is_told_by(parts):
                yield event, Found(event.id, slots)


@kept
def _fillable(reading: Reading) -> frozenset[str]:
    """Return the parts of events that some mention of a sentence can fill."""
    parts = {part for part, kinds in _KINDS.items() if reading.of_kind(*kinds)}
    if "inner" not in parts and not THINGS.isdisjoint(reading.words):
        parts.add("inner")
    return frozenset(parts)


def _may_tell(word: str, fillable: frozenset[str]) -> bool:
    """Return whether a word may name an event for which enough parts can be filled."""
    return any(event.is_told_by(fillable) for event in told_by(word))


def _slots(word: Word, event: Event, fillers: Fillers) -> dict[str, tuple[Mention, ...]]:
    slots: dict[str, tuple[Mention, ...]] = {}
    for function, argument in _placed(word, event, fillers):
        part = event.slots.get(function)
        if part is None:
            continue
        found = [
            m
            for m in fillers.of(argument, *_KINDS[part], is_deep=part == "dots")
            if function != "modified" or not _has_own(word, m, fillers.reading)
        ]
        slots[part] = tuple(dict.fromkeys((*slots.get(part, ()), *found)))
        if part in ("inner", "dots"):
            slots["device"] = (*slots.get("device", ()), *fillers.devices(argument))
    joined = event.slots.get("joined", "")
    if joined in ("outer", "inner", "binders") and not slots.get(joined) and word.i:
        slots[joined] = _right_before(word, fillers, joined)  # "silica coated nanoparticles"
    _fill_in_order(slots, word, event, fillers)
    outer = slots.get("outer", ())
    return {part: tuple(m for m in found if part == "outer" or m not in outer)
            for part, found in slots.items()}  # fmt: skip


def _placed(word: Word, event: Event, fillers: Fillers) -> Iterator[Argument]:
    """Yield the arguments of a predicate, by the places of an event."""
    for function, argument in fillers.once(arguments_of, word, event.is_ergative):
        if function != "object":
            yield function, argument
        elif "layer" in event.slots and not fillers.names(argument):
            yield ("layer" if fillers.carries(argument) else ""), argument
        elif (borne := _borne(word, argument, fillers)) is not None:
            yield "bearer", argument
            yield function, borne
        else:
            yield function, _theme(word, argument, fillers)


def _fill_in_order(
    slots: dict[str, tuple[Mention, ...]], word: Word, event: Event, fillers: Fillers
) -> None:
    """Fill the parts that the parse leaves open, by the order of words."""
    missing = [part for part in event.needs.split() if not slots.get(part)]
    if 0 < len(missing) < len(event.needs.split()) or (missing and "itself" not in event.slots):
        for function, argument in fillers.once(in_order, word, fillers):
            part = event.slots.get(function, "")
            if part in missing and not slots.get(part):
                slots[part] = fillers.of(argument, *_KINDS[part])


def _theme(word: Word, argument: Word, fillers: Fillers) -> Word:
    """Return the noun of a participle: the name right before it, if the parse took another one.

    "TiO2 deposited onto glass and ZnO deposited onto steel": each participle has its own noun.
    """
    if argument.lower_ in _ALL and argument.dep_ == "appos":
        return argument.head
    if word.dep_ != "acl" or word.tag_ != "VBN" or argument.i >= word.i - 2:
        return argument
    before, joint = word.nbor(-1), word.nbor(-2)
    opens = joint.lower_ in ("and", "or", ",")  # of "dots on glass coated with ZnO", the dots
    return before if opens and fillers.names(before) else argument


def _borne(word: Word, argument: Word, fillers: Fillers) -> Word | None:
    """Return what was put on a participle's noun: "capacitors with 5 nm of ZnO, grown by ALD"."""
    is_participle = word.tag_ == "VBN" and argument.i < word.i
    if not is_participle or (word.dep_ != "acl" and word.nbor(-1).lower_ != ","):
        return None
    phrases = [c for c in argument.rights if c.dep_ == "prep" and c.lower_ == "with"]
    inside = [c for phrase in phrases for c in phrase.children if c.dep_ == "pobj" and c.i < word.i]
    return next((noun for noun in inside if fillers.is_thick(noun)), None)


def _has_own(participle: Word, mention: Mention, reading: Reading) -> bool:
    """Return whether a listed solid has a participle of its own: "HfO2-coated Cu" after another."""
    ahead = [w for w in participle.doc if reading.tokens[w.i].start < mention.start]
    return any(w.i > participle.i and w.lower_ == participle.lower_ for w in ahead)


def _is_of_notation(reading: Reading, word: Word) -> bool:
    """Return whether a word is a part of "core@shell", "core/shell" or "core-shell"."""
    ahead = reading.text[: reading.tokens[word.i].start].lower()
    return ahead.endswith(("@", "/", "core-", "core–"))


def _right_before(word: Word, fillers: Fillers, part: str) -> tuple[Mention, ...]:
    before = word.doc[word.i - 1]
    if before.lower_ == ")" and word.i > _BRACKET and word.nbor(1 - _BRACKET).lower_ == "(":
        before = word.nbor(-_BRACKET)  # "oleic acid (OA) capped dots"
    behind = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    is_joined = word.tag_ in ("VBN", "VBD", "JJ") and fillers.names(before)
    is_joined = is_joined and behind not in ("with", "by", "in", "using")  # it has its own coat
    return fillers.of(before, *_KINDS[part])[-1:] if is_joined else ()
