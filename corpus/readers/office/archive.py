"""The zip archive of an office document: its parts by name, with limits on what is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, cast

from corpus.errors import ReadError
from corpus.foreign import ZIP_DAMAGE
from corpus.limits import MAX_MARKUP_BYTES, MAX_OFFICE_BYTES, MAX_PARTS
from corpus.readers.markup.tree import Element, descendants, parse_xml


class Archive:
    """The parts of an office document.

    Raises
    ------
    ReadError
        If the data is not a zip archive, or has too many parts.
    """

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_DAMAGE as error:
            raise ReadError(source, "damaged or incomplete zip archive") from error
        self.names = frozenset(self._zip.namelist())
        self._left = MAX_OFFICE_BYTES
        if len(self._zip.infolist()) > MAX_PARTS:
            raise ReadError(source, f"zip archive of more than {MAX_PARTS:,} files")

    def part(self, name: str) -> bytes:
        """Return the bytes of a part, ``b""`` if there is none.

        The size stated in the archive is not trusted: reading stops at the limit.

        Raises
        ------
        ReadError
            If the part is damaged or encrypted, or if it exceeds a limit, alone or with the parts
            read before.
        """
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(MAX_MARKUP_BYTES + 1)
        except ZIP_DAMAGE as error:
            cause = "encrypted" if "encrypted" in str(error) else "damaged"
            raise ReadError(self.source, f"its part {name} is {cause}") from error
        if len(data) > MAX_MARKUP_BYTES:
            limit = MAX_MARKUP_BYTES // 1_000_000
            raise ReadError(self.source, f"its part {name} is larger than {limit} MB")
        self._left -= len(data)
        if self._left < 0:
            limit = MAX_OFFICE_BYTES // 1_000_000
            raise ReadError(self.source, f"its text has more than {limit} MB of XML")
        return data

    def tree(self, name: str) -> Element | None:
        """Return the root of a part in XML, ``None`` if there is no such part.

        Raises
        ------
        ReadError
            As :meth:`part`; or if the part is not XML, or declares a document type, which no office
            program does.
        """
        data = self.part(name)
        if not data:
            return None
        try:
            root = parse_xml(data, self.source)
        except ReadError as error:
            raise ReadError(
                self.source, f"its part {name} cannot be read: {error.cause}"
            ) from error
        if cast("Any", root.getroottree().docinfo).doctype:  # the stubs lack it
            raise ReadError(self.source, f"its part {name} declares a document type")
        return root

    def related(self, name: str) -> Mapping[str, str]:
        """Return the parts that a part refers to, by the last word of the type of relation.

        Relations lead from the part ``""`` to the document, and from there to its styles and notes.
        Targets outside the archive are left out.

        Raises
        ------
        ReadError
            As :meth:`tree`.
        """
        path = PurePosixPath(name)
        root = self.tree(str(path.parent / "_rels" / f"{path.name}.rels"))
        found: dict[str, str] = {}
        for relation in descendants(root, "relationship"):
            kind = (relation.get("Type") or "").rpartition("/")[2].lower()
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                place = target.lstrip("/") if target.startswith("/") else path.parent / target
                found.setdefault(kind, str(place))
        return found
