"""Parameters of questions, analyses and maps as options: makes, reads and checks them.

A malformed or missing value is wrong use of the command and is reported before the graph is opened.
An unknown name is reported only after the graph was asked.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, Final

import typer

from api.cli.answers import with_option
from api.cli.errors import UsageError
from kg.analytics import Inquiry, Parameter
from kg.analytics.parameters import read_values
from kg.errors import QueryError
from kg.queries import NamedQuery, Param
from kg.queries.terms import terms_of
from kg.table import Table

#: Types of parameters whose values have a fixed form; all other values are names.
_OF_FORM: Final = frozenset({"integer", "number", "share", "temperature", "link"})
#: Prefix of parameter names, which might clash with options of the command.
_VALUE = "value_"


def with_options(
    command: Callable[..., None], parameters: Iterable[Parameter], shared: Mapping[str, Any]
) -> Callable[..., None]:
    """Give a command the options that Typer reads from its signature.

    Parameters
    ----------
    command
        Takes the context and the given values by name; see :func:`given_values`.
    parameters
        Each becomes an option.
    shared
        Further options by the name of their argument; a value is ``None`` if it is left out.
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
    """Return the values of the parameters among the arguments of a command, as texts."""
    return {
        name.removeprefix(_VALUE): str(value)
        for name, value in given.items()
        if name.startswith(_VALUE) and value not in (None, False)
    }


def check_values(inquiry: Inquiry[Any], values: Mapping[str, str]) -> None:
    """Check that an analysis or map has all required values, each of the right form.

    Raises
    ------
    UsageError
        If a value is missing or malformed; the message names the option.
    """
    _require(inquiry.name, inquiry.parameters, values)
    with as_usage(one.name for one in inquiry.parameters):
        read_values(inquiry.name, inquiry.parameters, values)


def check_answers(query: NamedQuery, values: Mapping[str, str]) -> None:
    """Check that a named question has all required values, each of the right form.

    Raises
    ------
    UsageError
        If a value is missing or malformed; the message names the option.
    """
    _require(query.name, query.params, values)
    with as_usage(param.name for param in query.params):
        for param in query.params:
            if param.type in _OF_FORM and values.get(param.name):
                terms_of(param, values[param.name])


def _require(
    owner: str, params: Iterable[Param] | Iterable[Parameter], values: Mapping[str, str]
) -> None:
    missing = [one.name for one in params if one.is_required and not values.get(one.name)]
    if missing:
        raise UsageError(f"{owner}: needs {' and '.join(f'--{_dashed(name)}' for name in missing)}")


@contextmanager
def as_usage(params: Iterable[str]) -> Iterator[None]:
    """Raise an error about a value as wrong use of the option of its parameter.

    Raises
    ------
    UsageError
        If the block raises a :class:`~kg.errors.QueryError`.
    """
    try:
        yield
    except QueryError as error:
        raise UsageError(with_option(str(error), params)) from error


def help_text(question: str, example: Iterable[tuple[str, str]]) -> str:
    """Return the help of a command: its question and an example."""
    shown = " ".join(f"--{_dashed(name)} {value!r}" for name, value in example)
    return question + (f"\n\nExample: {shown}" if shown else "")


def list_inquiries(known: Iterable[Inquiry[Any]]) -> Table:
    """Return a table of analyses or maps with their parameters."""
    rows = ((one.name, one.question, " ".join(map(option_text, one.parameters))) for one in known)
    return Table(columns=("name", "question", "parameters"), rows=tuple(rows))


def option_text(parameter: Parameter) -> str:
    """Return a parameter as an option for a list, in brackets if it may be left out."""
    option = f"--{_dashed(parameter.name)}"
    return option if parameter.default is None else f"[{option}]"


def _annotation(parameter: Parameter) -> Any:
    needed = " (required)" if parameter.default is None else ""
    default = f" [{parameter.default}]" if parameter.default and parameter.type != "flag" else ""
    bounds = f"; {parameter.signature}" if parameter.choices or parameter.high else ""
    option = f"--{_dashed(parameter.name)}"
    help_ = parameter.description + bounds + default + needed
    if parameter.type == "flag":
        return Annotated[bool | None, typer.Option(option, help=help_)]
    return Annotated[str | None, typer.Option(option, help=help_, metavar="TEXT")]


def _dashed(name: str) -> str:
    return name.replace("_", "-")
