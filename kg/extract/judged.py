"""Count how often claims of whole papers were right: ``python -m kg.extract.judged FILE...``.

Sentences of a whole paper mislead a rule more often than those of an abstract, so its precision is
counted separately. A file holds claims as JSON Lines, each with a ``verdict`` by somebody who read
the paper: ``right``, ``wrong`` or ``doubtful``; doubtful ones are not counted. ``--write`` puts the
counts into the table from which confidences are computed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

#: The file with the counts, beside this module.
TABLE = "judged.json"
#: The number of claims of a rule that weigh as much as all claims of their kind. Of 4, 8 and 16,
#: this value predicts the verdicts on held-out papers best, by a narrow margin.
WEIGHT = 8
_VERDICTS = {"right": True, "wrong": False}


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Claims that are counted together: one kind, one rule, and one or several sentences."""

    kind: str
    rule: str
    is_repeated: bool


@dataclass(frozen=True, slots=True)
class Count:
    """The numbers of right and wrong claims."""

    right: int = 0
    wrong: int = 0

    @property
    def seen(self) -> int:
        """The number of claims."""
        return self.right + self.wrong


def share_right(counts: Mapping[Group, Count], group: Group) -> float | None:
    """Return the share of right claims of a group, 0 to 1; ``None`` if none of the kind was judged.

    The share of the rule is drawn towards that of all claims of the kind with one (or several)
    sentences, which weighs as much as :data:`WEIGHT` claims.

    Examples
    --------
    >>> gain = Group("outcome", "outcome-name", False)
    >>> loss = Group("outcome", "outcome-lack", False)
    >>> counts = {gain: Count(30, 10), loss: Count(2, 8)}
    >>> [round(share_right(counts, group), 2) for group in (gain, loss)]
    [0.73, 0.4]
    """
    alike = [
        count
        for other, count in counts.items()
        if (other.kind, other.is_repeated) == (group.kind, group.is_repeated)
    ]
    seen = sum(count.seen for count in alike)
    if not seen:
        return None
    of_kind = sum(count.right for count in alike) / seen
    own = counts.get(group, Count())
    return (own.right + WEIGHT * of_kind) / (own.seen + WEIGHT)


@cache
def judged() -> Mapping[Group, Count]:
    """Return the counts of the table, by group."""
    text = files("kg.extract").joinpath(TABLE).read_text(encoding="utf-8")
    return {
        Group(row["kind"], row["rule"], row["repeated"]): Count(row["right"], row["wrong"])
        for row in json.loads(text)
    }


def counted(claims: Iterable[Mapping[str, Any]]) -> dict[Group, Count]:
    """Count right and wrong claims by group.

    Raises
    ------
    ValueError
        If a claim has no verdict, or an unknown one.
    """
    votes: Counter[tuple[Group, bool]] = Counter()
    for claim in claims:
        verdict = claim.get("verdict")
        if verdict not in {*_VERDICTS, "doubtful"}:
            raise ValueError(f"the verdict is {verdict!r}; it must be right, wrong or doubtful")
        group = Group(claim["kind"], claim["rule"], len(claim["evidence"]) > 1)
        if verdict in _VERDICTS:
            votes[group, _VERDICTS[verdict]] += 1
    groups = sorted({group for group, _ in votes})
    return {group: Count(votes[group, True], votes[group, False]) for group in groups}


def table(counts: Mapping[Group, Count]) -> str:
    """Return the counts as the JSON text of the table, one line for each group."""
    rows = (
        json.dumps(
            {
                "kind": group.kind,
                "rule": group.rule,
                "repeated": group.is_repeated,
                "right": count.right,
                "wrong": count.wrong,
            }
        )
        for group, count in counts.items()
    )
    return "[\n" + ",\n".join(rows) + "\n]\n"


def _read(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the share of right claims by kind; with ``--write``, also write the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write the counts")
    given = parser.parse_args(arguments)
    counts = counted(_read(given.files))
    if given.write:
        (Path(__file__).parent / TABLE).write_text(table(counts), encoding="utf-8")
    for kind, is_repeated in sorted({(group.kind, group.is_repeated) for group in counts}):
        alike = [c for g, c in counts.items() if (g.kind, g.is_repeated) == (kind, is_repeated)]
        right, seen = sum(c.right for c in alike), sum(c.seen for c in alike)
        sentences = "several sentences" if is_repeated else "one sentence"
        sys.stdout.write(f"{kind:10} {sentences:17} {right:4} of {seen:4} {right / seen:.2f}\n")


if __name__ == "__main__":
    main()
