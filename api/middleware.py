"""ASGI middleware for every request: safety headers, a limit on bodies, names of parameters."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import HttpError

#: Nothing but our own files is loaded, and no page of ours can be framed.
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
#: The same as ASGI has them; no answer of ours has any of them before.
ASGI_SECURITY_HEADERS = [
    (name.lower().encode(), value.encode()) for name, value in SECURITY_HEADERS.items()
]


class SecurityHeaders:
    """Adds the headers that keep a browser from doing more than our pages need."""

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
    """Answers HEAD as GET would, without the body."""

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
    """Takes ``max-temperature``, as the command line spells it, for ``max_temperature``.

    The parameters of the SPARQL protocol have dashes of their own.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http" and not scope["path"].startswith("/sparql"):
            # the same scope: the router leaves the route in it for those further out
            scope["query_string"] = _underscored(scope["query_string"])
        await self.app(scope, receive, send)


def _underscored(query: bytes) -> bytes:
    """The query of an address with the names of its parameters as our own are spelled.

    >>> _underscored(b"max-temperature=373-K&core=PbX")
    b'max_temperature=373-K&core=PbX'
    """
    if b"-" not in query:
        return query
    parts = (part.partition(b"=") for part in query.split(b"&"))
    return b"&".join(name.replace(b"-", b"_") + sign + value for name, sign, value in parts)


class BodyLimit:
    """Refuses request bodies of more than ``limit`` bytes, whether or not they say their length."""

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
