"""The commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli import (
    attach,
    build,
    check,
    config,
    curate,
    diff,
    enrich,
    evaluate,
    explain,
    export,
    extract,
    holdings,
    mcp,
    review,
    serve,
)
from api.cli.analyse import make_analyse_app
from api.cli.decide import make_curate_app
from api.cli.door import Door
from api.cli.maps import make_map_app
from api.cli.query import make_query_app
from api.cli.store import make_store_app
from api.settings import package_version


def make_app() -> typer.Typer:
    """Make the ``aldkg`` command."""
    app = typer.Typer(
        name="aldkg",
        cls=Door,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        callback=root,
    )
    app.command("up")(serve.up)
    app.command("build")(build.build)
    app.command("list")(holdings.list_documents)
    app.command("status")(holdings.status)
    app.command("remove")(holdings.remove)
    app.command("import")(curate.import_tables)
    app.add_typer(make_curate_app(), name="curate")
    app.command("attach")(attach.attach)
    app.command("enrich")(enrich.enrich)
    app.command("serve")(serve.serve)
    app.command("mcp")(mcp.mcp)
    app.add_typer(make_query_app(), name="query")
    app.add_typer(make_analyse_app(), name="analyse")
    app.add_typer(make_map_app(), name="map")
    app.command("export", context_settings=export.CONTEXT)(export.export)
    app.command("review")(review.review)
    app.command("diff")(diff.diff)
    app.command("extract")(extract.extract)
    app.command("explain")(explain.explain)
    app.command("evaluate")(evaluate.evaluate)
    app.command("check")(check.check)
    app.add_typer(make_store_app(), name="store")
    app.command("config")(config.config)
    app.command("version")(version)
    return app


def version() -> None:
    """Print the versions of ald-kg, its ontology and its readers."""
    import ontology
    from kg.extract.readers import read_by

    typer.echo(f"ald-kg {package_version()}")
    typer.echo(f"ontology {ontology.VERSION}")
    typer.echo(f"extractor {read_by()}")


def _print_version(is_asked: bool) -> None:
    if is_asked:
        version()
        raise typer.Exit


def root(
    is_version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print versions and stop."
        ),
    ] = False,
) -> None:
    """Knowledge from papers on atomic layer deposition and nanocrystals: build, ask, serve."""
