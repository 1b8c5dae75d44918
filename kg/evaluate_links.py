"""Evaluation of the links of outcomes: the object with the property, and the cause of the change.

Only outcomes that agree strictly with a gold outcome are compared.

``of``
    right if it equals the gold's layers or one of its alternatives (``of_any``); *near* if one of
    the two lacks the outermost layer of the other. Near counts as right, and is also counted
    separately.
``agent``
    precision: the share of named agents that the gold names. Recall: the share of gold outcomes
    with an agent for which at least one is named. A variant of a process counts as the process.
``not_agent``
    the share of outcomes whose gold lists things that did **not** cause them, for which one of
    those is named. It should be near 0.

The measure is that of the claims contract; see ``docs/claims.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluate import matched, plain_formula

Record = Mapping[str, Any]
_LINKS = frozenset({"of", "of_any", "agent", "not_agent", "under"})
#: Groups of processes that count as equal.
_FAMILIES = tuple(
    frozenset(family.split())
    for family in (
        "ald thermal_ald plasma_enhanced_ald atmospheric_pressure_ald spatial_ald"
        " exposure_mode_ald photo_assisted_ald area_selective_ald",
        "colloidal_ald biphasic_colloidal_ald stationary_phase_colloidal_ald liquid_phase_ald",
        "silar colloidal_silar",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCounts:
    """Counts over the outcomes that agree with a gold outcome.

    ``of_gold``, ``agent_gold`` and ``denied`` count gold outcomes that have such a link;
    ``of_near`` is not part of ``of_right``; ``agent_named`` and ``agent_right`` count agents.
    """

    outcomes: int = 0
    of_gold: int = 0
    of_found: int = 0
    of_right: int = 0
    of_near: int = 0
    agent_gold: int = 0
    agent_hit: int = 0
    agent_named: int = 0
    agent_right: int = 0
    denied: int = 0
    denied_hit: int = 0

    def figures(self) -> dict[str, float | None]:
        """Return the shares by name; ``None`` where there is nothing to count."""
        good = self.of_right + self.of_near
        return {
            "of_precision": _share(good, self.of_found),
            "of_recall": _share(good, self.of_gold),
            "of_exact": _share(self.of_right, self.of_found),
            "agent_precision": _share(self.agent_right, self.agent_named),
            "agent_recall": _share(self.agent_hit, self.agent_gold),
            "not_agent": _share(self.denied_hit, self.denied),
        }


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def evaluate_links(gold: Iterable[Record], predicted: Iterable[Record]) -> LinkCounts:
    """Count the links of extracted outcomes against those of gold outcomes.

    Parameters
    ----------
    gold, predicted
        Claims in the contract's form, as parsed JSON objects. Only documents of the gold count.
    """
    wanted = list(gold)
    documents = {claim.get("doc") for claim in wanted}
    plain = [{k: v for k, v in claim.items() if k not in _LINKS} for claim in wanted]
    linked = {id(bare): claim for bare, claim in zip(plain, wanted, strict=True)}
    outcomes = [c for c in predicted if c.get("kind") == "outcome" and c.get("doc") in documents]
    pairs = [(linked[id(bare)], found) for bare, found in matched(plain, outcomes)]
    counts = [{**_of_counts(*pair), **_agent_counts(*pair)} for pair in pairs]
    totals = {name: sum(count[name] for count in counts) for name in (counts[0] if counts else ())}
    return LinkCounts(outcomes=len(pairs), **totals)


def _of_counts(gold: Record, found: Record) -> dict[str, int]:
    alternatives = [gold["of"]] if gold.get("of") else gold.get("of_any") or []
    wanted = [[plain_formula(layer) for layer in layers] for layers in alternatives]
    layers = [plain_formula(layer) for layer in found.get("of") or []] if wanted else []
    right = bool(layers) and layers in wanted
    near = bool(layers) and any(layers == w[:-1] or layers[:-1] == w for w in wanted)
    return {
        "of_gold": bool(wanted),
        "of_found": bool(layers),
        "of_right": right,
        "of_near": near and not right,
    }


def _agent_counts(gold: Record, found: Record) -> dict[str, int]:
    named = found.get("agent") or []
    allowed = _spellings_of(gold.get("agent") or ())
    denied = _spellings_of(gold.get("not_agent") or ()) - allowed
    said = _spellings_of(named)
    return {
        "agent_gold": bool(gold.get("agent")),
        "agent_hit": bool(said & allowed),
        "agent_named": len(named),
        "agent_right": sum(bool(_spellings(agent) & allowed) for agent in named),
        "denied": bool(denied),
        "denied_hit": bool(said & denied),
    }


def _spellings_of(things: Sequence[str]) -> set[str]:
    return set().union(*map(_spellings, things))


def _spellings(thing: str) -> set[str]:
    """Return every normalised form that a thing matches.

    >>> sorted(_spellings("process:colloidal_silar"))
    ['process:colloidal_silar', 'process:silar']
    """
    kind, _, name = thing.partition(":")
    if kind == "material":
        return {f"material:{plain_formula(name)}"}
    name = re.sub(r"[\s\-–]", "_", name).lower()
    if kind == "chemical":
        return {f"chemical:{name.replace('_', '')}"}
    family = next((f for f in _FAMILIES if name in f), frozenset({name}))
    return {f"{kind}:{other}" for other in (family if kind == "process" else {name})}
