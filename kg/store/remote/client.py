"""Requests of the SPARQL 1.1 Protocol, with time-outs, retries, credentials and one-line errors.

References
----------
SPARQL 1.1 Protocol: https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Final

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.util import Retry

from kg.errors import QueryError, StoreError
from kg.store.location import Endpoint

#: Time limits in seconds to connect, for an answer, and for an update.
CONNECT_SECONDS, QUERY_SECONDS, UPDATE_SECONDS = 5.0, 120.0, 900.0
_ATTEMPTS: Final = 3
#: Status codes of a service that is busy or starting.
_BUSY: Final = (429, 502, 503, 504)
_SHOWN: Final = 300

#: Accepted formats: rows as JSON, triples as N-Triples or Turtle.
ACCEPT: Final = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8"


class Client:
    """A client of a SPARQL service; ``seconds`` is the longest silence during a query."""

    def __init__(self, endpoint: Endpoint, *, seconds: float = QUERY_SECONDS) -> None:
        self.endpoint = endpoint
        self._seconds = seconds
        self._session = requests.Session()
        self._session.auth = _credentials()
        self._session.trust_env = False  # ignore the user's proxies and .netrc
        token = os.environ.get("ALDKG_STORE_TOKEN")
        if token:
            self._session.headers["Authorization"] = f"Bearer {token}"
        retry = Retry(
            total=_ATTEMPTS,
            read=False,
            status_forcelist=_BUSY,
            allowed_methods=None,
            backoff_factor=0.2,
            raise_on_status=False,
        )
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def query(
        self, sparql: str, accept: str = ACCEPT, *, dataset: Sequence[tuple[str, str]] = ()
    ) -> requests.Response:
        """Send a query and return the response, whose body is not read yet.

        Parameters
        ----------
        sparql
            The query.
        accept
            The accepted formats of the answer.
        dataset
            Pairs of ``default-graph-uri`` or ``named-graph-uri`` with the IRI of a graph.

        Raises
        ------
        QueryError
            If the service rejects the query.
        StoreError
            If there is no answer.
        """
        try:
            response = self._session.post(
                self.endpoint.query,
                data=[("query", sparql), *dataset],
                headers={"Accept": accept},
                timeout=(CONNECT_SECONDS, self._seconds),
                stream=True,
                allow_redirects=False,
            )
            if response.status_code == 400:
                raise QueryError(_said(response))
        except requests.RequestException as error:
            raise self.failed(error) from error
        return self._checked(response)

    def update(self, sparql: str) -> None:
        """Send an update and wait until it is carried out.

        Raises
        ------
        StoreError
            If it is refused, or there is no answer; in that case it may have been carried out.
        """
        try:
            response = self._session.post(
                self.endpoint.update,
                data=sparql.encode(),
                headers={"Content-Type": "application/sparql-update; charset=utf-8"},
                timeout=(CONNECT_SECONDS, UPDATE_SECONDS),
                allow_redirects=False,
            )
        except requests.RequestException as error:
            raise self.failed(error) from error
        self._checked(response).close()

    def _checked(self, response: requests.Response) -> requests.Response:
        code = response.status_code
        if 200 <= code < 300:
            return response
        if code in (401, 403):
            cause = (
                f"refuses access ({code}): set ALDKG_STORE_USER and ALDKG_STORE_PASSWORD, "
                "or ALDKG_STORE_TOKEN"
            )
        elif code in (404, 405):
            place = response.url
            cause = (
                f"{place} does not take this request ({code}); name its path by ?query= or ?update="
            )
        elif code == 413:
            cause = "does not take a request of this size (413); lower ?triples="
        else:
            cause = f"answers {code}: {_said(response)}"
        raise StoreError(f"{self.endpoint}: {cause}")

    def failed(self, error: Exception) -> StoreError:
        """Return the error for a request without a complete answer."""
        match error:
            case requests.Timeout():
                cause = "did not answer in time"
            case requests.ConnectionError():
                cause = "cannot be reached (is the service running at this address?)"
            case _:
                cause = f"the answer broke off ({type(error).__name__})"
        return StoreError(f"{self.endpoint}: {cause}")

    def close(self) -> None:
        """Close the connection."""
        self._session.close()


_AUTHENTICATIONS: Final[dict[str, Callable[[str, str], AuthBase]]] = {
    "basic": HTTPBasicAuth,
    "digest": HTTPDigestAuth,
}


def _credentials() -> AuthBase | None:
    user, password = os.environ.get("ALDKG_STORE_USER"), os.environ.get("ALDKG_STORE_PASSWORD", "")
    if not user:
        return None
    way = os.environ.get("ALDKG_STORE_AUTH", "basic").casefold()
    if way not in _AUTHENTICATIONS:
        raise StoreError(f"ALDKG_STORE_AUTH: {way!r} is neither {' nor '.join(_AUTHENTICATIONS)}")
    return _AUTHENTICATIONS[way](user, password)


def _said(response: requests.Response) -> str:
    """Return the beginning of a service's error message, as one line."""
    text = " ".join(response.text.split())
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text or "no reason given"
