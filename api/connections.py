"""Time limits on connections: closes those whose client sends or reads bytes too slowly.

uvicorn itself closes only connections that are idle between two requests. This module also limits
the seconds for the head of a request, for its body, and for each part of the answer that does not
fit into the buffers of the system. When too many connections are open, the one that has waited
longest for the head of a request is closed, so that idle connections cannot keep others out.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final, Literal

from uvicorn.protocols.http.auto import AutoHTTPProtocol

from api.settings import Settings

Phase = Literal["head", "body", "answer", "write"]

_TIMED_OUT: Final = (
    b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
)
_TOO_LONG: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n"
    b"connection: close\r\ncontent-length: 0\r\n\r\n"
)
_BEGINNING: Final = b"HTTP/1.1 "
_END_OF_HEAD: Final = b"\r\n\r\n"
#: The most bytes of the head of a request; the parser itself has no limit.
MAX_HEAD_BYTES: Final = 128_000


def bounded_protocol(settings: Settings) -> type[asyncio.Protocol]:
    """Return the protocol for ``uvicorn.Config(http=...)``, with the limits of the settings."""
    seconds = {
        "head": settings.header_seconds,
        "body": settings.body_seconds,
        "write": settings.body_seconds,
    }
    limits = {"seconds": seconds, "max_connections": settings.max_connections}
    return type("BoundedProtocol", (TimedProtocol,), limits)


class JoinedWrites:
    """A transport that sends the head of an answer together with the first part of its body.

    uvicorn writes them one after the other, and each write is a system call that wakes the client:
    a short answer takes a tenth longer in two parts. The head is held back only until the next step
    of the event loop, so that a slow body does not delay it.
    """

    def __init__(self, transport: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._head = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send data; hold back the head of an answer for a moment."""
        if self._head:
            head, self._head = self._head, b""
            self._transport.writelines((head, data))
        elif data.startswith(_BEGINNING):
            self._head = data
            self._loop.call_soon(self._flush)
        else:
            self._transport.write(data)

    def close(self) -> None:
        """Close the connection after sending what has been written."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        head, self._head = self._head, b""
        if head:
            self._transport.write(head)


class TimedProtocol(AutoHTTPProtocol):  # type: ignore[misc,valid-type]
    """An HTTP connection with a time limit for each phase that depends on the client.

    The time counts from the start of a phase: occasional bytes do not extend it.
    """

    #: Seconds for each phase that depends on the client.
    seconds: dict[str, float]
    max_connections: int

    def connection_made(self, transport: Any) -> None:
        """Start waiting for the head of the first request."""
        self._phase: Phase | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._head_bytes = 0
        super().connection_made(JoinedWrites(transport, self.loop))
        self._follow()
        # Further connections may arrive before an aborted one has gone, so those do not count.
        still_open = [one for one in self.connections if not one.transport.is_closing()]
        if len(still_open) > self.max_connections:
            self._make_room(still_open)

    def _make_room(self, still_open: list[Any]) -> None:
        waiting = [one for one in still_open if getattr(one, "_phase", None) == "head"]
        oldest = min(waiting, key=lambda one: one.since, default=self)
        oldest.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Pass on what the client sent; refuse a head that is too long.

        A long head may arrive complete in one piece, so its bytes are counted before it is parsed.
        """
        if self._phase == "head":
            end = data.find(_END_OF_HEAD)
            self._head_bytes += len(data) if end < 0 else end
            if self._head_bytes > MAX_HEAD_BYTES:
                self._refuse(_TOO_LONG)
                return
        super().data_received(data)
        self._follow()
        if self._phase != "head":
            self._head_bytes = 0

    def on_response_complete(self) -> None:
        """Start waiting for the next request."""
        super().on_response_complete()
        self._phase = None  # restarts the clock of the head in any case
        self._follow()

    def pause_writing(self) -> None:
        """Start waiting for the client to read what is in the buffer."""
        super().pause_writing()
        self._follow()

    def resume_writing(self) -> None:
        """Continue writing after the client has read enough."""
        super().resume_writing()
        self._follow()

    def timeout_keep_alive_handler(self) -> None:
        """Close the idle connection, and wait for the client to read the rest."""
        super().timeout_keep_alive_handler()
        self._follow()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        super().connection_lost(exc)
        if self._timer is not None:
            self._timer.cancel()

    def _follow(self) -> None:
        """Start the clock of the present phase, unless it is already running."""
        phase = self._present_phase()
        if phase == self._phase:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._phase, self.since = phase, self.loop.time()
        limit = self.seconds.get(phase)
        self._timer = self.loop.call_later(limit, self._expire) if limit else None

    def _present_phase(self) -> Phase:
        if self.flow.write_paused or self.transport.is_closing():
            return "write"
        if self.cycle is None or self.cycle.response_complete:
            return "head"
        return "body" if self.cycle.more_body else "answer"

    def _expire(self) -> None:
        """Send status 408 if no answer has begun; otherwise close the connection."""
        if self._phase == "write" or (self.cycle is not None and self.cycle.response_started):
            self.transport.abort()
            return
        self._refuse(_TIMED_OUT)

    def _refuse(self, answer: bytes) -> None:
        self.transport.write(answer)
        self.transport.close()
        self._follow()
