"""Unique document ids, made of the paths of the files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.errors import ReadError
from corpus.legible import legible_name

_SECOND_SUFFIX = re.compile(r"(?<=.)(?:\.grobid)?\.(?:tei|jats)$", re.IGNORECASE)
#: Folders that a reference manager makes for one document each: Zotero's ``storage/ABCD1234``, its
#: exports' ``files/123``, EndNote's ``PDF/0123456789``.
_OWN_FOLDER = re.compile(r"(?:^|/)(?:(?=[^/]*[A-Z])[A-Z0-9]{8}|(?:files|PDF)/\d+)$")


def document_id(path: Path) -> str:
    """Return the id that claims name a document by: the stem of its file.

    A folder that a reference manager made for this one document is part of the name, as hundreds of
    them hold a ``paper.pdf``.

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
    """Give each file an id that no other has, made of its own path alone.

    Files of one id in several folders are named by as many of their folders as tell them apart. Of
    those in one folder (``doe.pdf`` and ``doe.txt``) the first is taken, the others are problems.
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
    """Names for files of one name in several folders: the name after the last of their folders.

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
    """The files by id; an id may still be the stem of another file."""
    by_id: dict[str, Path] = {}
    for file in (file for file in files if file in named):
        if (other := by_id.setdefault(named[file], file)) != file:
            problems.append(ReadError(str(file), f"same document id {named[file]!r} as {other}"))
    return by_id
