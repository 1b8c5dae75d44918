"""Files that are written as a whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes in place of a file, as a whole or not at all.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".new", delete=False) as draft:
        try:
            draft.write(data)
            draft.flush()
            os.replace(draft.name, path)
        except OSError:
            os.unlink(draft.name)
            raise
    path.chmod(0o666 & ~_umask())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
