"""Jobs on the machines of a Dask cluster: the same jobs, limits and results as on this machine.

A worker of the cluster cannot stop a running task, so it does each job in a process of its own
(:func:`kg.isolate.alone`). A job that takes too long or crashes its process fails alone, and the
worker continues. When a worker itself is lost, the scheduler gives its jobs to others.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kg.errors import BuildError
from kg.isolate import MAX_MEGABYTES, MAX_SECONDS, Failure, alone

if TYPE_CHECKING:
    from distributed import Client

Job = TypeVar("Job")
Result = TypeVar("Result")

#: How often a job is repeated that failed for a reason other than the job itself.
RETRIES: Final = 2
#: Number of jobs queued at the cluster for each of its threads; the others wait here.
_AHEAD: Final = 4
#: Seconds to wait for the scheduler.
CONNECT_SECONDS: Final = 10.0
#: Seconds to wait for the first worker, which may still be starting.
WORKER_SECONDS: Final = 60.0


def each_on(
    address: str,
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    seconds: float = MAX_SECONDS,
    megabytes: int = MAX_MEGABYTES,
) -> Iterator[tuple[int, Result | Failure]]:
    """Do every job on a cluster and yield its number and result, in the order of completion.

    Parameters
    ----------
    address
        Address of the scheduler: ``tcp://host:8786``, or ``tls://`` with Dask's own settings.
    work
        An importable function; the workers import it from their own installation.
    jobs, seconds, megabytes
        As in :func:`kg.isolate.each`.

    Raises
    ------
    BuildError
        If Dask is not installed, the scheduler does not answer or has no worker, or a job cannot be
        done on any worker.
    """
    with _connected(address) as client:
        yield from _Flow(client, address, work, (seconds, megabytes)).run(jobs)


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise BuildError(
            "a cluster needs the package distributed: pip install 'ald-kg[cluster]'"
        ) from None
    # errors are reported in one line; Dask would also print a traceback for each lost connection
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        text = " ".join(str(error).split()) or "no answer"
        raise BuildError(
            f"{address}: no Dask scheduler answers at this address ({text})"
        ) from error
    try:
        client.wait_for_workers(1, timeout=WORKER_SECONDS)
    except TimeoutError:
        client.close()
        raise BuildError(f"{address}: the scheduler has no workers") from None
    return client


def do_isolated(
    work: Callable[[Job], Result], job: Job, seconds: float, megabytes: int
) -> Result | Failure:
    """Do a job in its own process on a worker; this is the task that the scheduler gets."""
    return alone(work, job, seconds=seconds, megabytes=megabytes)


class _Flow:
    """The jobs of one run; a limited number of them is at the cluster at a time."""

    def __init__(
        self,
        client: Client,
        address: str,
        work: Callable[..., Any],
        limits: tuple[float, int],
    ) -> None:
        self._client = client
        self._address = address
        self._work = work
        self._limits = limits
        self._numbers: dict[Any, int] = {}

    def run(self, jobs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        from distributed import as_completed

        waiting = iter(enumerate(jobs))
        running = as_completed(loop=self._client.loop)
        self._submit(waiting, running)
        for future in running:
            number = self._numbers.pop(future.key)
            yield number, self._result(future)
            self._submit(waiting, running)

    def _submit(self, waiting: Iterator[tuple[int, Any]], running: Any) -> None:
        """Submit enough jobs to keep every thread of the cluster busy, new workers included."""
        wanted = _AHEAD * max(1, sum(self._client.nthreads().values()))
        while len(self._numbers) < wanted:
            numbered = next(waiting, None)
            if numbered is None:
                return
            number, job = numbered
            future = self._client.submit(
                do_isolated, self._work, job, *self._limits, pure=False, retries=RETRIES
            )
            self._numbers[future.key] = number
            running.add(future)

    def _result(self, future: Any) -> Any:
        from distributed import CancelledError, KilledWorker
        from distributed.comm import CommClosedError

        try:
            found = future.result()
        except KilledWorker:
            return Failure(cause="several workers of the cluster died during this job")
        except (CancelledError, CommClosedError, OSError) as error:
            raise BuildError(
                f"{self._address}: the cluster was lost; documents read so far are kept, and the"
                " same command continues from there"
            ) from error
        except Exception as error:  # raised on the worker, so it can be of any type
            text = " ".join(str(error).split())
            raise BuildError(f"{self._address}: {text or type(error).__name__}") from error
        if isinstance(found, Failure) and found.ends_all:
            raise BuildError(f"{self._address}: {found.cause}")
        return found
