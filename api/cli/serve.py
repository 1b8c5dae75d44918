"""``aldkg serve`` and ``aldkg up``: the HTTP service on this machine."""

from __future__ import annotations

import math

import typer

from api.cli.options import HostOption, PortOption, StoreOption, VocabOption, given_store
from api.settings import Settings


def serve(
    store: StoreOption = None,
    host: HostOption = None,
    port: PortOption = None,
    vocab: VocabOption = None,
) -> None:
    """Serve the graph over HTTP.

    The search page is at /, the JSON API below /api/v1, SPARQL at /sparql.
    """
    run_server(Settings.from_env().with_flags(store=given_store(store), host=host, port=port))


def up(
    store: StoreOption = None,
    host: HostOption = None,
    port: PortOption = None,
    vocab: VocabOption = None,
) -> None:
    """Serve the graph; build the bundled one if there is none."""
    from api.cli.build import build_graph
    from api.graph import has_graph

    settings = Settings.from_env().with_flags(store=given_store(store), host=host, port=port)
    if not has_graph(settings.store):
        typer.echo(
            f"no graph at {settings.store} yet: building it from the bundled corpus", err=True
        )
        build_graph((), settings.store, bundled=True)
    run_server(settings)


def run_server(settings: Settings) -> None:
    """Serve until interrupted.

    Raises
    ------
    StoreError
        If there is no graph at the path.
    """
    import uvicorn

    from api.app import create_app
    from api.connections import bounded_protocol
    from api.telemetry import log_access
    from kg.store import open_graph

    open_graph(settings.store)  # say so now, in one line, if there is none
    typer.echo(f"serving {settings.store} on http://{settings.host}:{settings.port}", err=True)
    app = create_app(settings.store, settings)
    log_access(settings)
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        http=bounded_protocol(settings),
        ws="none",
        log_level="warning",
        timeout_graceful_shutdown=math.ceil(settings.query_seconds),
    )
