"""The only module that opens a connection: with pauses, retries and a cache on disk.

It follows the rules of the services: an address of the sender with each request, a pause between
two requests (the service's own limit, if it states one), growing waits after refusals or a wait of
``Retry-After``, and no request twice within :data:`KEPT`.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter
from requests_cache import CachedSession
from requests_cache.backends.sqlite import SQLiteCache
from urllib3.exceptions import InvalidHeader, ReadTimeoutError
from urllib3.response import BaseHTTPResponse
from urllib3.util.retry import Retry

from kg.enrich.fields import Json
from kg.enrich.model import Question
from kg.errors import ServiceError

#: How long an answer is cached; records seldom change.
KEPT: Final = timedelta(days=30)
#: Longest wait in seconds that a service may ask for; beyond it the request fails.
LONGEST_WAIT: Final = 120.0
#: Warnings of urllib3 print whole addresses, with keys; our own messages are enough.
logging.getLogger("urllib3.connectionpool").setLevel(logging.ERROR)
_BUSY: Final = (429, 500, 502, 503, 504)
_INTERVAL = re.compile(r"(\d+(?:\.\d+)?)\s*s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPolicy:
    """Retries and time limits of requests; times in seconds.

    ``attempts`` include the first one; ``pause`` is the time between two requests to one service,
    ``backoff`` the wait before the second attempt, which doubles before each further one.
    """

    attempts: int = 5
    pause: float = 0.35
    backoff: float = 1.0
    connect_timeout: float = 10.0
    read_timeout: float = 30.0


class Service:
    """One service: its address, and a session with a cache on disk. Use it in a ``with`` statement.

    Parameters
    ----------
    name
        The name of the service in messages.
    address
        The address before its paths, such as ``https://api.crossref.org``.
    agent
        The ``User-Agent``: program, version and an address of the sender.
    parameters
        Sent with each request; an ``api_key`` among them is kept out of the cache.
    cache
        Folder of the cache; it is made if it does not exist.
    is_fresh
        Whether to repeat requests whose answers are in the cache.

    Raises
    ------
    OSError
        If the folder of the cache cannot be made.
    ServiceError
        If the cache there cannot be used.
    """

    def __init__(
        self,
        name: str,
        address: str,
        *,
        agent: str,
        cache: Path,
        parameters: Mapping[str, str] | None = None,
        manners: RequestPolicy | None = None,
        is_fresh: bool = False,
    ) -> None:
        self.name = name
        self._address = address.rstrip("/")
        self._parameters = dict(parameters or {})
        self._manners = manners or RequestPolicy()
        self._is_fresh = is_fresh
        self._cache = cache / f"{name.lower()}.sqlite"
        cache.mkdir(parents=True, exist_ok=True)
        try:
            self._session = self._open(agent)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def __enter__(self) -> Service:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()  # type: ignore[no-untyped-call]  # and its cache with it

    def _open(self, agent: str) -> CachedSession:
        session = CachedSession(
            backend=SQLiteCache(self._cache, serializer="json"),
            expire_after=KEPT,
            allowable_codes=(200, 404),
            ignored_parameters=("mailto", "api_key"),
            filter_fn=_is_worth_keeping,
        )
        session.headers.update({"User-Agent": agent, "Accept": "application/json"})
        session.max_redirects = 5
        adapter = _Paced(self._manners)
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        return session

    def ask(self, question: Question) -> Json | None:
        """Return the answer to a request; ``None`` if the service does not find the work (404).

        Raises
        ------
        ServiceError
            If there is no answer, or it cannot be read.
        """
        try:
            response = self._session.get(
                f"{self._address}/{question.path}",
                params={**question.parameters, **self._parameters},
                timeout=(self._manners.connect_timeout, self._manners.read_timeout),
                force_refresh=self._is_fresh,
            )
        except requests.RequestException as error:
            raise self._error(_cause(error)) from error
        except _TooLongError as error:
            raise self._error(str(error)) from error
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        if response.status_code == 404:
            return None
        if response.status_code != 200:
            raise self._error(f"answered {response.status_code} {response.reason}".rstrip())
        answer = _json(response)
        if answer is None:
            kind = response.headers.get("Content-Type", "").partition(";")[0]
            raise self._error(f"gave an answer that is not JSON ({kind or 'no content type'})")
        return answer

    def _unusable(self, error: sqlite3.Error) -> ServiceError:
        return self._error(f"its cache {self._cache} cannot be used ({error})")

    def _error(self, cause: str) -> ServiceError:
        return ServiceError(f"{self.name}: {cause}")


class _Paced(HTTPAdapter):
    """Sends each request with a pause after the last one, and again after a refusal."""

    def __init__(self, manners: RequestPolicy) -> None:
        self._pause = manners.pause
        self._next = 0.0
        super().__init__(
            max_retries=_Patience(
                total=manners.attempts - 1,
                read=min(1, manners.attempts - 1),  # each of these attempts takes a whole timeout
                status_forcelist=_BUSY,
                allowed_methods={"GET"},
                backoff_factor=manners.backoff,
                raise_on_status=False,
            )
        )

    def send(self, *args: Any, **options: Any) -> requests.Response:
        time.sleep(max(0.0, self._next - time.monotonic()))
        response = super().send(*args, **options)
        self._next = time.monotonic() + max(self._pause, pause_of(response.headers))
        return response


class _Patience(Retry):
    """Waits for the time of ``Retry-After``, and fails if that is too long."""

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        try:
            seconds = super().get_retry_after(response)
        except InvalidHeader:
            return None
        if seconds is not None and seconds > LONGEST_WAIT:
            raise _TooLongError(f"asks to wait longer than {LONGEST_WAIT:.0f} s")
        return seconds


class _TooLongError(Exception):
    """A service asks for a wait that is longer than a run should take."""


def pause_of(headers: Mapping[str, str]) -> float:
    """Return the seconds between two requests that headers of Crossref ask for.

    >>> pause_of({"x-rate-limit-limit": "5", "x-rate-limit-interval": "1s"}), pause_of({})
    (0.2, 0.0)
    """
    limit = _INTERVAL.fullmatch(headers.get("x-rate-limit-limit", ""))
    interval = _INTERVAL.fullmatch(headers.get("x-rate-limit-interval", ""))
    if limit is None or interval is None or float(limit[1]) <= 0:
        return 0.0
    return min(float(interval[1]) / float(limit[1]), LONGEST_WAIT)


def _is_worth_keeping(response: requests.Response) -> bool:
    """Return whether to cache an answer: not a page of HTML or a truncated answer."""
    return response.status_code == 404 or _json(response) is not None


def _json(response: requests.Response) -> Json | None:
    try:
        answer = response.json()
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def _cause(error: requests.RequestException) -> str:
    reason = getattr(next(iter(error.args), None), "reason", None)  # why urllib3 gave up
    match error:
        case requests.Timeout():
            return "gave no answer in time"
        case requests.ConnectionError() if isinstance(reason, ReadTimeoutError):
            return "gave no answer in time"
        case requests.ConnectionError():
            return "cannot be reached"
        case requests.TooManyRedirects():
            return "redirects endlessly"
        case _:
            return f"gave no answer ({type(error).__name__})"
