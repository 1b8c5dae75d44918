"""The destination of the access log; :mod:`api.telemetry` writes its lines."""

from __future__ import annotations

import logging
import sys
from logging.handlers import WatchedFileHandler
from typing import Final

from api.settings import Settings, SettingsError

ACCESS: Final = logging.getLogger("api.access")


def log_access(settings: Settings) -> None:
    """Send the log line of each request to the file or stream that the settings name, if any.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    if not settings.access_log:
        return
    handler = _handler(settings.access_log)
    handler.setFormatter(logging.Formatter("%(message)s"))
    ACCESS.addHandler(handler)
    ACCESS.setLevel(logging.INFO)
    ACCESS.propagate = False


def _handler(name: str) -> logging.Handler:
    if name == "-":
        return logging.StreamHandler(sys.stderr)
    try:
        return WatchedFileHandler(name)  # reopens the file after the system has rotated it
    except OSError as error:
        raise SettingsError(
            f"ALDKG_ACCESS_LOG: {name} cannot be written ({error.strerror})"
        ) from error
