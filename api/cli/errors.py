"""Errors of the command line: one line on standard error and an exit code."""

from __future__ import annotations

import errno
from typing import Any

import typer
from typer.core import TyperGroup

from api.errors import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_USAGE
from ontology.errors import AldkgError


class UsageError(AldkgError):
    """The command line is wrong; the message states the correct use."""


class CommandGroup(TyperGroup):
    """The group of all commands; it reports every error that is meant for the user."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; turn its errors into one line and an exit code."""
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


def complain(message: str) -> None:
    """Print one line on the error stream."""
    typer.echo(f"aldkg: {' '.join(message.split())}", err=True)


def _name(error: OSError) -> str:
    return str(error.filename) if error.filename is not None else ""


def _cause(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
