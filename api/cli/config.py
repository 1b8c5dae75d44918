"""``aldkg config``: prints every setting and the origin of its value."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from typing import Final

from api.cli.options import (
    HostOption,
    OutputOption,
    PortOption,
    StoreOption,
    VocabOption,
    given_store,
)
from api.cli.output import TABLE_FORMATS, FormatOption, print_table, require_format
from api.settings import VARIABLES, Settings
from kg.table import Cell, Table

#: Fields and variables whose values are not shown.
SECRET: Final = frozenset({"openalex_key", "curator", "ALDKG_STORE_PASSWORD"})
#: Variables that are read where they are needed and are not fields of the settings.
BESIDE: Final = ("ALDKG_VOCAB", "ALDKG_READERS", "ALDKG_STORE_USER", "ALDKG_STORE_PASSWORD")
#: Shown in place of a secret that is set.
MASK: Final = "********"


def config(
    store: StoreOption = None,
    host: HostOption = None,
    port: PortOption = None,
    vocab: VocabOption = None,
    format: FormatOption = "table",
    output: OutputOption = None,
) -> None:
    """Print every setting with its value and where it comes from.

    The origin is `flag`, `environment` or `default`. Passwords and keys
    are masked.
    """
    require_format(format, TABLE_FORMATS)
    flags = {"store": given_store(store), "host": host, "port": port}
    settings = Settings.from_env().with_flags(**flags)
    named = {"ALDKG_VOCAB": os.pathsep.join(map(str, vocab))} if vocab else {}
    given = {*(name for name, value in flags.items() if value is not None), *named}
    print_table(describe(settings, given, {**os.environ, **named}), format, output)


def describe(settings: Settings, flags: Collection[str], environ: Mapping[str, str]) -> Table:
    """Return a table of all settings, each with its variable, its value and its origin.

    Parameters
    ----------
    settings
        The settings in force.
    flags
        The fields and variables that flags have set.
    environ
        Variable -> value.
    """
    rows = tuple(_rows(settings, flags, environ))
    return Table(columns=("setting", "variable", "value", "origin"), rows=rows)


def _rows(
    settings: Settings, flags: Collection[str], environ: Mapping[str, str]
) -> Iterator[tuple[Cell, ...]]:
    variables = {field: name for name, (field, _) in VARIABLES.items()}
    for field in fields(settings):
        variable = variables.get(field.name, "")
        is_set = bool(environ.get(variable))
        value = _masked(field.name, _as_text(getattr(settings, field.name)))
        yield field.name, variable, value, _origin(field.name in flags, is_set)
    for variable in BESIDE:
        value = environ.get(variable, "")
        yield "", variable, _masked(variable, value), _origin(variable in flags, bool(value))


def _as_text(value: object) -> str:
    return "" if value is None else str(value)


def _masked(name: str, value: str) -> str:
    return MASK if value and name in SECRET else value


def _origin(is_flag: bool, is_set: bool) -> str:
    if is_flag:
        return "flag"
    return "environment" if is_set else "default"
