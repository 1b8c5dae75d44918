"""Messages over the sockets between the service and its workers.

A frame consists of the length of a JSON object, the length of a body, the object and the body.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

#: A message and its body.
Frame = tuple[Mapping[str, Any], bytes]

_LENGTHS = struct.Struct("<II")
_NOBODY = "the worker is gone"


def encode(message: Mapping[str, Any], body: bytes = b"") -> bytes:
    """Return the frame of a message."""
    encoded = json.dumps(message).encode()
    return _LENGTHS.pack(len(encoded), len(body)) + encoded + body


def send(connection: socket.socket, message: Mapping[str, Any], body: bytes = b"") -> None:
    """Send a message over a blocking socket."""
    connection.sendall(encode(message, body))


def receive(connection: socket.socket, read: bytes = b"") -> Frame | None:
    """Return the next message of a blocking socket with its body; ``None`` when it is closed.

    Parameters
    ----------
    connection
        The socket.
    read
        The first bytes of the message if they were already read.
    """
    lengths = _exactly(connection, _LENGTHS.size, read)
    if lengths is None:
        return None
    header, body = _LENGTHS.unpack(lengths)
    both = _exactly(connection, header + body)
    return None if both is None else (json.loads(both[:header]), both[header:])


def _exactly(connection: socket.socket, size: int, read: bytes = b"") -> bytes | None:
    data = bytearray(read)
    while len(data) < size:
        try:
            part = connection.recv(size - len(data))
        except ConnectionError:
            return None
        if not part:
            return None
        data += part
    return bytes(data)


@lru_cache(maxsize=64)
def _message(encoded: bytes) -> Mapping[str, Any]:
    """Return a decoded message; cached because few differ, so callers must not change it."""
    return MappingProxyType(json.loads(encoded.decode()))


class Answers(asyncio.Protocol):
    """The service's end of the socket to a worker, which answers frames one by one.

    Each answer is a future that is set directly from the socket: a task or a stream in between
    would cost as much as a short query.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._gone: asyncio.Future[None] = self._loop.create_future()
        self._read = bytearray()
        #: The next answer; the worker sends the first one unasked, when it is ready.
        self.answer: asyncio.Future[Frame] = self._loop.create_future()

    @property
    def is_closed(self) -> bool:
        """Whether either end is closed."""
        return self._gone.done()

    def ask(self, frame: bytes) -> asyncio.Future[Frame]:
        """Send a frame and return a future of its answer.

        The future raises :class:`ConnectionError` if no answer can come.
        """
        self.answer = self._loop.create_future()
        if self.is_closed:
            self.answer.set_exception(ConnectionResetError(_NOBODY))
        else:
            self._transport.write(frame)
        return self.answer

    async def close(self) -> None:
        """Close this end, and wait until it is closed."""
        self._transport.close()
        await asyncio.shield(self._gone)

    def connection_made(self, transport: Any) -> None:
        """Store the transport."""
        self._transport: asyncio.Transport = transport

    def data_received(self, data: bytes) -> None:
        """Collect a part of an answer, and set the future once the answer is complete."""
        if self._read or len(data) < _LENGTHS.size:
            self._read += data
        whole = self._read or data
        if len(whole) < _LENGTHS.size:
            return
        header, body = _LENGTHS.unpack_from(whole)
        begin = _LENGTHS.size + header
        if len(whole) < begin + body:
            self._read = self._read or bytearray(data)
            return
        frame = _message(bytes(whole[_LENGTHS.size : begin])), bytes(whole[begin:])
        self._read = bytearray()
        if not self.answer.done():
            self.answer.set_result(frame)

    def connection_lost(self, exc: Exception | None) -> None:
        """Fail the waiting future, as no answer will come."""
        self._gone.set_result(None)
        if not self.answer.done():
            self.answer.set_exception(ConnectionResetError(_NOBODY))
