"""The links of a claim in its JSON record.

A record has only keys that its kind of claim may have and that have a value. Things are written
``"kind:id"``, the layers of an outcome's ``of`` as plain formulas, conditions as objects.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.errors import ExtractionError
from kg.model import LINKS_OF, THING_KINDS, Condition, Links, Thing
from kg.records.quantities import QUANTITY_KEYS, quantity_record, read_quantity
from kg.records.values import Record, quoted, text, texts

#: Links whose key in a record differs from the name of the field: field -> key.
KEYS = {"owner": "of", "used_for": "for", "used_with": "with"}

#: Every key of a link in a record.
LINK_KEYS = tuple(dict.fromkeys(KEYS.get(name, name) for own in LINKS_OF.values() for name in own))


def links_record(links: Links, content_type: type) -> Record:
    """Return the links of a claim of this kind as keys of a record.

    >>> from kg.model import Outcome
    >>> links_record(Links(of=("PbSe",), agent=(Thing("process", "ald"),)), Outcome)
    {'of': ['PbSe'], 'agent': ['process:ald']}
    """
    names = LINKS_OF.get(content_type, ())
    written = {KEYS.get(name, name): _written(getattr(links, name)) for name in names}
    return {key: value for key, value in written.items() if value}


def _written(values: tuple[str | Thing | Condition, ...]) -> Sequence[str | Record]:
    if all(isinstance(value, Thing) for value in values):
        return sorted(map(str, values))
    return [_condition_record(v) if isinstance(v, Condition) else str(v) for v in values]


def _condition_record(condition: Condition) -> Record:
    quantity = quantity_record(condition.quantity) if condition.quantity is not None else {}
    return {"parameter": condition.parameter, **quantity}


def read_links(record: Mapping[str, Any], content_type: type) -> Links:
    """Return the links in a record.

    Raises
    ------
    ExtractionError
        If a claim of this kind has no such link, or a link has a value of the wrong type.
    """
    names = LINKS_OF.get(content_type, ())
    keys = {KEYS.get(name, name): name for name in names}
    for key in LINK_KEYS:
        if key in record and key not in keys:
            raise ExtractionError(f"a claim of this kind has no link {key!r}")
    return Links(**{name: _read(record, key, name) for key, name in keys.items() if key in record})


def _read(record: Mapping[str, Any], key: str, name: str) -> tuple[Any, ...]:
    if name == "of":
        return texts(record, key, "formulas")
    if name == "under":
        return _conditions(record, key)
    return read_things(record, key)


def read_things(record: Mapping[str, Any], key: str) -> tuple[Thing, ...]:
    """Return a list of things, each written ``"kind:id"``.

    Raises
    ------
    ExtractionError
        If it is not a list of things.
    """
    return tuple(_thing(key, value) for value in texts(record, key, "things"))


def _thing(key: str, value: str) -> Thing:
    kind, _, name = value.partition(":")
    if kind not in THING_KINDS or not name:
        raise ExtractionError(
            f"{key} does not name a thing: {quoted(value)}; write KIND:ID,"
            f" with one of the kinds {', '.join(THING_KINDS)}"
        )
    return Thing(kind, name)


def _conditions(record: Mapping[str, Any], key: str) -> tuple[Condition, ...]:
    value = record[key]
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ExtractionError(f"{key} is not a list of conditions: {quoted(value)}")
    return tuple(_condition(key, item) for item in value)


def _condition(key: str, item: Mapping[str, Any]) -> Condition:
    unknown = sorted(item.keys() - QUANTITY_KEYS - {"parameter"})
    if unknown:
        raise ExtractionError(f"{key} has an unknown key {unknown[0]!r}")
    try:
        return Condition(parameter=text(item, "parameter"), quantity=read_quantity(item))
    except ExtractionError as error:
        raise ExtractionError(f"{key}: {error}") from error
