"""The seal of a generation: the state of its files when it was finished, for comparison.

The seal is written last, so a generation with a seal is complete; a killed build leaves none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.catalog import CATALOG_FILE
from kg.queries.keys import KEYS_FILE

SEAL: Final = "SEAL.json"
#: Files that are not sealed, because they are made again if missing.
_UNSEALED: Final = frozenset({SEAL, "LOCK", "LOG", CATALOG_FILE, KEYS_FILE})


def seal(directory: Path, *, like: Path | None = None) -> None:
    """Write size and SHA-256 of every file of a finished generation into its seal.

    Parameters
    ----------
    directory
        The generation.
    like
        A sealed generation with which it may share files, which are not read again.

    Raises
    ------
    OSError
        If a file cannot be read, or the seal cannot be written.
    """
    shared = _sealed(like) if like is not None and not any(damage(like, thorough=False)) else {}
    listed = {}
    for name, size in _files(directory):
        is_shared = like is not None and name in shared and _is_one(directory / name, like / name)
        listed[name] = [size, shared[name][1] if is_shared else _sha256(directory / name)]
    draft = directory / (SEAL + ".new")
    with draft.open("w", encoding="ascii") as file:
        json.dump({"files": listed}, file, indent=0, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(directory / SEAL)


def is_sealed(directory: Path) -> bool:
    """Return whether the generation was finished."""
    return (directory / SEAL).is_file()


def damage(directory: Path, *, thorough: bool = True) -> Iterator[tuple[str, str]]:
    """Yield each file that differs from the seal, with the cause; nothing without a seal.

    Parameters
    ----------
    directory
        A generation.
    thorough
        Whether to compare hashes too, not only sizes.
    """
    if not is_sealed(directory):
        return
    try:
        sealed = _sealed(directory)
    except (ValueError, TypeError, KeyError, AttributeError, OSError):
        yield SEAL, "cannot be read"
        return
    for name, (size, digest) in sorted(sealed.items()):
        cause = _compare(directory / name, size, digest if thorough else None)
        if cause:
            yield name, cause


def _sealed(directory: Path) -> dict[str, tuple[int, str]]:
    if not is_sealed(directory):
        return {}
    files = json.loads((directory / SEAL).read_bytes())["files"]
    return {str(name): (int(size), str(digest)) for name, (size, digest) in files.items()}


def _is_one(one: Path, other: Path) -> bool:
    """Return whether two names are hard links to one file."""
    return other.is_file() and one.samefile(other)


def _compare(path: Path, size: int, digest: str | None) -> str:
    try:
        found = path.stat().st_size
        if found != size:
            return f"has {found} bytes, not {size}"
        is_right = digest is None or digest == _sha256(path)
        return "" if is_right else "differs from what was written"
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def _files(directory: Path) -> Iterator[tuple[str, int]]:
    for entry in sorted(directory.iterdir()):
        if entry.is_file() and entry.name not in _UNSEALED and not entry.name.startswith("LOG.old"):
            yield entry.name, entry.stat().st_size


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
