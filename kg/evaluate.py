"""Precision, recall and F1 of extracted claims against gold claims, kind by kind.

There are three levels: ``strict`` (study, kind and every key of the kind agree), ``relaxed``
(study, kind and the main key) and ``uncredited`` (strict without the study). The evidence overlap
is the share of strict matches whose evidence overlaps the gold evidence. Duplicate claims count
once. Before the comparison case and units are normalised; numbers match within 1 %, after
conversion to the base unit of their kind (temperatures to degrees Celsius). Names of chemicals are
compared without blanks, hyphens and underscores. Without a number, a quality (:data:`QUALITIES`)
that is present counts as one that increased, because "passivation was achieved" and "improved
passivation" mean the same. Gold lines with ``optional`` count neither as found nor as missed; a
line ``{"doc": ..., "scope": [[start, end], ...]}`` limits a document to those ranges.

The measure is that of the claims contract; see ``docs/claims.md``.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ontology import vocabulary
from ontology.claim_kinds import each_kind
from ontology.units import Conversion, conversions, spellings

Record = Mapping[str, Any]
LEVELS = ("strict", "relaxed", "uncredited")


@dataclass(frozen=True, slots=True)
class _Kind:
    main: tuple[str, ...]
    further: tuple[str, ...] = ()
    numeric: tuple[str, ...] = ()


KINDS = each_kind(
    "kg.evaluate.KINDS",
    {
        "material": _Kind(("formula",), ("role",)),
        "form": _Kind(("formula", "form")),
        "system": _Kind(("layers",), ("architecture",)),
        "process": _Kind(("process",)),
        "chemical": _Kind(("chemical",), ("role",)),
        "condition": _Kind(("parameter",), ("unit", "bound"), ("value", "value_max")),
        "technique": _Kind(("technique",)),
        "outcome": _Kind(("property",), ("direction", "unit"), ("from", "value", "value_max")),
        "application": _Kind(("application",)),
    },
)
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉ₓ₋−", "0123456789x--")
#: Properties that are qualities: a quality that is present counts as one that increased.
QUALITIES = frozenset(
    "surface_passivation electronic_coupling stability air_stability oxidation_resistance"
    " water_stability thermal_stability photostability sintering_resistance corrosion_resistance"
    " colloidal_stability conformality uniformity crystallinity charge_separation".split()
)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts at one level: gold claims found and missed, and claims that the gold lacks."""

    found: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def gold(self) -> int:
        """The number of gold claims that count."""
        return self.found + self.missed

    @property
    def predicted(self) -> int:
        """The number of extracted claims that count."""
        return self.found + self.spurious

    @property
    def precision(self) -> float:
        """The share of the extracted claims that are right; 0 where there are none."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold claims that were found; 0 where there are none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores by reading and kind (``"all"`` for every kind), and the evidence overlap."""

    scores: Mapping[str, Mapping[str, Score]] = field(default_factory=dict)
    evidence_overlap: float | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    key: tuple[str, ...]
    numbers: tuple[float | None, ...]
    record: Record


def evaluate(gold: Iterable[Record], predicted: Iterable[Record]) -> Evaluation:
    """Score extracted claims; claims on documents that the gold lacks are ignored.

    Parameters
    ----------
    gold, predicted
        Claims in the contract's form, as parsed JSON objects.
    """
    lines = list(gold)
    scopes = {line["doc"]: line["scope"] for line in lines if "scope" in line}
    wanted = sorted(
        (line for line in lines if "scope" not in line), key=lambda c: bool(c.get("optional"))
    )
    documents = {claim.get("doc") for claim in wanted}
    found = [claim for claim in predicted if claim.get("doc") in documents]
    scores, overlap = {}, None
    for level in LEVELS:
        pairs, missed, spurious = _match(_keyed(wanted, level), _keyed(found, level))
        counted = [(g, p) for g, p in pairs if not g.record.get("optional")]
        lost = [g for g in missed if not g.record.get("optional")]
        extra = [p for p in spurious if _in_scope(p.record, scopes)]
        scores[level] = _by_kind([g for g, _ in counted], lost, extra)
        if level == "strict":
            overlap = _evidence_overlap(counted)
    return Evaluation(scores=scores, evidence_overlap=overlap)


def matched(gold: Iterable[Record], predicted: Iterable[Record]) -> list[tuple[Record, Record]]:
    """Return pairs of a gold claim and an extracted claim that agree strictly, each claim once."""
    pairs, _, _ = _match(_keyed(gold, "strict"), _keyed(predicted, "strict"))
    return [(g.record, p.record) for g, p in pairs]


def _by_kind(
    found: Sequence[_Item], missed: Sequence[_Item], spurious: Sequence[_Item]
) -> dict[str, Score]:
    def count(items: Sequence[_Item], kind: str) -> int:
        return sum(item.record["kind"] == kind for item in items)

    scores = {k: Score(count(found, k), count(missed, k), count(spurious, k)) for k in KINDS}
    return scores | {"all": Score(len(found), len(missed), len(spurious))}


def _keyed(claims: Iterable[Record], level: str) -> list[_Item]:
    """Return each distinct claim once, with its keys and numbers for the comparison."""
    seen: defaultdict[tuple[str, ...], list[tuple[float | None, ...]]] = defaultdict(list)
    items = []
    for claim in claims:
        kind = KINDS.get(str(claim.get("kind")))
        if kind is None:
            continue
        item = _item(claim, kind, level)
        if not any(_same(item.numbers, numbers) for numbers in seen[item.key]):
            seen[item.key].append(item.numbers)
            items.append(item)
    return items


def _item(claim: Record, kind: _Kind, level: str) -> _Item:
    names = kind.main if level == "relaxed" else kind.main + kind.further
    study = "" if level == "uncredited" else str(claim.get("study"))
    own = tuple(_part(claim, name) for name in names)
    numbers: tuple[float | None, ...] = ()
    if level != "relaxed":
        numbers = tuple(_number(claim.get(name), _unit(claim)) for name in kind.numeric)
    return _Item((str(claim.get("doc")), study, str(claim["kind"]), *own), numbers, claim)


def _part(claim: Record, name: str) -> str:
    value = claim.get(name)
    if name == "unit":
        conversion = _conversions().get(_unit(claim))
        return conversion.base if conversion is not None else _unit(claim)
    if value is None:
        return ""
    if name == "chemical":
        return re.sub(r"[\s_\-–]", "", str(value).translate(_SUBSCRIPTS)).lower()
    if name == "direction" and _is_bare_quality(claim):
        return "increase"
    if name in ("formula", "layers"):
        layers = value if isinstance(value, list | tuple) else [value]
        return " > ".join(plain_formula(layer) for layer in layers)
    text = str(value)
    if re.search("[A-Z]", text) and " " not in text.strip():
        return re.sub(r"[\s_{}^]", "", text.translate(_SUBSCRIPTS))
    return text.strip().lower()


def _is_bare_quality(claim: Record) -> bool:
    is_quality = claim.get("property") in QUALITIES and claim.get("direction") == "present"
    return is_quality and claim.get("value") is None and claim.get("value_max") is None


def _unit_factors(code: str) -> str:
    """Return a compound unit in one spelling.

    >>> _unit_factors("cm/s") == _unit_factors("s-1.cm")
    True
    """
    factors = []
    for place, group in enumerate(code.split("/")):
        for factor in group.split("."):
            match = re.fullmatch(r"(.*?[^0-9+-])([+-]?\d+)?", factor)
            if match is None:
                return code
            factors.append((match[1], int(match[2] or 1) * (-1 if place else 1)))
    return ".".join(f"{name}{power if power != 1 else ''}" for name, power in sorted(factors))


def plain_formula(value: object) -> str:
    """Return a formula without blanks, markup and subscript digits.

    >>> plain_formula("Al₂O₃")
    'Al2O3'
    """
    return re.sub(r"[\s_{}^]", "", str(value).translate(_SUBSCRIPTS))


def _unit(claim: Record) -> str:
    """Return the unit of a claim by its code, with its factors in a fixed order."""
    unit = str(claim.get("unit") or "").strip()
    spelled = spellings().get(unit)
    if spelled is not None and vocabulary().get("unit", unit) is None:
        unit = spelled.code
    return _unit_factors(re.sub("[\u03bc\u00b5]", "u", unit))


#: Units of length, rate, time, temperature, pressure, fluence and resistivity, which the claims
#: contract converts before a comparison; every other unit matches only itself.
_CONVERTED = frozenset(
    """Ao nm um mm cm Ao/{cycle} pm/{cycle} nm/{cycle} Ao/min nm/min Ao/s nm/s nm/h K Cel ms s min
    h d Pa hPa kPa MPa Torr mTorr m[Hg] mbar bar atm W.cm-2 mW.cm-2 mJ.cm-2 uJ.cm-2 Ohm.m Ohm.cm
    uOhm.cm""".split()
)


@cache
def _conversions() -> Mapping[str, Conversion]:
    """Return the conversion of each unit that the claims contract converts, by its code."""
    units = (term for term in vocabulary().of_kind("unit") if term.notation in _CONVERTED)
    known = ((_unit_factors(term.notation), conversions().get(term.iri)) for term in units)
    return {code: conversion for code, conversion in known if conversion is not None}


def _number(value: object, unit: str) -> float | None:
    if value is None or value == "":
        return None
    try:
        number = float(str(value))
    except ValueError:
        return math.nan
    conversion = _conversions().get(unit)
    if conversion is None:
        return number
    celsius = _conversions()["Cel"]  # so that 1 % of 25 °C is 0.25 degrees, not 3 (1 % of 298 K)
    zero = celsius.offset if conversion.base == celsius.base else 0
    return conversion.convert(number) - float(zero)


def _same(first: Sequence[float | None], second: Sequence[float | None]) -> bool:
    for a, b in zip(first, second, strict=True):
        if (a is None) != (b is None):
            return False
        if a is not None and b is not None and not abs(a - b) <= 0.01 * max(abs(a), abs(b), 1e-12):
            return False
    return True


def _match(
    gold: Iterable[_Item], predicted: Iterable[_Item]
) -> tuple[list[tuple[_Item, _Item]], list[_Item], list[_Item]]:
    rest: defaultdict[tuple[str, ...], list[_Item]] = defaultdict(list)
    for item in predicted:
        rest[item.key].append(item)
    pairs, missed = [], []
    for item in gold:
        candidates = rest[item.key]
        hit = next((c for c in candidates if _same(item.numbers, c.numbers)), None)
        if hit is None:
            missed.append(item)
        else:
            candidates.remove(hit)
            pairs.append((item, hit))
    return pairs, missed, [item for items in rest.values() for item in items]


def _in_scope(claim: Record, scopes: Mapping[str, Sequence[Sequence[int]]]) -> bool:
    doc = str(claim.get("doc"))
    return doc not in scopes or _overlap(claim.get("evidence") or (), scopes[doc])


def _overlap(first: Iterable[Sequence[int]], second: Sequence[Sequence[int]]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in first for b in second)


def _evidence_overlap(pairs: Iterable[tuple[_Item, _Item]]) -> float | None:
    located = [(g.record, p.record) for g, p in pairs if g.record.get("evidence")]
    if not located:
        return None
    hits = sum(_overlap(g["evidence"], p.get("evidence") or ()) for g, p in located)
    return hits / len(located)
