"""The curators who may decide on claims: one line each, with the hash of a token.

A token consists of 256 random bits, so its unsalted SHA-256 reveals nothing about it. The token
itself is shown once and stored nowhere.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from api.settings import Settings, SettingsError
from kg.curation.decision import MAX_NAME

_LINE: Final = re.compile(r"(?P<name>[^\t#][^\t]*)\tsha256:(?P<hash>[0-9a-f]{64})")


def new_token() -> str:
    """Return a random token."""
    return secrets.token_urlsafe(32)


def line_of(name: str, token: str) -> str:
    """Return the line of a curator, without the line end.

    Raises
    ------
    SettingsError
        If the name is not allowed in a line.
    """
    line = f"{name.strip()}\tsha256:{_digest(token)}"
    if not _LINE.fullmatch(line) or len(name) > MAX_NAME:
        raise SettingsError(f"{name!r}: a name is one line of at most {MAX_NAME} characters")
    return line


class Curators:
    """The people who may decide on claims.

    Parameters
    ----------
    hashes
        The SHA-256 of a token in hexadecimal digits -> the name of its owner.
    """

    def __init__(self, hashes: Mapping[str, str]) -> None:
        self._hashes = dict(hashes)

    def __bool__(self) -> bool:
        return bool(self._hashes)

    def name_of(self, token: str) -> str:
        """Return the owner of a token, or ``""``; takes the same time for any token."""
        given, found = _digest(token), ""
        for digest, name in self._hashes.items():
            if hmac.compare_digest(given, digest):
                found = name
        return found

    def is_known(self, name: str) -> bool:
        """Return whether a person with this name may decide."""
        return name in self._hashes.values()


def read_curators(settings: Settings) -> Curators:
    """Read the curators that the settings name.

    Raises
    ------
    SettingsError
        If the file cannot be read, or a line is malformed; the message names file and line.
    """
    hashes: dict[str, str] = {}
    for place, line in _lines(settings):
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise SettingsError(f"{place}: not a name, a tab and sha256:HASH")
        hashes[match["hash"]] = match["name"].strip()
    return Curators(hashes)


def _lines(settings: Settings) -> list[tuple[str, str]]:
    found = [("ALDKG_CURATOR", settings.curator)] if settings.curator else []
    if settings.curators is not None:
        try:
            text = settings.curators.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{settings.curators}: cannot be read ({error})") from error
        found += [(f"{settings.curators}, line {n}", t) for n, t in enumerate(text.split("\n"), 1)]
    return [(place, line) for place, line in found if line.strip() and not line.startswith("#")]


def add_curator(path: Path, name: str) -> str:
    """Add a person to a file of curators, and return the new token.

    Raises
    ------
    SettingsError
        If the name is not allowed, or the file cannot be written.
    """
    token = new_token()
    line = line_of(name, token)
    try:
        path.touch(mode=0o600, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    except OSError as error:
        raise SettingsError(f"{path}: cannot be written ({error.strerror})") from error
    return token


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
