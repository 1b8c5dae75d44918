"""The worker process: answers SPARQL queries of a frozen store, and can be killed at any moment.

Run as a script by :mod:`api.sparql.pool`, so it imports nothing of ours: its start is what a
killed query costs. Messages come over an inherited socket, each a length and a JSON object; an
answer is a JSON header and the bytes of the result.

Layers of safety: the store is opened read-only; address space is limited; the process sits in a
network namespace of its own where the system permits it, so ``SERVICE`` reaches nothing; and an
alarm ends it should the parent no longer be there to do so.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import json
import os
import resource
import signal
import socket
import struct
import sys
from typing import Any, BinaryIO

import pyoxigraph as ox

LENGTH = struct.Struct("<I")

#: Linux namespace flags: a network without any interface, with or without a user namespace.
_NEW_NETWORK = 0x40000000
_NEW_USER = 0x10000000

#: The alarm rings so many seconds after the parent should have killed us.
_GRACE_SECONDS = 5.0

_RESULTS = {
    format_.media_type.split(";")[0]: format_
    for format_ in (
        ox.QueryResultsFormat.JSON,
        ox.QueryResultsFormat.XML,
        ox.QueryResultsFormat.CSV,
        ox.QueryResultsFormat.TSV,
    )
}
_GRAPHS = {
    format_.media_type.split(";")[0]: format_
    for format_ in (
        ox.RdfFormat.TURTLE,
        ox.RdfFormat.N_TRIPLES,
        ox.RdfFormat.RDF_XML,
        ox.RdfFormat.JSON_LD,
    )
}


#: What no format of an answer can carry raw (JSON, Turtle and N-Triples escape it): the control
#: characters but tab and line ends, and U+FFFE and U+FFFF in UTF-8.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


class TooLargeError(Exception):
    """The result has more bytes than may be sent."""


class Bounded(io.BytesIO):
    """A stream that takes up to ``limit`` bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any) -> int:
        """Take the bytes.

        Raises
        ------
        TooLargeError
            If they are more than the limit allows.
        """
        if self.tell() + len(data) > self.limit:
            raise TooLargeError
        return super().write(data)


def leave_network() -> bool:
    """Move this process to a network of its own that reaches nothing; whether that worked."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        return any(libc.unshare(flags) == 0 for flags in (_NEW_NETWORK, _NEW_USER | _NEW_NETWORK))
    except (OSError, AttributeError):  # not Linux
        return False


def limit_memory(megabytes: int) -> None:
    """Bound the address space of this process, and leave no core dump behind."""
    size = megabytes << 20
    with contextlib.suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(
    store: ox.Store, prefixes: dict[str, str], message: dict[str, Any]
) -> tuple[dict[str, Any], bytes]:
    """Answer one query: a header with ``status`` and ``type`` or ``message``, and the bytes."""
    try:
        result = store.query(
            message["query"], base_iri=message["base"], prefixes=prefixes, **_dataset(message)
        )
        return _serialize(result, message)
    except TooLargeError:
        limit = message["max_bytes"]
        return _problem(400, f"the result has more than {limit} bytes: add a LIMIT"), b""
    except (SyntaxError, ValueError) as error:  # without all that the grammar would accept
        return _problem(400, f"query: {error}".split(": expected ")[0]), b""
    except (OSError, RuntimeError) as error:  # an evaluation error, such as an unreachable SERVICE
        return _problem(400, f"query: {error}"), b""


def _dataset(message: dict[str, Any]) -> dict[str, Any]:
    default, named = message["default_graphs"], message["named_graphs"]
    if default or named:
        return {
            "default_graph": [ox.NamedNode(iri) for iri in default],
            "named_graphs": [ox.NamedNode(iri) for iri in named],
        }
    return {}  # the default graph of our stores holds all triples


def _serialize(
    result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, message: dict[str, Any]
) -> tuple[dict[str, Any], bytes]:
    kind = _kind(result)
    media = message["formats"][kind]
    if media is None:
        return _problem(406, f"no acceptable format for the {kind} of this query"), b""
    stream = Bounded(message["max_bytes"])
    known: Any = _GRAPHS if kind == "graph" else _RESULTS
    result.serialize(stream, format=known[media])
    return {"status": 200, "type": media}, well_formed(stream.getvalue())


def well_formed(answer: bytes) -> bytes:
    r"""Take out what makes an answer malformed; a graph built by an older version may hold it.

    >>> well_formed(b"<literal>0.1 nm\x01</literal>")
    b'<literal>0.1 nm</literal>'
    """
    answer = answer.translate(None, _CONTROLS)
    for code in _NO_CHARACTERS:
        answer = answer.replace(code, b"")
    return answer


def _kind(result: object) -> str:
    if isinstance(result, ox.QueryTriples):
        return "graph"
    return "boolean" if isinstance(result, ox.QueryBoolean) else "solutions"


def _problem(status: int, message: str) -> dict[str, Any]:
    return {"status": status, "message": " ".join(message.split())}


def serve(store: ox.Store, prefixes: dict[str, str], connection: socket.socket) -> None:
    """Answer messages until the parent closes the connection."""
    with connection, connection.makefile("rb") as stream:
        send(connection, {"status": 200}, b"")  # ready
        while (message := receive(stream)) is not None:
            signal.setitimer(signal.ITIMER_REAL, message["seconds"] + _GRACE_SECONDS)
            header, body = answer(store, prefixes, message)
            signal.setitimer(signal.ITIMER_REAL, 0)
            send(connection, header, body)


def receive(stream: BinaryIO) -> dict[str, Any] | None:
    """Return the next message; ``None`` at the end."""
    prefix = stream.read(LENGTH.size)
    if len(prefix) < LENGTH.size:
        return None
    message: dict[str, Any] = json.loads(stream.read(LENGTH.unpack(prefix)[0]))
    return message


def send(connection: socket.socket, header: dict[str, Any], body: bytes) -> None:
    """Send the header and the body, each after its length."""
    encoded = json.dumps(header).encode()
    connection.sendall(LENGTH.pack(len(encoded)) + LENGTH.pack(len(body)) + encoded + body)


def main(descriptor: str, directory: str, megabytes: str, prefixes: str) -> None:
    """Open the store and serve it over the inherited socket."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    leave_network()
    limit_memory(int(megabytes))
    connection = socket.socket(fileno=int(descriptor))
    serve(ox.Store.read_only(directory), json.loads(prefixes), connection)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
