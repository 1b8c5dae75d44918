"""Records decisions and applies them to the running service."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Final

from api.errors import HttpError
from api.graph import ServedGraph
from kg.curation.log import append
from kg.curation.settling import settle_store
from kg.errors import CurationError
from kg.model import Decision
from kg.store import Location
from ontology.errors import AldkgError

_LOG = logging.getLogger(__name__)
#: Seconds that a request waits for its decision to take effect; it is recorded in any case.
_WAIT: Final = 10.0
#: The most seconds that a decision waits for a running build.
_PATIENCE: Final = 3600.0


class Recorder:
    """Records decisions on one graph, and applies them one after the other."""

    def __init__(self, store: Location, log: Path, graph: ServedGraph) -> None:
        self.log = log
        self._store = store
        self._graph = graph
        self._turn = threading.Lock()

    def record(self, decision: Decision) -> bool:
        """Record a decision, and return whether the served graph already has it.

        The decision is on disk when this returns, even while a build is writing to the graph.

        Raises
        ------
        HttpError
            409 if the decision is not possible, such as undoing a decision that is not in force;
            503 if the file cannot be written.
        """
        try:
            append(self.log, decision)
        except CurationError as error:
            status = 503 if isinstance(error.__cause__, OSError) else 409
            raise HttpError(status, str(error)) from error
        settled = threading.Event()
        threading.Thread(target=self._settle, args=[settled], daemon=True).start()
        return settled.wait(_WAIT) and self._is_served()

    def _settle(self, settled: threading.Event) -> None:
        with self._turn:
            try:
                settle_store(self._store, self.log, patience=_PATIENCE)
                settled.set()
            except AldkgError as error:
                _LOG.warning("decisions are not in force yet: %s", error)

    def _is_served(self) -> bool:
        """Return whether the service answers from the new generation, after a short wait for it."""
        end = time.monotonic() + _WAIT
        while self._graph.opened() is None and time.monotonic() < end:
            self._graph.current()
        return self._graph.opened() is not None
