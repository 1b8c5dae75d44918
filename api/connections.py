"""Time limits on connections: clients that send or take bytes too slowly lose theirs.

uvicorn ends a connection that is idle between two requests, and no other. Here a client has so many
seconds for the head of a request, for its body, and for each part of the answer that does not fit
into the buffers of the system. When too many connections are open, the one that has waited longest
for the head of a request makes room, so that no number of idle ones keeps others out.
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
    """Return the protocol that ``uvicorn.Config(http=...)`` takes, with the limits of settings."""
    seconds = {
        "head": settings.header_seconds,
        "body": settings.body_seconds,
        "write": settings.body_seconds,
    }
    limits = {"seconds": seconds, "max_connections": settings.max_connections}
    return type("BoundedProtocol", (TimedProtocol,), limits)


class JoinedWrites:
    """A transport that sends the head of an answer together with the first part of its body.

    uvicorn writes them one after the other, and each write is a call of the system that wakes the
    client: a short answer takes a tenth longer in two parts. The head waits until the event loop
    comes to its next step and no longer, so that a slow body does not delay it.
    """

    def __init__(self, transport: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._head = b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send data, or keep it for a moment if an answer begins with it."""
        if self._head:
            head, self._head = self._head, b""
            self._transport.writelines((head, data))
        elif data.startswith(_BEGINNING):
            self._head = data
            self._loop.call_soon(self._flush)
        else:
            self._transport.write(data)

    def close(self) -> None:
        """Close the connection after what has been written."""
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        head, self._head = self._head, b""
        if head:
            self._transport.write(head)


class TimedProtocol(AutoHTTPProtocol):  # type: ignore[misc,valid-type]
    """An HTTP connection whose client is waited for only so long.

    The time of a phase runs from its beginning: a byte now and then does not prolong it.
    """

    #: Seconds for each phase that depends on the client.
    seconds: dict[str, float]
    max_connections: int

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the head of the first request."""
        self._phase: Phase | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._head_bytes = 0
        super().connection_made(JoinedWrites(transport, self.loop))
        self._follow()
        # Several are made before the first one that was aborted is gone.
        still_open = [one for one in self.connections if not one.transport.is_closing()]
        if len(still_open) > self.max_connections:
            self._make_room(still_open)

    def _make_room(self, still_open: list[Any]) -> None:
        waiting = [one for one in still_open if getattr(one, "_phase", None) == "head"]
        oldest = min(waiting, key=lambda one: one.since, default=self)
        oldest.transport.abort()

    def data_received(self, data: bytes) -> None:
        """Take what the client sent; refuse a head that has no end.

        A long head may come with its end in one piece, so its bytes are counted before it is read.
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
        """Begin to wait for the next request."""
        super().on_response_complete()
        self._phase = None  # a new head, whatever came before
        self._follow()

    def pause_writing(self) -> None:
        """Begin to wait for the client to take what is in the buffer."""
        super().pause_writing()
        self._follow()

    def resume_writing(self) -> None:
        """Go on: the client has taken enough."""
        super().resume_writing()
        self._follow()

    def timeout_keep_alive_handler(self) -> None:
        """Close the idle connection, and wait for the client to take what is left."""
        super().timeout_keep_alive_handler()
        self._follow()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        super().connection_lost(exc)
        if self._timer is not None:
            self._timer.cancel()

    def _follow(self) -> None:
        """Start the clock of the phase that the connection is in, unless it runs already."""
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
        """Answer 408 if no answer has begun; else close the connection."""
        if self._phase == "write" or (self.cycle is not None and self.cycle.response_started):
            self.transport.abort()
            return
        self._refuse(_TIMED_OUT)

    def _refuse(self, answer: bytes) -> None:
        self.transport.write(answer)
        self.transport.close()
        self._follow()
