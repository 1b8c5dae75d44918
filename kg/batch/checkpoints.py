"""Checkpoints of a build as document files, from which an interrupted build goes on."""

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

#: Suffixes of the files beside a document file: its diagnosis, and its text.
_LEFT = ".left.json"
_TEXT = ".text.z"


class Checkpoints:
    """The document files of a build under way, in a folder that goes when the graph is written.

    Parameters
    ----------
    folder
        Where they stand; made when there is something to put in.
    trusted
        Whether what an ended build left there is used.
    """

    def __init__(self, folder: Path, *, trusted: bool = True) -> None:
        self._folder = folder
        self._trusted = trusted

    def order(self, job: Job) -> Order:
        """The task for a file: reading it, unless that was done already."""
        if job.is_document:
            return Order(job=job, target=job.file, code=fingerprint(), is_there=True)
        target = document_file(self._folder, job)
        is_there = self._trusted and is_of(target, job)
        return Order(job=job, target=target, code=fingerprint(), is_there=is_there)

    def keep(self, order: Order, found: Extracted) -> None:
        """Keep what was read.

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
        """The diagnosis of a document that an interrupted build has read."""
        try:
            said = json.loads(_beside(order, _LEFT).read_text(encoding="utf-8"))
            chemicals, units = _pairs(said.pop("chemicals")), _pairs(said.pop("units"))
            return Diagnosis(chemicals=chemicals, units=units, **said)
        except (OSError, ValueError, KeyError, TypeError):
            return Diagnosis()

    def text(self, order: Order) -> Path | None:
        """The file with the text of a paper until its graph is written, if it has one."""
        file = _beside(order, _TEXT)
        is_kept = not order.job.is_document and file.is_file() and file.stat().st_size > 0
        return file if is_kept else None

    def remove(self) -> None:
        """Remove them all: the graph has what they hold."""
        shutil.rmtree(self._folder, ignore_errors=True)


def _beside(order: Order, suffix: str) -> Path:
    return order.target.with_suffix(suffix)


def _pairs(listed: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in listed)


def document_file(folder: Path, job: Job) -> Path:
    """The document file of a job in a folder."""
    return folder / f"{job.id}{SUFFIX}"


def is_of(target: Path, job: Job, *, quotes: bool = True) -> bool:
    """Whether a file is the one that the present code makes of a paper."""
    if not is_document_file(target):
        return False
    try:
        header = read_header(target)
    except ReadError:
        return False
    known = (header.document.id, header.document.sha256, header.code, not header.nonblank_sha256)
    return known == (job.id, file_sha256(job.file), fingerprint(), quotes)
