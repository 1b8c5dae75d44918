"""Files that are written as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, data: bytes) -> None:
    """Replace the content of a file; if writing fails, the old file stays as it was.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    with opened_whole(path) as out:
        out.write(data)


@contextmanager
def opened_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary file that replaces the target when the block ends without an error.

    Raises
    ------
    OSError
        If it cannot be written; the error names the file.
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
    """Add the file name to an OSError that lacks it, as errors on open files do (a full disk)."""
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
