"""ASGI middleware for every request: security headers, a body limit, names of parameters."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import HttpError

#: Pages load only files of this site, and no other site can frame them.
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
#: The same headers in the form of ASGI; no answer sets any of them itself.
ASGI_SECURITY_HEADERS = [
    (name.lower().encode(), value.encode()) for name, value in SECURITY_HEADERS.items()
]


class SecurityHeaders:
    """Adds headers that forbid a browser everything that the pages do not need."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *ASGI_SECURITY_HEADERS]
            await send(message)

        await self.app(scope, receive, send_with_headers)


class HeadAsGet:
    """Answers HEAD like GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_without_body)


class DashedParameters:
    """Accepts ``max-temperature``, the spelling of the command line, for ``max_temperature``.

    The parameters of the SPARQL protocol keep their dashes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http" and not scope["path"].startswith("/sparql"):
            # changed in place: outer middleware reads the route that the router stores in the scope
            scope["query_string"] = _underscored(scope["query_string"])
        await self.app(scope, receive, send)


def _underscored(query: bytes) -> bytes:
    """Return the query of an address with underscores in the names of its parameters.

    >>> _underscored(b"max-temperature=373-K&core=PbX")
    b'max_temperature=373-K&core=PbX'
    """
    if b"-" not in query:
        return query
    parts = (part.partition(b"=") for part in query.split(b"&"))
    return b"&".join(name.replace(b"-", b"_") + sign + value for name, sign, value in parts)


class BodyLimit:
    """Refuses request bodies of more than ``limit`` bytes, with or without a stated length."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seen = 0

        async def receive_within_limit() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                raise HttpError(413, f"the request has more than {self.limit} bytes")
            return message

        await self.app(scope, receive_within_limit, send)
