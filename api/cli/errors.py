"""Errors of the command line: one line on standard error and an exit code."""

from __future__ import annotations

import difflib
import errno
from pathlib import Path
from typing import Any, ClassVar

import typer
from typer.core import TyperGroup

from api.errors import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_USAGE
from ontology.errors import AldkgError


class UsageError(AldkgError):
    """The command line is wrong; the message states the correct use."""


class CommandGroup(TyperGroup):
    """The group of all commands; reports every error that is meant for the user."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command, and turn its errors into one line and an exit code."""
        try:
            return super().invoke(ctx)
        except AldkgError as error:
            complain(str(error))
            code = EXIT_USAGE if isinstance(error, UsageError) else EXIT_FAILED
            raise typer.Exit(code) from error
        except KeyboardInterrupt:
            complain("interrupted")
            raise typer.Exit(EXIT_INTERRUPTED) from None
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            complain(": ".join(filter(None, (_name(error), _cause(error)))))
            raise typer.Exit(EXIT_FAILED) from error


class NamedGroup(TyperGroup):
    """A group whose subcommands are named things; an unknown name raises :class:`UsageError`."""

    sort: ClassVar[str] = ""
    listing: ClassVar[str] = ""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the subcommand that the first argument names."""
        name = ctx.token_normalize_func(args[0]) if ctx.token_normalize_func else args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            near = difflib.get_close_matches(name, self.list_commands(ctx), n=3)
            hint = f"; did you mean: {', '.join(near)}" if near else ""
            raise UsageError(f"no {self.sort} {args[0]!r}{hint} (`{self.listing}` lists them)")
        return super().resolve_command(ctx, args)


def named_group(sort: str, listing: str) -> type[NamedGroup]:
    """Make the class of a group whose subcommands are of one sort; ``listing`` lists them."""
    return type("Named", (NamedGroup,), {"sort": sort, "listing": listing})


def complain(message: str) -> None:
    """Print one line on the error stream."""
    typer.echo(f"aldkg: {' '.join(message.split())}", err=True)


def _name(error: OSError) -> str:
    return str(error.filename) if error.filename is not None else ""


def _cause(error: OSError) -> str:
    folder = Path(_name(error)).parent
    if error.errno == errno.ENOENT and not folder.exists():
        return f"there is no folder {folder}"
    return (error.strerror or str(error)).lower()
