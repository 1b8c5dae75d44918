"""The process that workers are forked from obeys its orders."""

from __future__ import annotations

import socket
import sys

import pytest

from api.workers.frames import receive, send
from api.workers.zygote import serve


def test_a_module_is_loaded_for_the_workers_to_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gc.freeze", lambda: None)  # the process of the tests goes on
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(ours, {"load": "colorsys"})
        ours.shutdown(socket.SHUT_WR)
        serve(theirs)
        assert receive(ours) == ({}, b"")
    assert "colorsys" in sys.modules
