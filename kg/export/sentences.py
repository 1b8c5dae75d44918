"""A row of an answer as a sentence in the style of chemists, from patterns over its columns.

A pattern names columns in braces; text in square brackets is used if all its columns are known.
``was_core`` is "was", or "were" if the column lists several things.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

RowText = Mapping[str, str]


class Sentence(NamedTuple):
    """A sentence without its full stop, and the columns that it uses."""

    text: str
    columns: frozenset[str]


_STEPS = (
    "[ by {process}][ from {precursors}][ with {coreactants}][ in {solvents}]"
    "[ with {phase_transfer_agents} as phase-transfer agent][ at {temperature}]"
)
#: The first pattern whose columns are all known is used.
_PATTERNS = (
    "{core} {was_core} coated with {coating}" + _STEPS,
    "{made} {was_made} made" + _STEPS,
    "{layers}[ ({architecture})] {was_layers} made" + _STEPS,
    "{material} {was_material} made from {precursor}",
    "{material} {was_material} deposited[ as {role}] at {temperature}",
    "{material} served as {role}",
    "{chemical} served as {role}[ for {used_for}]",
    "{process} made {makes}",
    "{technique} showed {shows}",
    "{technique} {was_technique} used",
    "{core} {was_core} studied",
    "{nanocrystals} withstood {highest_degc}[ ({parameter})]",
    "{process} {was_process} used[ at {stated}]",
    "the {parameter}[ of {belongs_to}] was {value}",
    "applied in: {application}",
    "{material}: {value}",
    "{title}",
    "{kind}: [{aspect}: ]{value}",
)
#: Change -> sentence with a cause, and sentence without one.
_CHANGES = {
    "increase": ("{cause} increased the {property}", "the {property} increased"),
    "decrease": ("{cause} decreased the {property}", "the {property} decreased"),
    "no change": ("{cause} left the {property} unchanged", "the {property} did not change"),
    "change": ("{cause} changed the {property}", "the {property} changed"),
    "present": ("{cause} led to {property}", "{property} was observed"),
    "absent": ("{cause} did not lead to {property}", "{property} was not observed"),
}
_OTHER = ("{cause} affected the {property}", "the {property} was reported")
#: Texts of a column for unknown values.
UNSAID = frozenset({"not stated", "not reported"})
#: Columns whose thing is taken as the cause of an outcome without a named cause.
_AGENTS = ("chemical", "process")
_FIELD = re.compile(r"\{(\w+)\}")
_OPTION = re.compile(r"\[([^\]]*)\]")


def sentence_of(row: RowText) -> Sentence:
    """Return a row as a sentence, from its known columns; an empty one if no pattern fits.

    >>> sentence_of({"core": "PbSe", "coating": "Al2O3", "process": "ALD"}).text
    'PbSe was coated with Al2O3 by ALD'
    >>> row = {"cause": "annealing", "property": "mobility", "change": "increase", "sample": "PbS"}
    >>> sentence_of(row).text
    'annealing increased the mobility of PbS'
    """
    listed = {name: listing(text) for name, text in row.items() if text not in UNSAID}
    if {"property", "change"} <= listed.keys():
        return _outcome(listed)
    for pattern in _PATTERNS:
        told = _filled(pattern, listed)
        if told is not None:
            return told
    return Sentence("", frozenset())


def listing(text: str) -> str:
    """Return a list in the form of a sentence.

    >>> listing("toluene, hexane, octane")
    'toluene, hexane and octane'
    """
    head, comma, last = text.rpartition(", ")
    return f"{head} and {last}" if comma and ":" not in text and ";" not in text else text


def _filled(pattern: str, row: RowText) -> Sentence | None:
    needed = set(_FIELD.findall(_OPTION.sub("", pattern)))
    if not all(name.startswith("was_") or name in row for name in needed):
        return None

    def option(match: re.Match[str]) -> str:
        return match[1] if set(_FIELD.findall(match[1])) <= row.keys() else ""

    chosen = _OPTION.sub(option, pattern)
    fields = _FIELD.findall(chosen)
    return Sentence(_FIELD.sub(lambda m: _field(m[1], row), chosen), frozenset(fields))


def _field(name: str, row: RowText) -> str:
    if name.startswith("was_"):
        return "were" if " and " in row[name.removeprefix("was_")] else "was"
    return row[name]


def _outcome(row: RowText) -> Sentence:
    """Return an outcome as a sentence: change, cause, sample, value, conditions and technique."""
    agent = next((name for name in ("cause", *_AGENTS) if name in row), "")
    with_cause, alone = _CHANGES.get(row["change"], _OTHER)
    pattern = (with_cause.replace("{cause}", f"{{{agent}}}") if agent else alone).replace(
        "{property}", "{property}[ of {sample}]"
    )
    shown = "[, as {technique} showed]" if "technique" in row else ""
    # A number alone may be the new value or the change, so the sentence leaves it open.
    aside = "; ".join(f"{{{name}}}" for name in ("value", "conditions") if name in row)
    told = _filled(pattern + (f" ({aside})" if aside else "") + shown, row)
    assert told is not None  # noqa: S101 - property and change are there
    return Sentence(told.text, told.columns | {"change"})
