"""Messages over the sockets between the service and its workers: JSON and bytes, each by length.

A frame is the length of a JSON object, the length of a body, the object, the body.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct("<II")


def encode(message: dict[str, Any], body: bytes = b"") -> bytes:
    """Return the frame of a message."""
    encoded = json.dumps(message).encode()
    return _LENGTHS.pack(len(encoded), len(body)) + encoded + body


def send(connection: socket.socket, message: dict[str, Any], body: bytes = b"") -> None:
    """Send a message over a blocking socket."""
    connection.sendall(encode(message, body))


def receive(connection: socket.socket, read: bytes = b"") -> dict[str, Any] | None:
    """Return the next message of a blocking socket, which has no body; ``None`` at its end.

    Parameters
    ----------
    connection
        Where it comes from.
    read
        What of it was read already.
    """
    lengths = _exactly(connection, _LENGTHS.size, read)
    if lengths is None:
        return None
    encoded = _exactly(connection, sum(_LENGTHS.unpack(lengths)))
    return None if encoded is None else json.loads(encoded)


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


async def read_frame(reader: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    """Return the next message with its body.

    Raises
    ------
    asyncio.IncompleteReadError
        If the other end is gone.
    """
    header, body = _LENGTHS.unpack(await reader.readexactly(_LENGTHS.size))
    both = await reader.readexactly(header + body)
    message: dict[str, Any] = json.loads(both[:header])
    return message, both[header:]
