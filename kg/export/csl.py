"""The studies as CSL-JSON, which Zotero, pandoc and citeproc read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.csl import csl_date, csl_fields, csl_names, without_empty
from kg.export.records import StudyRecord, read_records

if TYPE_CHECKING:
    from kg.store import Graph

#: Our types that CSL calls otherwise.
_TYPES = {"preprint": "article"}


def render(store: Graph) -> str:
    """Every study of the store as an item of a CSL-JSON list, sorted by citation key."""
    items = [item_of(record) for record in read_records(store)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def item_of(record: StudyRecord) -> dict[str, Any]:
    """One study as a CSL-JSON item."""
    item = {
        "id": record.key,
        "type": _TYPES.get(record.type, record.type),
        "title": record.title,
        "author": csl_names(record.authors),
        "issued": csl_date(record.year),
    }
    return without_empty({**item, **csl_fields(record)})
