"""Authentication of requests: a token in a header, or a signed cookie with a form of this site.

A browser signs in once with its token and gets a cookie that no script can read and no other site
can send. Every form carries a code made from that cookie, so that pages of other sites cannot
submit it. The key of both is made when the service starts, so everybody signs in again after a
restart.

References
----------
OWASP, Cross-Site Request Forgery Prevention: HMAC-based token, SameSite cookie, fetch metadata.
"""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass, field
from typing import Final

from fastapi import Request, Response

from api.curation.curators import Curators
from api.errors import HttpError
from api.workers.asking import client_of
from api.workers.quota import Quota

#: Seconds for which a cookie is valid.
_LASTS: Final = 8 * 3600
_COOKIE: Final = "aldkg_curator"
#: Failed sign-ins that a client may make in a row, and seconds until one more is allowed.
_FAILURES, _FAILURE_SECONDS = 5, 12
#: Decisions that a client may make in a row; after that, one per second is allowed.
_DECISIONS: Final = 60
#: Values of ``Sec-Fetch-Site`` for requests from a page of this site or from its user.
_OWN_SITE: Final = frozenset({"", "same-origin", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A person who may decide; with a cookie, each form must carry ``code``."""

    name: str
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Access:
    """Identifies visitors by token or cookie, and limits sign-ins and decisions per client."""

    curators: Curators
    is_secure: bool = False
    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    failures: Quota = field(
        default_factory=lambda: Quota(tasks=1000, seconds=_FAILURES * _FAILURE_SECONDS)
    )
    writes: Quota = field(default_factory=lambda: Quota(tasks=1000, seconds=_DECISIONS))

    def visitor(self, request: Request) -> Visitor | None:
        """Return the curator who is signed in; ``None`` if nobody is."""
        sealed = request.cookies.get(self._cookie(request), "")
        payload, _, signature = sealed.rpartition(".")
        if not payload or not _is_same(signature, self._sign("cookie", payload)):
            return None
        name, _, until = payload.rpartition(".")
        known = bytes.fromhex(name).decode()
        if int(until) < time.time() or not self.curators.is_known(known):
            return None
        return Visitor(name=known, code=self._sign("form", sealed))

    def check_token(self, request: Request, token: str) -> str:
        """Return the name of the owner of a token.

        Raises
        ------
        HttpError
            401 if nobody owns it, 429 if this client has tried too often.
        """
        client = client_of(request)
        with self.failures.admit(client):
            name = self.curators.name_of(token)
        if not name:
            self.failures.charge(client, _FAILURE_SECONDS)
            raise HttpError(401, "unknown token", headers={"WWW-Authenticate": "Bearer"})
        return name

    def writer(self, request: Request, code: str = "") -> str:
        """Return the name of the person who decides with this request.

        Parameters
        ----------
        request
            The request, with a token in its header ``Authorization`` or with a cookie.
        code
            The code that its form carries; it is needed with a cookie.

        Raises
        ------
        HttpError
            401 without a token or cookie, 403 if the form is not from this site or the service is
            read-only, 429 if this client decides too fast.
        """
        self.require_open()
        client = client_of(request)
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            name = self.check_token(request, token.strip())
        else:
            name = self._by_cookie(request, code)
        with self.writes.admit(client):
            self.writes.charge(client, 1)
        return name

    def require_open(self) -> None:
        """Refuse a decision on a read-only service.

        Raises
        ------
        HttpError
            403 if the service is read-only.
        """
        if not self.curators:
            raise HttpError(403, "this service is read-only and takes no decisions on claims")

    def _by_cookie(self, request: Request, code: str) -> str:
        visitor = self.visitor(request)
        if visitor is None:
            headers = {"WWW-Authenticate": "Bearer"}
            raise HttpError(401, "sign in with your token first", headers=headers)
        is_own = request.headers.get("sec-fetch-site", "") in _OWN_SITE
        if not is_own or not _is_same(code, visitor.code):
            raise HttpError(
                403, "this form belongs to another visit; load the page and send it again"
            )
        return visitor.name

    def sign_in(self, request: Request, response: Response, name: str) -> None:
        """Set the cookie of a person whose token is valid."""
        who = name.encode().hex()
        payload = f"{who}.{int(time.time()) + _LASTS}"
        response.set_cookie(
            self._cookie(request),
            f"{payload}.{self._sign('cookie', payload)}",
            max_age=_LASTS,
            httponly=True,
            samesite="strict",
            secure=self._is_secure(request),
        )

    def sign_out(self, request: Request, response: Response) -> None:
        """Remove the cookie."""
        response.delete_cookie(
            self._cookie(request), httponly=True, samesite="strict", secure=self._is_secure(request)
        )

    def _cookie(self, request: Request) -> str:
        return f"__Host-{_COOKIE}" if self._is_secure(request) else _COOKIE

    def _is_secure(self, request: Request) -> bool:
        return self.is_secure or request.url.scheme == "https"

    def _sign(self, purpose: str, text: str) -> str:
        return hmac.digest(self.key, f"{purpose}:{text}".encode(), "sha256").hex()


def _is_same(one: str, other: str) -> bool:
    """Return whether two codes are equal, in a time that does not depend on them."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
