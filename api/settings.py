"""The settings, read once: a flag overrides an ``ALDKG_*`` variable, which overrides the default.

Other modules take a :class:`Settings` as an argument instead of reading the environment.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_dir, user_data_dir

from ontology.errors import AldkgError

if TYPE_CHECKING:
    from kg.store import Location

#: Settings that must be greater than 0.
_POSITIVE = (
    "processes",
    "query_seconds",
    "short_seconds",
    "queue_seconds",
    "workers",
    "question_workers",
    "long_workers",
    "worker_memory_mb",
    "client_tasks",
    "client_seconds",
    "header_seconds",
    "body_seconds",
    "max_connections",
)


#: Settings of the whole service; each web process gets a share of them.
_SHARED = (
    *("workers", "question_workers", "long_workers", "spare_workers"),
    *("client_tasks", "max_connections", "answer_bytes"),
)


class SettingsError(AldkgError):
    """A setting that cannot be used: not a number, out of range."""


#: An address of a service or document: no blanks, no quotes, no angle brackets.
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def default_store() -> Path:
    """Return the default location of the graph, in the user's data folder of this system."""
    return Path(user_data_dir("ald-kg", appauthor=False)) / "graph"


def default_cache() -> Path:
    """Return the default folder for the cached answers of services."""
    return Path(user_cache_dir("ald-kg", appauthor=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run. Times are in seconds, memory in MiB, sizes in bytes.

    ``processes`` is the number of web processes, which share the workers, tasks, connections and
    cached bytes.

    ``query_seconds`` limits a query or question from its start to the last byte of its answer. Of
    those that take at most ``short_seconds``, ``workers`` SPARQL queries and ``question_workers``
    questions run at once; of longer ones, ``long_workers``. A client may have ``client_tasks`` of
    them running or waiting. It may use ``client_seconds`` of worker time in a burst, and one second
    per second after that. A client is identified by its address or, behind a proxy, by the last
    value of the header ``client_header``.

    ``max_page`` limits the items on a page of the JSON API, ``max_rows`` the rows on an HTML page,
    ``max_result_bytes`` an answer and ``max_query_bytes`` a question. Answers are cached, up to
    ``answer_bytes`` in all. ``base_url`` is the public address of the service, with a final slash;
    without it, descriptions state no address. ``license`` is the IRI of the licence of the graph;
    without it, descriptions state that of the bundled corpus.

    A client has ``header_seconds`` to send the head of a request, ``body_seconds`` to send the
    body, and ``body_seconds`` to read each part of the answer. At most ``max_connections`` are open
    at once. Each request is logged as a line of JSON in the file ``access_log``, or on standard
    error if that is ``-``.

    ``aldkg enrich`` sends the mail address ``mailto`` to the services at ``crossref_url`` and
    ``openalex_url``, and ``openalex_key`` to OpenAlex; it caches their answers in the folder
    ``cache``.

    Decisions on claims are stored in the file ``decisions``, by default beside the graph. Each line
    of the file ``curators`` names a person who may decide; ``curator`` is one such line. Without
    either, nobody may decide.
    """

    store: Location
    host: str = "127.0.0.1"
    port: int = 8000
    processes: int = 1
    query_seconds: float = 10.0
    short_seconds: float = 0.5
    workers: int = 2
    question_workers: int = 2
    long_workers: int = 2
    spare_workers: int = 1
    worker_memory_mb: int = 2048
    queue_seconds: float = 5.0
    client_tasks: int = 8
    client_seconds: float = 60.0
    client_header: str = ""
    header_seconds: float = 10.0
    body_seconds: float = 30.0
    max_connections: int = 500
    access_log: str = ""
    max_page: int = 200
    max_rows: int = 500
    max_result_bytes: int = 64_000_000
    answer_bytes: int = 64_000_000
    max_query_bytes: int = 500_000
    base_url: str = ""
    license: str = ""
    mailto: str = ""
    crossref_url: str = "https://api.crossref.org"
    openalex_url: str = "https://api.openalex.org"
    openalex_key: str = field(default="", repr=False)
    cache: Path = field(default_factory=default_cache)
    decisions: Path | None = None
    curators: Path | None = None
    curator: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise SettingsError(f"port {self.port} is not between 0 and 65535")
        for name in _POSITIVE:
            value = getattr(self, name)
            if not (math.isfinite(value) and value > 0):
                raise SettingsError(f"{name} must be more than 0, not {value}")
        for name in ("base_url", "license", "crossref_url", "openalex_url"):
            address = getattr(self, name)
            if address and not _ADDRESS.fullmatch(address):
                raise SettingsError(f"{name} is not an http address: {address!r}")
        if self.base_url and not self.base_url.endswith("/"):
            raise SettingsError(f"base_url must end with a slash, unlike {self.base_url!r}")

    @property
    def decision_log(self) -> Path | None:
        """The file of decisions; ``None`` if none is given and the graph is in a remote store."""
        from kg.curation.log import log_beside

        if self.decisions is not None:
            return self.decisions
        return log_beside(self.store) if isinstance(self.store, Path) else None

    def share(self) -> Settings:
        """Return the settings of one web process: its share of the common limits, rounded up.

        >>> Settings(store=Path("graph"), processes=3, client_tasks=8).share().client_tasks
        3
        """
        parts = {name: math.ceil(getattr(self, name) / self.processes) for name in _SHARED}
        seconds = self.client_seconds / self.processes
        return replace(self, client_seconds=seconds, **parts)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from the environment.

        Parameters
        ----------
        environ
            Variable -> value; ``None`` means the environment of the process. Only the variables in
            :data:`VARIABLES` are read; an empty value counts as unset.

        Raises
        ------
        SettingsError
            If a value is not a number or out of range; the message names the variable.
        """
        given = os.environ if environ is None else environ
        values = {
            field: _READERS[kind](name, given[name])
            for name, (field, kind) in VARIABLES.items()
            if given.get(name)
        }
        return cls(**{"store": default_store(), **values})

    def with_flags(self, **flags: Location | str | int | float | None) -> Settings:
        """Return a copy of the settings, changed by those flags that are not ``None``.

        Raises
        ------
        SettingsError
            If a value is out of range.
        """
        return replace(self, **{k: v for k, v in flags.items() if v is not None})  # type: ignore[arg-type]


#: Variable -> the field that it sets, and the format of its text.
VARIABLES: Mapping[str, tuple[str, str]] = {
    "ALDKG_STORE": ("store", "store"),
    "ALDKG_HOST": ("host", "text"),
    "ALDKG_PORT": ("port", "whole"),
    "ALDKG_PROCESSES": ("processes", "whole"),
    "ALDKG_QUERY_SECONDS": ("query_seconds", "number"),
    "ALDKG_SHORT_SECONDS": ("short_seconds", "number"),
    "ALDKG_WORKERS": ("workers", "whole"),
    "ALDKG_QUESTION_WORKERS": ("question_workers", "whole"),
    "ALDKG_LONG_WORKERS": ("long_workers", "whole"),
    "ALDKG_CLIENT_TASKS": ("client_tasks", "whole"),
    "ALDKG_CLIENT_SECONDS": ("client_seconds", "number"),
    "ALDKG_CLIENT_HEADER": ("client_header", "text"),
    "ALDKG_HEADER_SECONDS": ("header_seconds", "number"),
    "ALDKG_BODY_SECONDS": ("body_seconds", "number"),
    "ALDKG_MAX_CONNECTIONS": ("max_connections", "whole"),
    "ALDKG_ACCESS_LOG": ("access_log", "text"),
    "ALDKG_WORKER_MEMORY_MB": ("worker_memory_mb", "whole"),
    "ALDKG_MAX_ROWS": ("max_rows", "whole"),
    "ALDKG_MAX_RESULT_BYTES": ("max_result_bytes", "whole"),
    "ALDKG_ANSWER_BYTES": ("answer_bytes", "whole"),
    "ALDKG_BASE_URL": ("base_url", "address"),
    "ALDKG_LICENSE": ("license", "address"),
    "ALDKG_MAILTO": ("mailto", "text"),
    "ALDKG_CROSSREF_URL": ("crossref_url", "address"),
    "ALDKG_OPENALEX_URL": ("openalex_url", "address"),
    "ALDKG_OPENALEX_KEY": ("openalex_key", "text"),
    "ALDKG_CACHE": ("cache", "path"),
    "ALDKG_DECISIONS": ("decisions", "path"),
    "ALDKG_CURATORS": ("curators", "path"),
    "ALDKG_CURATOR": ("curator", "text"),
}


def _integer(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise SettingsError(f"{name}: {text!r} is not a whole number") from None


def _number(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise SettingsError(f"{name}: {text!r} is not a number") from None


def _store(_: str, text: str) -> Location:
    from kg.store import locate

    return locate(text)


_READERS: Mapping[str, Callable[[str, str], Any]] = {
    "path": lambda _, text: Path(text),
    "store": _store,
    "text": lambda _, text: text,
    "address": lambda _, text: text,
    "whole": _integer,
    "number": _number,
}


def package_version() -> str:
    """Return the version of ald-kg; ``"0"`` if it was never installed."""
    try:
        return version("ald-kg")
    except PackageNotFoundError:
        return "0"
