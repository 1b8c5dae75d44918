"""Unique document ids, derived from the paths of the files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.errors import ReadError
from corpus.legible import legible_name

_SECOND_SUFFIX = re.compile(r"(?<=.)(?:\.grobid)?\.(?:tei|jats)$", re.IGNORECASE)
#: Folders that a reference manager creates for a single document: Zotero's ``storage/ABCD1234``,
#: ``files/123`` in its exports, EndNote's ``PDF/0123456789``.
_OWN_FOLDER = re.compile(r"(?:^|/)(?:(?=[^/]*[A-Z])[A-Z0-9]{8}|(?:files|PDF)/\d+)$")


def document_id(path: Path) -> str:
    """Return the id by which claims refer to a document: the stem of its file name.

    If a reference manager created the folder for this one document, the folder name is part of the
    id, because hundreds of such folders may each hold a ``paper.pdf``.

    >>> document_id(Path("doe.2011.txt")), document_id(Path("doe.grobid.tei.xml"))
    ('doe.2011', 'doe')
    >>> document_id(Path("Zotero/storage/ABCD1234/paper.pdf"))
    'ABCD1234-paper'
    """
    stem = _SECOND_SUFFIX.sub("", path.stem) if path.suffix.lower() == ".xml" else path.stem
    folder = path.absolute().parent
    is_own = _OWN_FOLDER.search(folder.as_posix()) is not None
    return legible_name(f"{folder.name}-{stem}" if is_own else stem)


def name_documents(files: Sequence[Path]) -> tuple[dict[str, Path], list[ReadError]]:
    """Assign each file a unique id that depends only on paths; return files by id, and problems.

    Files with the same id in several folders are prefixed with the shortest tail of folder names
    that distinguishes them. Of files with the same id in one folder (``doe.pdf`` and ``doe.txt``)
    the first is taken, and the others are reported as problems.
    """
    alike: defaultdict[str, list[Path]] = defaultdict(list)
    for file in files:
        alike[document_id(file)].append(file)
    named: dict[Path, str] = {}
    problems: list[ReadError] = []
    for name, group in alike.items():
        first: dict[Path, Path] = {}
        for file in group:
            if (other := first.setdefault(file.absolute().parent, file)) != file:
                problems.append(ReadError(str(file), f"same document id {name!r} as {other}"))
        named.update(zip(first.values(), tell_apart(name, list(first)), strict=True))
    return _each_once(files, named, problems), problems


def tell_apart(name: str, folders: Sequence[Path]) -> list[str]:
    """Return a name for ``name`` in each folder: the last folder names, then ``name``.

    >>> tell_apart("doe", [Path("/a/2019"), Path("/a/2020")])
    ['2019-doe', '2020-doe']
    """
    if len(folders) == 1:
        return [name]
    for depth in range(1, max(len(folder.parts) for folder in folders) + 1):
        tails = ["-".join(folder.parts[-depth:]).replace("/", "") for folder in folders]
        if len(set(tails)) == len(tails):
            break
    return [f"{tail}-{name}" for tail in tails]


def _each_once(
    files: Sequence[Path], named: Mapping[Path, str], problems: list[ReadError]
) -> dict[str, Path]:
    """Return the files by id; report a file whose id another file already has."""
    by_id: dict[str, Path] = {}
    for file in (file for file in files if file in named):
        if (other := by_id.setdefault(named[file], file)) != file:
            problems.append(ReadError(str(file), f"same document id {named[file]!r} as {other}"))
    return by_id
