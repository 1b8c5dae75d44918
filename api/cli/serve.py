"""``aldkg serve`` and ``aldkg up``: run the HTTP service on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import HostOption, PortOption, StoreOption, VocabOption, given_store
from api.settings import Settings

ProcessesOption = Annotated[
    int | None,
    typer.Option(
        "--processes", metavar="NUMBER", min=1, help="Web processes; they share the limits."
    ),
]


def serve(
    store: StoreOption = None,
    host: HostOption = None,
    port: PortOption = None,
    processes: ProcessesOption = None,
    vocab: VocabOption = None,
) -> None:
    """Serve the graph over HTTP.

    The search page is at /, the JSON API below /api/v1, SPARQL at /sparql.
    """
    run_server(_settings(store, host, port, processes))


def up(
    store: StoreOption = None,
    host: HostOption = None,
    port: PortOption = None,
    processes: ProcessesOption = None,
    vocab: VocabOption = None,
) -> None:
    """Serve the graph; build the bundled one first if there is none."""
    from api.cli.build import build_graph
    from api.graph import has_graph

    settings = _settings(store, host, port, processes)
    if not has_graph(settings.store):
        typer.echo(
            f"no graph at {settings.store} yet: building it from the bundled corpus", err=True
        )
        build_graph((), settings.store, bundled=True)
    run_server(settings)


def _settings(
    store: str | None, host: str | None, port: int | None, processes: int | None
) -> Settings:
    flags = {"store": given_store(store), "host": host, "port": port, "processes": processes}
    return Settings.from_env().with_flags(**flags)


def run_server(settings: Settings) -> None:
    """Run the service until it is interrupted.

    Raises
    ------
    StoreError
        If there is no graph at the path.
    SettingsError
        If the service cannot listen at the address.
    """
    from api.serving import require_free, serve
    from kg.store import open_graph

    open_graph(settings.store)  # fails now, with one line, if there is no graph
    require_free(settings.host, settings.port)
    by = f" by {settings.processes} processes" if settings.processes > 1 else ""
    address = f"http://{settings.host}:{settings.port}"
    typer.echo(f"serving {settings.store} on {address}{by}", err=True)
    serve(settings)
