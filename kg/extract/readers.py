"""The readers in force: ours, and those that a user adds by name.

A reader is named by its entry point in the group :data:`GROUP`, which an installed package
declares, or as ``module:object``. The environment variable :data:`VARIABLE` names the added ones,
so that processes that start later have the same readers.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import ExtractionError
from kg.model import join_readers

if TYPE_CHECKING:  # our reader and its language model load only when something is read
    from kg.extract.reader import Reader

#: The environment variable that names the readers, with blanks between them.
VARIABLE: Final = "ALDKG_READERS"
#: The group of entry points in which packages offer readers.
GROUP: Final = "ald_kg.readers"
#: Data beside the code of a reader that can change what it finds.
_SUFFIXES: Final = frozenset({".py", ".json", ".toml", ".tsv", ".csv", ".txt", ".ttl"})


def add_readers(names: Iterable[str]) -> None:
    """Add readers to ours, by name, for this process and those that it starts."""
    os.environ[VARIABLE] = " ".join(names)


@cache
def readers() -> tuple[Reader, ...]:
    """Return every reader in force, ours first.

    Raises
    ------
    ExtractionError
        If a reader cannot be loaded, or two have the same name.
    """
    from kg.extract.rules.reader import RuleReader

    found = (RuleReader(), *(reader for _, reader in _added()))
    names = [reader.name for reader in found]
    for name in names:
        if names.count(name) > 1:
            raise ExtractionError(f"two readers are called {name!r}")
    return found


@cache
def added_digest() -> str:
    """Return a digest of the user's readers and their code; ``""`` if there are none.

    Raises
    ------
    ExtractionError
        If a reader cannot be loaded.
    """
    whole = hashlib.sha256()
    for module, reader in _added():
        whole.update(f"{reader.name}/{reader.version}".encode() + b"\0")
        for file in _sources(module):
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16] if _added() else ""


def read_by() -> str:
    """Return the names and versions of all readers in force, as a document records them."""
    from kg.extract.reader import signature

    return join_readers(map(signature, readers()))


@cache
def _added() -> tuple[tuple[str, Reader], ...]:
    """Return the readers that the user named, in that order, each with its module."""
    named = dict.fromkeys(os.environ.get(VARIABLE, "").split())
    return tuple(_loaded(name) for name in named)


def _loaded(name: str) -> tuple[str, Reader]:
    point = _entry_point(name)
    try:
        found: Any = point.load()
        reader: Any = found() if isinstance(found, type) else found
    except Exception as error:
        cause = " ".join(str(error).split())
        raise ExtractionError(f"reader {name}: {type(error).__name__}: {cause}") from error
    _require_reader(name, reader)
    return point.module, reader


def _entry_point(name: str) -> EntryPoint:
    if ":" in name:
        return EntryPoint(name=name, value=name, group=GROUP)
    offered = {point.name: point for point in entry_points(group=GROUP)}
    if name not in offered:
        known = ", ".join(sorted(offered)) or "none"
        raise ExtractionError(
            f"reader {name}: neither MODULE:OBJECT nor an installed reader (installed: {known})"
        )
    return offered[name]


def _require_reader(name: str, reader: object) -> None:
    from kg.extract.reader import Reader

    if not isinstance(reader, Reader):
        raise ExtractionError(
            f"reader {name}: it needs a name, a version and a method find (docs/readers.md)"
        )
    for text in (reader.name, reader.version):
        if not text or {*text} & {*"/; \t\n"}:
            raise ExtractionError(f"reader {name}: {text!r} cannot be its name or version")


def _sources(module: str) -> list[Path]:
    """Return the files of the package or module that defines a reader."""
    top = sys.modules[module.partition(".")[0]]
    folders = [Path(folder) for folder in getattr(top, "__path__", ())]
    if not folders:
        return [Path(top.__file__)] if top.__file__ else []
    files = (file for folder in folders for file in folder.rglob("*"))
    return sorted(file for file in files if file.suffix in _SUFFIXES)
