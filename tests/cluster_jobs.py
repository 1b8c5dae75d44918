"""Jobs that the workers of a cluster import in tests."""

from __future__ import annotations

import os
import signal
import time


def work(job: str) -> str:
    """Answer, or misbehave as asked."""
    if job == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if job == "never ends":
        time.sleep(600)
    if job == "eats memory":
        bytearray(1 << 31)
    return f"{job}, done"


def raises(job: str) -> str:
    raise ValueError(job)
