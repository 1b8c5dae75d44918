"""Runs the service: one web process, or several that a supervisor keeps alive.

Every web process accepts connections at the same socket and has its own workers and its share of
the limits (:meth:`api.settings.Settings.share`). All processes share the key that signs the cookies
of readers, and the folder in which their counts for Prometheus are added up.

References
----------
The supervisor: https://uvicorn.dev/deployment/
Counts of several processes: https://prometheus.github.io/client_python/multiprocess/
"""

from __future__ import annotations

import gc
import math
import os
import secrets
import socket
import sys
import tempfile
from typing import Any, Final

import uvicorn
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from api.access_log import log_access
from api.curation.curators import read_curators
from api.settings import Settings, SettingsError

#: Seconds without an answer to the supervisor after which a web process is replaced.
_SILENCE: Final = 30


class _Configuration(uvicorn.Config):
    """Configuration of the service; sent to each web process, which builds its own application."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            "",  # made by load()
            host=settings.host,
            port=settings.port,
            workers=settings.processes,
            ws="none",
            log_level="warning",
            access_log=False,  # api.telemetry writes one, and that of uvicorn costs time
            timeout_graceful_shutdown=math.ceil(settings.query_seconds),
            timeout_worker_healthcheck=_SILENCE,
        )
        self.settings = settings
        self.key = secrets.token_bytes(32)

    def load(self) -> None:
        """Build the application and the protocol of this process."""
        gc.disable()  # nothing made here is garbage, so collecting only costs time
        from api.app import create_app  # the supervisor does not need it
        from api.connections import bounded_protocol
        from kg.processes import die_with_parent

        if self.settings.processes > 1:
            die_with_parent()
        share = self.settings.share()
        self.app: Any = create_app(share.store, share, key=self.key)
        self.http: Any = bounded_protocol(share)
        log_access(share)
        super().load()
        gc.freeze()  # keeps these objects out of later collections too
        gc.enable()


def serve(settings: Settings) -> None:
    """Run the service until a signal arrives.

    Raises
    ------
    SettingsError
        If a file that the settings name cannot be used.
    CurationError
        If the file of curators cannot be read.
    """
    configuration = _Configuration(settings)
    if settings.processes > 1:
        _supervise(configuration)
        return
    server = uvicorn.Server(configuration)
    try:
        server.run()
    except KeyboardInterrupt:
        return  # the server has already shut down properly
    if not server.started:
        sys.exit(STARTUP_FAILURE)


def require_free(host: str, port: int) -> None:
    """Check, before anything is started, that the service can listen at the address.

    Raises
    ------
    SettingsError
        If another program uses the port, or the address does not belong to this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        cause = os.strerror(error.errno).lower() if error.errno else str(error)
        raise SettingsError(
            f"{host}:{port}: {cause}; choose another address with --host and --port"
        ) from error


def _supervise(configuration: _Configuration) -> None:
    log_access(configuration.settings)  # reports an error once, before processes start
    read_curators(configuration.settings)
    with (
        tempfile.TemporaryDirectory(prefix="aldkg-counts-") as folder,
        configuration.bind_socket() as listener,
    ):
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder  # the variable that the library reads
        Multiprocess(configuration, sockets=[listener]).run()
