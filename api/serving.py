"""The service on its socket: one web process, or several that a supervisor keeps alive.

Every web process accepts connections at the same socket, has workers of its own and its share of
the limits (:meth:`api.settings.Settings.share`). Common to all are the key that signs the cookies
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

#: A web process that does not answer the supervisor for so long is replaced, in seconds.
_SILENCE: Final = 30


class _Configuration(uvicorn.Config):
    """Configuration of the service; sent to each web process, which makes its own application."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            "",  # made by load()
            host=settings.host,
            port=settings.port,
            workers=settings.processes,
            ws="none",
            log_level="warning",
            access_log=False,  # there is one of our own, and uvicorn prepares each line of its
            timeout_graceful_shutdown=math.ceil(settings.query_seconds),
            timeout_worker_healthcheck=_SILENCE,
        )
        self.settings = settings
        self.key = secrets.token_bytes(32)

    def load(self) -> None:
        """Make the application and the protocol of this process."""
        gc.disable()  # what is made here stays, so a search for garbage among it costs time only
        from api.app import create_app  # a supervisor needs none
        from api.connections import bounded_protocol
        from kg.processes import die_with_parent

        if self.settings.processes > 1:
            die_with_parent()
        share = self.settings.share()
        self.app: Any = create_app(share.store, share, key=self.key)
        self.http: Any = bounded_protocol(share)
        log_access(share)
        super().load()
        gc.freeze()  # nor is it searched later
        gc.enable()


def serve(settings: Settings) -> None:
    """Serve until a signal comes.

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
        return  # the server has ended in good order by now
    if not server.started:
        sys.exit(STARTUP_FAILURE)


def require_free(host: str, port: int) -> None:
    """See that the address can be listened at, before anything is started.

    Raises
    ------
    SettingsError
        If another program has the port, or the address is not one of this machine.
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
    log_access(configuration.settings)  # what is wrong is said once, before there are processes
    read_curators(configuration.settings)
    with (
        tempfile.TemporaryDirectory(prefix="aldkg-counts-") as folder,
        configuration.bind_socket() as listener,
    ):
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder  # the library's own variable
        Multiprocess(configuration, sockets=[listener]).run()
