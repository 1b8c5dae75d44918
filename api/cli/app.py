"""Puts the commands together; the module of a command is imported only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from api.cli.errors import CommandGroup
from api.settings import package_version

#: Command -> its module and function, in the order of the help.
_COMMANDS: Final[Mapping[str, str]] = {
    "up": "serve.up",
    "build": "build.build",
    "list": "holdings.list_documents",
    "status": "holdings.status",
    "remove": "holdings.remove",
    "import": "curate.import_tables",
    "curate": "decide.make_curate_app",
    "attach": "attach.attach",
    "enrich": "enrich.enrich",
    "serve": "serve.serve",
    "mcp": "mcp.mcp",
    "search": "search.search",
    "query": "query.make_query_app",
    "analyse": "analyse.make_analyse_app",
    "map": "maps.make_map_app",
    "export": "export.export",
    "review": "review.review",
    "diff": "diff.diff",
    "extract": "extract.extract",
    "explain": "explain.explain",
    "evaluate": "evaluate.evaluate",
    "check": "check.check",
    "store": "store.make_store_app",
    "config": "config.config",
}
#: Commands with subcommands: their functions make a Typer application.
_GROUPS: Final = frozenset({"curate", "query", "analyse", "map", "store"})


def make_app(wanted: str = "") -> typer.Typer:
    """Make the ``aldkg`` command.

    Parameters
    ----------
    wanted
        The command that will run; if it is not a known command, all commands are added.
    """
    app = typer.Typer(
        name="aldkg",
        cls=CommandGroup,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        # addresses use underscores and options use dashes; the command accepts both
        context_settings={"token_normalize_func": lambda name: name.replace("_", "-")},
        callback=root,
    )
    for name in [wanted] if wanted in _COMMANDS else _COMMANDS:
        _add(app, name)
    app.command("version")(version)
    return app


def _add(app: typer.Typer, name: str) -> None:
    module_name, _, function = _COMMANDS[name].partition(".")
    module: Any = import_module(f"api.cli.{module_name}")
    if name in _GROUPS:
        app.add_typer(getattr(module, function)(), name=name)
        return
    settings = getattr(module, "CONTEXT", None)
    app.command(name, context_settings=settings)(getattr(module, function))


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
