"""Connections that are slow or idle: each has its time, and no more."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from unittest.mock import Mock, call, patch

import pytest

from api.connections import MAX_HEAD_BYTES, JoinedWrites
from tests.api.live import PATIENCE, Live, eventually

pytestmark = pytest.mark.usefixtures("quiet")


def test_idle_connections_keep_nobody_out(live: Live) -> None:
    """Those that have waited longest make room."""
    files, most = live.files(), live.settings.max_connections
    with ExitStack() as stack:
        idle = [stack.enter_context(live.connect()) for _ in range(most + 5)]
        for connection in idle[:5]:
            with suppress(ConnectionError):
                assert connection.recv(1) == b""
        assert live.ask("/api/v1/studies").status_code == 200
        idle[-1].settimeout(0.01)
        with pytest.raises(TimeoutError):
            idle[-1].recv(1)
    assert eventually(lambda: live.files() <= files)


@pytest.mark.parametrize(
    ("phase", "first", "rest"),
    [
        ("head", b"GET /api/v1/studies HTTP/1.1\r\n", b"Host: x\r\n\r\n"),
        (
            "body",
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
            b"Content-Length: 6\r\n\r\nASK",
            b" {}",
        ),
    ],
)
def test_a_request_may_take_its_time_and_no_more(
    live: Live, phase: str, first: bytes, rest: bytes
) -> None:
    with live.connect() as patient:
        patient.sendall(first)
        assert eventually(lambda: phase in phases(live))
        with patch.dict(live.protocol.seconds, {phase: 0.1}), live.connect() as slow:
            slow.sendall(first)
            assert slow.recv(65536).startswith(b"HTTP/1.1 408")
        patient.sendall(rest)
        assert patient.recv(65536).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(("size", "status"), [(0.8, b"200"), (1.2, b"431")])
def test_a_head_has_an_end(live: Live, size: float, status: bytes) -> None:
    with live.connect() as connection, suppress(ConnectionError):
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ")
        connection.sendall(b"a" * int(size * MAX_HEAD_BYTES) + b"\r\n\r\n")
        assert connection.recv(65536).split()[1] == status


def phases(live: Live) -> list[str | None]:
    """What the connections wait for."""
    return [connection._phase for connection in [*live.server.server_state.connections]]


def test_an_answer_that_nobody_takes_is_dropped(live: Live) -> None:
    with unread(live) as reader:
        received = b""
        while part := reader.recv(4096):
            received += part
        assert json.loads(received.partition(b"\r\n\r\n")[2])["openapi"]
    with patch.dict(live.protocol.seconds, write=0.1), unread(live):
        assert eventually(lambda: not live.server.server_state.connections)


@contextmanager
def unread(live: Live) -> Iterator[socket.socket]:
    """A long answer, of which a part has come that fits into small buffers."""
    request = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.settimeout(PATIENCE)
        connection.connect(live.address)
        connection.sendall(request)
        assert eventually(lambda: phases(live) == ["write"])
        yield connection


HEAD, BODY = b"HTTP/1.1 200 OK\r\n\r\n", b"body"


@pytest.mark.parametrize(
    ("steps", "sent"),
    [
        ([[HEAD, BODY, BODY]], [call.writelines((HEAD, BODY)), call.write(BODY)]),
        ([[HEAD], [BODY]], [call.write(HEAD), call.write(BODY)]),
        ([[HEAD, None]], [call.write(HEAD), call.close()]),
    ],
    ids=["at once", "a slow body", "no body"],
)
def test_head_and_body_are_sent_together(
    steps: list[list[bytes | None]], sent: list[object]
) -> None:
    transport = Mock()

    async def take() -> None:
        joined = JoinedWrites(transport, asyncio.get_running_loop())
        for step in steps:
            for data in step:
                joined.close() if data is None else joined.write(data)
            await asyncio.sleep(0)

    asyncio.run(take())
    assert transport.mock_calls == sent
