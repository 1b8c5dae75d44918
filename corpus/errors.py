"""Errors raised while a document is read."""

from __future__ import annotations

from ontology.errors import AldkgError


class ReadError(AldkgError):
    """A document that cannot be read; the message names the file and the cause.

    Parameters
    ----------
    source
        The file, as the user named it.
    cause
        One phrase without a full stop: ``"not UTF-8 (byte 0xff at 17)"``.
    """

    def __init__(self, source: str, cause: str) -> None:
        super().__init__(f"{source}: {cause}")
        self.source = source
        self.cause = cause
