"""The columns of a table of claims: their content, and the kinds of claim that use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Final

from kg.model import KINDS

#: The columns that hold the number of a condition or outcome.
QUANTITY: Final = ("value", "value_max", "from", "unit", "bound", "approximate", "raw")
#: The columns that identify the study of a claim.
RECORD: Final = ("doi", "authors", "year", "title", "container", "volume", "pages")
#: Columns that every table must have.
REQUIRED: Final = ("study", "kind", "curator")
#: A column for the curator's own use.
IGNORED: Final = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name in the first row, and its content."""

    name: str
    description: str


def _columns(**described: str) -> tuple[Column, ...]:
    return tuple(
        Column(name=name.rstrip("_"), description=text) for name, text in described.items()
    )


COLUMNS: Final = _columns(
    study="your own name for the study (`liu2011`); rows with the same name are about one study",
    doi="DOI of the study, as `10.1021/nl9036259` or as an address",
    authors="authors, the first one first: `Liu, Y.; Law, M.`",
    year="year of publication",
    title="title of the publication",
    container="journal or book",
    volume="volume",
    pages="pages, or the article's number",
    kind=f"kind of the claim: {', '.join(KINDS)}",
    role="role of the material (`shell`) or chemical (`precursor`)",
    formula="formula of the solid: `Al2O3`, `ZnxCd1-xS`",
    form="shape in which the solid was used: `quantum_dot`",
    architecture="how the layers are arranged: `core_shell`",
    layers="formulas of the layers from the inside out: `CdSe/CdS/ZnS`",
    process="how it was made: `thermal_ald`",
    chemical="the reagent, by id, name, formula or abbreviation: `TMA`",
    parameter="what was set or measured: `temperature`",
    technique="how it was characterised: `tem`",
    property="what changed: `electron_mobility`",
    direction="how it changed: `increase`",
    application="device or use: `solar_cell`",
    value="the number; of a range the lower end",
    value_max="upper end of a range; an upper bound if `value` is empty",
    from_="number before the change",
    unit="unit, by UCUM code (`Cel`, `nm/{cycle}`) or symbol (`°C`)",
    bound="`min` if the number is a lower bound",
    approximate='`yes` if the text says "about"',
    raw="the number as printed",
    curator="who enters the claim, as that person signs",
    confidence="how sure the curator is, from 0 to 1; empty is 1",
    quote="the sentence that the claim rests on, if it may be kept",
    source="where the sentence stands: DOI, address, or id of a document",
    start="first character of the sentence in the source, counted from 0",
    end="the character after the last",
    note="for your own use; it is not loaded",
)

NAMES: Final = tuple(column.name for column in COLUMNS)


def _content_columns(content_type: Any) -> tuple[str, ...]:
    names = (item.name for item in fields(content_type))
    return tuple(
        column for name in names for column in (QUANTITY if name == "quantity" else (name,))
    )


#: Kind of claim -> the columns with its content.
CONTENT: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {kind: _content_columns(content_type) for kind, content_type in KINDS.items()}
)
for _kind, _columns_of_kind in CONTENT.items():
    if missing := set(_columns_of_kind) - set(NAMES):
        raise TypeError(f"kg.curated.columns.COLUMNS lacks {sorted(missing)} of {_kind!r} claims")
