"""What changed, and how: properties with the words, and values, that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import clause, is_denied, is_hypothetical
from kg.extract.reading import Reading
from kg.extract.rules.conditions import as_reported
from kg.extract.syntax import Link, Tree, negated
from kg.model import Outcome, Quantity
from ontology import vocabulary

_FLIPPED = {"increase": "decrease", "decrease": "increase"}
_LABEL_DIRECTIONS = {
    "presenceLabel": "present",
    "absenceLabel": "absent",
    "increaseLabel": "increase",
    "decreaseLabel": "decrease",
}
#: Directions from the telling to the weak; a weak cue counts only where no stronger one is near.
_STRENGTH = {"increase": 0.0, "decrease": 0.0, "none": 0.2, "change": 0.8, "absent": 0.5, "present": 1.5, "reported": 2.0}
#: Properties whose plain value is a condition of the contract, not an outcome.
_CONDITIONS = frozenset({"growth_rate", "particle_size"})
_RELATIVE = frozenset({"percent", "{fold}"})
#: Verbs of aim: what is measured or aimed at is no outcome.
_AIM = re.compile(
    r"\b(?:to|for|of)\s+(?:study|studying|monitor|monitoring|investigat\w+|measur\w+|determin\w+|evaluat\w+|"
    r"characteri[sz]\w+|assess\w*|probe|probing|understand\w*|quantify\w*|examin\w+|optimi[sz]\w+)\b[^,;]{0,25}$",
    re.IGNORECASE,
)


def needs_parse(reading: Reading) -> bool:
    """Whether a sentence can hold an outcome that only its syntax tells."""
    properties = [m for m in reading.of_kind("property") if m.label in ("name", "symbol", "inverseLabel")]
    return bool(properties) and bool(reading.of_kind("direction"))


def find_outcomes(reading: Reading, doc: Doc | None) -> Iterator[tuple[Finding, Mention | None]]:
    """The outcomes of a sentence, each with the quantity that it took as its value."""
    tree = Tree(reading, doc) if doc is not None else None
    free = list(reading.of_kind("quantity"))
    for mention in reading.of_kind("property"):
        if is_hypothetical(reading, mention) or _AIM.search(reading.text[: mention.start]):
            continue
        direction = _direction(reading, mention, tree)
        value = _value(reading, mention, free, direction)
        outcome = _outcome(mention, direction, value)
        if outcome is not None:
            if value is not None:
                free.remove(value)
            yield Finding(content=outcome, at=mention.start, rule=f"outcome-{mention.label}"), value


def _direction(reading: Reading, mention: Mention, tree: Tree | None) -> str:
    if mention.label in _LABEL_DIRECTIONS:
        said = _LABEL_DIRECTIONS[mention.label]
        if is_denied(reading, mention):
            return {"present": "absent", "absent": "present"}.get(said, "none")
        return said
    link = _nearest_cue(reading, mention, tree) if tree is not None else None
    if link is None or tree is None:
        return ""
    direction = link.cue.id
    if mention.label == "inverseLabel":
        direction = _FLIPPED.get(direction, "")
    if direction and negated(tree, link.cue, mention):
        return "absent" if direction == "present" else "none"
    return direction


def _nearest_cue(reading: Reading, mention: Mention, tree: Tree) -> Link | None:
    """The cue whose tree path to the property is shortest, the telling before the weak."""
    links = []
    for cue in reading.of_kind("direction"):
        if cue.start < mention.end and mention.start < cue.end:
            continue
        distance = tree.distance(cue, mention)
        if distance is not None:
            links.append(Link(cue, distance + _STRENGTH.get(cue.id, 1.0)))
    return min(links, key=lambda link: (link.distance, link.cue.start), default=None)


def _value(
    reading: Reading, mention: Mention, free: Sequence[Mention], direction: str
) -> Mention | None:
    """The nearest quantity of the clause whose unit the property is given in."""
    if mention.label == "inverseLabel":
        return None
    units = _units(mention.id)
    start, end = clause(reading, mention.start)
    fitting = [
        q
        for q in free
        if start <= q.start < end and q.quantity is not None and _fits(q.quantity.quantity, units, direction)
    ]
    return min(fitting, key=lambda q: _gap(q, mention), default=None)


def _gap(quantity: Mention, mention: Mention) -> int:
    """Characters between; a value in front of its property is a little farther than one behind."""
    if quantity.start >= mention.end:
        return quantity.start - mention.end
    return mention.start - quantity.end + 10


def _units(notation: str) -> frozenset[str]:
    term = vocabulary().get("property", notation)
    return frozenset(term.extra.get("unitCode", ())) if term is not None else frozenset()


def _fits(quantity: Quantity, units: frozenset[str], direction: str) -> bool:
    unit = quantity.unit or ""
    if unit in _RELATIVE and direction in ("increase", "decrease"):
        return True
    if unit == "{fold}":
        return False
    return unit in units


def _outcome(mention: Mention, direction: str, value: Mention | None) -> Outcome | None:
    quantity = value.quantity.quantity if value is not None and value.quantity is not None else None
    if not direction:
        if quantity is None or mention.label == "inverseLabel":
            return None
        direction = "reported"
    if quantity is not None and quantity.start is not None:
        direction = _of_change(direction, quantity)
    if direction in ("none", "absent"):
        quantity = None
    if direction == "present" and quantity is not None:
        direction = "reported"
    if direction == "reported" and quantity is not None:
        quantity = as_reported(quantity)
    if direction == "reported" and (quantity is None or mention.id in _CONDITIONS):
        return None
    return Outcome(property=mention.id, direction=direction, quantity=quantity)


def _of_change(direction: str, quantity: Quantity) -> str:
    """ "From 1 to 7" says the direction by itself where no word does."""
    if direction in ("increase", "decrease") or quantity.start is None or quantity.value is None:
        return direction
    return "increase" if quantity.value > quantity.start else "decrease"


def without_raw(quantity: Quantity) -> Quantity:
    """The quantity as the claim's identity sees it."""
    return replace(quantity, raw="")
