"""The file of decisions: one line of JSON each, appended and never changed.

A line is on the disk before its writer continues, and writers wait for one another. A writer that
is killed may leave an incomplete line; the next writer begins a new line, and the incomplete one is
skipped and reported.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from kg.curation.decision import UNDO, from_row, in_force, to_row
from kg.errors import CurationError
from kg.model import Decision

_SUFFIX: Final = ".decisions.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLog:
    """The decisions of a file in order, and the numbers of invalid lines with the cause."""

    decisions: tuple[Decision, ...] = ()
    damaged: tuple[tuple[int, str], ...] = ()

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """The decisions that were not withdrawn."""
        return in_force(self.decisions)


def log_beside(store: Path) -> Path:
    """Return the default file of decisions on a graph, next to its folder.

    It is not inside the folder, so that a graph can be removed and built again without losing it.

    >>> log_beside(Path("data/graph")).name
    'graph.decisions.jsonl'
    """
    whole = store.absolute()
    return whole.with_name(whole.name + _SUFFIX)


def read_log(path: Path) -> DecisionLog:
    """Return the decisions of a file; a missing file has none.

    Raises
    ------
    CurationError
        If it cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return DecisionLog()
    except OSError as error:
        raise CurationError(f"{path}: cannot be read ({error.strerror})") from error
    return _parsed(data)


def append(path: Path, decision: Decision) -> bool:
    """Add a decision to a file, which is made if it is missing; return whether it was added.

    A decision whose id is already in the file is not added; it is the same request, sent twice.

    Raises
    ------
    CurationError
        If it withdraws a decision that is not in force, or the file cannot be written.
    """
    line = json.dumps(to_row(decision), ensure_ascii=False).encode() + b"\n"
    try:
        with _locked(path) as file:
            data = file.read()
            kept = _parsed(data)
            if any(one.id == decision.id for one in kept.decisions):
                return False
            if decision.verdict == UNDO and not _stands(kept, decision.undoes):
                raise CurationError(f"no decision {decision.undoes!r} is in force")
            file.write(line if not data or data.endswith(b"\n") else b"\n" + line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CurationError(f"{path}: cannot be written ({error.strerror})") from error
    return True


def _stands(kept: DecisionLog, id: str) -> bool:
    return any(one.id == id for one in kept.in_force)


@contextmanager
def _locked(path: Path) -> Iterator[BinaryIO]:
    """Open the file for reading and appending, with a lock for one writer at a time."""
    is_new = not path.exists()
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if is_new:
            _sync_folder(path.parent)
        file.seek(0)
        yield file


def _sync_folder(folder: Path) -> None:
    """Force the name of a new file onto the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _parsed(data: bytes) -> DecisionLog:
    found: dict[str, Decision] = {}
    damaged = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            try:
                one = from_row(json.loads(line))
                found.setdefault(one.id, one)
            except (ValueError, CurationError) as error:
                damaged.append((number, str(error)))
    return DecisionLog(decisions=tuple(found.values()), damaged=tuple(damaged))
