"""Checkpoints of a build as document files, from which an interrupted build continues."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from corpus import ReadError
from kg.batch.diagnosis import Diagnosis
from kg.batch.extracting import Extracted, Order
from kg.batch.finding import Job, read_header
from kg.documents import is_document_file
from kg.documents.form import SUFFIX
from kg.errors import BuildError
from kg.files import write_whole
from kg.fingerprint import fingerprint
from kg.ledger import file_sha256

#: Suffixes of the files that accompany a document file: its diagnosis, and its text.
_LEFT = ".left.json"
_TEXT = ".text.z"


class Checkpoints:
    """The document files of a running build, in a folder that is removed once the graph is written.

    Parameters
    ----------
    folder
        Their folder; it is made when the first file is written.
    trusted
        Whether to use the files that an interrupted build left there.
    """

    def __init__(self, folder: Path, *, trusted: bool = True) -> None:
        self._folder = folder
        self._trusted = trusted

    def order(self, job: Job) -> Order:
        """Return the order for a file: read it, or use the existing document file."""
        if job.is_document:
            return Order(job=job, target=job.file, code=fingerprint(), is_there=True)
        target = document_file(self._folder, job)
        is_there = self._trusted and is_of(target, job)
        return Order(job=job, target=target, code=fingerprint(), is_there=is_there)

    def keep(self, order: Order, found: Extracted) -> None:
        """Write the result of an order.

        Raises
        ------
        BuildError
            If it cannot be written.
        """
        if not found.data:
            return
        diagnosis = json.dumps(asdict(found.summary.diagnosis), ensure_ascii=False)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _beside(order, _LEFT).write_text(diagnosis, encoding="utf-8")
            _beside(order, _TEXT).write_bytes(found.text)
            write_whole(order.target, found.data)
        except OSError as error:
            raise BuildError(f"{self._folder}: cannot be written ({error.strerror})") from error

    def diagnosis(self, order: Order) -> Diagnosis:
        """Return the diagnosis of a document that an interrupted build has read."""
        try:
            said = json.loads(_beside(order, _LEFT).read_text(encoding="utf-8"))
            chemicals, units = _pairs(said.pop("chemicals")), _pairs(said.pop("units"))
            return Diagnosis(chemicals=chemicals, units=units, **said)
        except (OSError, ValueError, KeyError, TypeError):
            return Diagnosis()

    def text(self, order: Order) -> Path | None:
        """Return the file with the text of a paper until its graph is made; ``None`` if none."""
        file = _beside(order, _TEXT)
        is_kept = not order.job.is_document and file.is_file() and file.stat().st_size > 0
        return file if is_kept else None

    def remove(self) -> None:
        """Remove all checkpoints; the graph has their content."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _beside(order: Order, suffix: str) -> Path:
    return order.target.with_suffix(suffix)


def _pairs(listed: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in listed)


def document_file(folder: Path, job: Job) -> Path:
    """Return the path of a job's document file in a folder."""
    return folder / f"{job.id}{SUFFIX}"


def is_of(target: Path, job: Job, *, quotes: bool = True) -> bool:
    """Return whether a file is the document file that the present code makes of a paper."""
    if not is_document_file(target):
        return False
    try:
        header = read_header(target)
    except ReadError:
        return False
    known = (header.document.id, header.document.sha256, header.code, not header.nonblank_sha256)
    return known == (job.id, file_sha256(job.file), fingerprint(), quotes)
