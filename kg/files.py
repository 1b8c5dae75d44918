"""Files that are written as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes in place of a file; a failure on the way leaves the old file as it was.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    with opened_whole(path) as out:
        out.write(data)


@contextmanager
def opened_whole(path: Path) -> Iterator[BinaryIO]:
    """Open what takes the place of a file when the block ends well.

    Raises
    ------
    OSError
        If it cannot be written; it names the file.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        error.filename = str(path)
        raise
    draft = Path(name)
    try:
        draft.chmod(0o666 & ~_umask())
        with naming(str(path)), os.fdopen(handle, "wb") as out:
            yield out
        draft.replace(path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Let an error name the file: the system does not once a file is open, as on a full disk."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = name
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
