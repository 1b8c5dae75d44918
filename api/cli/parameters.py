"""Commands of which each parameter of an analysis or map is an option."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any

import typer

from kg.analytics import Inquiry, Parameter
from kg.table import Table

#: Before the name of a parameter, which may be an option of ours.
_VALUE = "value_"


def with_options(
    command: Callable[..., None], parameters: Iterable[Parameter], shared: Mapping[str, Any]
) -> Callable[..., None]:
    """Give a command the options that Typer reads from its signature.

    Parameters
    ----------
    command
        Takes the context and what was given, by name; see :func:`given_values`.
    parameters
        Each becomes an option.
    shared
        Further options by the name of their argument; ``None`` where they are left out.
    """
    keyword = inspect.Parameter.KEYWORD_ONLY
    annotations = {_VALUE + one.name: _annotation(one) for one in parameters} | {**shared}
    command.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("ctx", keyword, annotation=typer.Context),
            *(
                inspect.Parameter(name, keyword, annotation=annotation, default=None)
                for name, annotation in annotations.items()
            ),
        ]
    )
    command.__annotations__ = {"ctx": typer.Context, **annotations}
    return command


def given_values(given: Mapping[str, Any]) -> dict[str, str]:
    """Return the parameters among what a command was given, as texts."""
    return {
        name.removeprefix(_VALUE): str(value)
        for name, value in given.items()
        if name.startswith(_VALUE) and value not in (None, False)
    }


def help_text(question: str, example: Iterable[tuple[str, str]]) -> str:
    """Return the help of a command: what it asks, and how."""
    shown = " ".join(f"--{_dashed(name)} {value!r}" for name, value in example)
    return question + (f"\n\nExample: {shown}" if shown else "")


def list_inquiries(known: Iterable[Inquiry[Any]]) -> Table:
    """List analyses or maps with their parameters."""
    rows = ((one.name, one.question, " ".join(map(option_text, one.parameters))) for one in known)
    return Table(columns=("name", "question", "parameters"), rows=tuple(rows))


def option_text(parameter: Parameter) -> str:
    """Return a parameter as a list shows it: in brackets if it may be left out."""
    option = f"--{_dashed(parameter.name)}"
    return option if parameter.default is None else f"[{option}]"


def _annotation(parameter: Parameter) -> Any:
    needed = " (needed)" if parameter.default is None else ""
    default = f" [{parameter.default}]" if parameter.default and parameter.type != "flag" else ""
    bounds = f"; {parameter.signature}" if parameter.choices or parameter.high else ""
    option = f"--{_dashed(parameter.name)}"
    help_ = parameter.description + bounds + default + needed
    if parameter.type == "flag":
        return Annotated[bool | None, typer.Option(option, help=help_)]
    return Annotated[str | None, typer.Option(option, help=help_, metavar="TEXT")]


def _dashed(name: str) -> str:
    return name.replace("_", "-")
