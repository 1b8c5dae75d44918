r"""Files that entries name, in the notations of reference managers, and the search for them.

==================  ==================================================================
Zotero              ``Full Text:files/12/doe.pdf:application/pdf;Snapshot:...``
Better BibTeX       ``/home/me/Zotero/storage/ABCD1234/doe.pdf``, several by ``;``
JabRef              ``:papers/doe.pdf:PDF``, with ``\:`` and ``\;`` in names
Mendeley            ``:C$\backslash$:/Users/me/doe.pdf:pdf``, ``:home/me/doe.pdf:pdf``
Papers              ``file://localhost/Users/me/doe.pdf``
BibDesk             a property list in Base64, with the path from the file of records
EndNote             ``internal-pdf://0123456789/doe.pdf``, in ``LIBRARY.Data/PDF``
==================  ==================================================================
"""

from __future__ import annotations

import base64
import plistlib
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

_BETWEEN = re.compile(r"(?<!\\);")
_PARTS = re.compile(r"(?<!\\):")
_ESCAPE = re.compile(r"\\([\\:;{}_&%#$])")
_DRIVE = re.compile(r"[A-Za-z]")
_REMOTE = re.compile(r"(?:https?|ftp|doi|zotero):", re.IGNORECASE)
_INTERNAL = "internal-pdf:"
#: The part after the last colon: a MIME type, or a program's name for the kind of file.
_KIND = re.compile(
    r"(?:application|audio|image|message|text|video)/[\w.+-]+|[A-Za-z][A-Za-z0-9 +]{0,24}|"
)
#: Beginnings of paths without a title before them.
_ROOTS = ("/", "~", ".", "\\\\")
#: The most trailing parts of a path that are looked for beside the file of records.
_DEEPEST = 6


def file_names(field: str) -> tuple[str, ...]:
    r"""Return the files that a ``file`` field names, without titles, kinds and web addresses.

    >>> file_names(
    ...     r"Full Text:files/12/a\;b.pdf:application/pdf;Snapshot:files/13/c.html:text/html"
    ... )
    ('files/12/a;b.pdf', 'files/13/c.html')
    >>> file_names(r":C\:/Users/me/doe.pdf:PDF"), file_names("storage/ABCD1234/doe.pdf")
    (('C:/Users/me/doe.pdf',), ('storage/ABCD1234/doe.pdf',))
    """
    found = (_name(part.strip()) for part in _BETWEEN.split(field))
    return tuple(dict.fromkeys(name for name in found if name))


def _name(part: str) -> str:
    if _REMOTE.match(part) or part.lower().startswith(("file:", _INTERNAL)):
        return local_name(part)
    parts = _PARTS.split(part)
    is_titled = not part.startswith(_ROOTS) and not _DRIVE.fullmatch(parts[0])
    path = part
    if len(parts) > 2 and _KIND.fullmatch(parts[-1].strip()):
        path = ":".join(parts[1:-1])
    elif len(parts) == 2 and _KIND.fullmatch(parts[1].strip()):
        path = parts[0]
    elif len(parts) == 2 and is_titled:
        path = parts[1]
    return local_name(_ESCAPE.sub(r"\1", path).strip())


def local_name(name: str) -> str:
    """Return the path of a single named file; ``""`` for an address on the network."""
    if name.lower().startswith("file:"):
        path = unquote(urlsplit(name).path)
        return path[1:] if re.match(r"/[A-Za-z]:", path) else path
    return "" if _REMOTE.match(name) else name


def bookmarked_name(bookmark: str) -> str:
    """Return the path in a BibDesk bookmark, or ``""``."""
    try:
        found = plistlib.loads(base64.b64decode("".join(bookmark.split()), validate=True))
    except (ValueError, KeyError, plistlib.InvalidFileException, OverflowError, IndexError):
        return ""
    path = found.get("relativePath", "") if isinstance(found, dict) else ""
    return path if isinstance(path, str) else ""


def find_file(name: str, records: Path) -> Path | None:
    """Return the path of an existing file with this name, or ``None``.

    The name is tried as given, relative to the folder of the file of records, and with its last
    folders only, in case the library was moved: ``/home/me/storage/ABCD1234/doe.pdf`` may now be
    ``storage/ABCD1234/doe.pdf``.
    """
    return next((path for path in _candidates(name, records) if _is_file(path)), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name longer than the system allows, or with a NUL in it
        return False


def _candidates(name: str, records: Path) -> Iterator[Path]:
    folder = records.parent
    if name.lower().startswith(_INTERNAL):
        inner = unquote(name[len(_INTERNAL) :].lstrip("/"))
        yield folder / f"{records.stem}.Data" / "PDF" / inner
        name = inner
    if name.startswith("~/"):
        yield Path.home() / name[2:]
    yield folder / name
    yield folder / unquote(name)
    slashed = name.replace("\\", "/")
    yield folder / slashed
    yield Path("/" + slashed)  # Mendeley leaves the first slash out
    parts = [part for part in PurePosixPath(slashed).parts if part not in ("/", "..", ".")]
    for start in range(max(0, len(parts) - _DEEPEST), len(parts)):
        yield folder.joinpath(*parts[start:])
