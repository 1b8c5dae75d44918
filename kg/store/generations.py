"""Generations on disk: listing them, finding the live one, switching, removing old ones.

::

    STORE/
      CURRENT            the name of the live generation
      LOCK               held by the one writer
      reading/           documents read by a running build; removed when the graph is written
      generation-0007/   a finished store, with its seal

A build fills a new generation beside the live one and then replaces ``CURRENT``. After a crash at
any point the old graph is still live, and readers never wait for a writer.
"""

from __future__ import annotations

import fcntl
import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.store.seal import is_sealed

CURRENT: Final = "CURRENT"
LOCK: Final = "LOCK"
#: The folder of the documents that a running build has read.
READING: Final = "reading"
#: Prefix of the folder in which a copy is unpacked.
RESTORING: Final = ".restore-"
_NAME: Final = re.compile(r"generation-(\d{4,})")
_LOG: Final = logging.getLogger("aldkg")


def current_directory(path: Path) -> Path:
    """Return the directory of the live generation; if ``CURRENT`` is broken, the last intact one.

    Raises
    ------
    StoreError
        If there is no graph at ``path``.
    """
    found = live_generation(path)
    if found is None:
        raise StoreError(f"{path}: no graph here (build one with `aldkg build`)")
    return found


def live_generation(path: Path) -> Path | None:
    """Return the live generation; ``None`` if no build was ever finished here.

    Raises
    ------
    StoreError
        If it may not be read, or ``CURRENT`` is broken and no other generation is known to be
        intact.
    """
    name = _pointer(path)
    if name and _NAME.fullmatch(name) and (path / name).is_dir():
        return path / name
    whole = last_whole(path)
    if whole is not None:
        _tell_of_fallback(path, whole.name)
    elif name is not None:
        raise StoreError(
            f"{path}: the file {CURRENT} is damaged and no generation here is known to be intact: "
            "restore a copy with `aldkg store restore`, or remove this folder and build again"
        )
    return whole


def _pointer(path: Path) -> str | None:
    """Return the text of ``CURRENT``: ``""`` if it is not text, ``None`` if the file is missing."""
    try:
        return (path / CURRENT).read_bytes().decode("ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except PermissionError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror})") from error
    except (OSError, UnicodeDecodeError):
        return ""


def mend_pointer(path: Path, live: Path | None) -> None:
    """Write ``CURRENT`` again if it does not name the live generation."""
    if live is not None and _pointer(path) != live.name:
        switch(path, live.name)


@cache
def _tell_of_fallback(path: Path, name: str) -> None:
    """Warn once per process that readers use another generation than they should."""
    _LOG.warning(
        "%s: the file %s is missing or damaged; using the last intact generation, %s",
        path,
        CURRENT,
        name,
    )


def last_whole(path: Path, *, before: str | None = None) -> Path | None:
    """Return the last complete generation (before another one); ``None`` if there is none."""
    numbers = generations(path)
    limit = numbers[before] if before in numbers else max(numbers.values(), default=0) + 1
    whole = [name for name, at in numbers.items() if at < limit and is_sealed(path / name)]
    return path / max(whole, key=numbers.__getitem__) if whole else None


def generations(path: Path) -> dict[str, int]:
    """Return the number of every generation by its name, finished or not."""
    try:
        names = [entry.name for entry in path.iterdir() if entry.is_dir()]
    except OSError:
        return {}
    found = ((name, _NAME.fullmatch(name)) for name in names)
    return {name: int(match[1]) for name, match in found if match}


def next_generation(path: Path) -> Path:
    """Return the folder of the next generation."""
    return path / f"generation-{max(generations(path).values(), default=0) + 1:04}"


def switch(path: Path, name: str) -> None:
    """Make a generation the live one, in a single step for readers."""
    fresh = path / (CURRENT + ".new")
    with fresh.open("w", encoding="ascii") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path / CURRENT)


def keep_only(path: Path, *kept: Path | None) -> None:
    """Remove all generations except these, usually the live one and the one before it."""
    names = {one.name for one in kept if one is not None}
    for name in generations(path):
        if name not in names:
            shutil.rmtree(path / name, ignore_errors=True)


def sweep(path: Path, live: Path | None) -> None:
    """Remove the remains of killed builds: everything newer than the live generation."""
    numbers = generations(path)
    for name, number in numbers.items():
        if live is None or number > numbers[live.name]:
            shutil.rmtree(path / name, ignore_errors=True)
    (path / (CURRENT + ".new")).unlink(missing_ok=True)
    for unpacked in path.glob(RESTORING + "*"):
        shutil.rmtree(unpacked, ignore_errors=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Lock a store for writing; a new store is removed again if no generation was finished.

    Raises
    ------
    StoreError
        If ``path`` is not a store, cannot be written, or another build is writing.
    """
    existed = path.exists()
    _make_store(path)
    with _only_writer(path):
        try:
            yield
        finally:
            if not (path / CURRENT).exists():
                _unmake_store(path, existed=existed)


def _make_store(path: Path) -> None:
    try:
        if path.is_dir() and any(path.iterdir()) and not _is_store(path):
            raise StoreError(
                f"{path}: not a store and not empty, so it is not changed; name another folder"
            )
        path.mkdir(parents=True, exist_ok=True)
        (path / LOCK).touch()
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error


def _is_store(path: Path) -> bool:
    return (path / LOCK).exists() or last_whole(path) is not None


def _unmake_store(path: Path, *, existed: bool) -> None:
    """Remove the remains of a first build without a finished generation, except its documents."""
    if last_whole(path) is not None:  # only the pointer is lost
        return
    for name in generations(path):
        shutil.rmtree(path / name, ignore_errors=True)
    if (path / READING).exists():  # the next build continues from there
        return
    (path / LOCK).unlink(missing_ok=True)
    if not existed:
        path.rmdir()


@contextmanager
def _only_writer(path: Path) -> Iterator[None]:
    with (path / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(f"{path}: another build is writing to this graph") from error
        yield
