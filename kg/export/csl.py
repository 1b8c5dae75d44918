"""The studies as CSL-JSON, which Zotero, pandoc and citeproc read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from kg.csl import csl_date, csl_fields, csl_names, without_empty
from kg.export.records import StudyRecord

#: Types that have another name in CSL.
_TYPES = {"preprint": "article"}


def render(records: Iterable[StudyRecord]) -> str:
    """Return the records as a CSL-JSON list, in the given order."""
    items = [item_of(record) for record in records]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def item_of(record: StudyRecord) -> dict[str, Any]:
    """Return one study as a CSL-JSON item."""
    item = {
        "id": record.key,
        "type": _TYPES.get(record.type, record.type),
        "title": record.title,
        "author": csl_names(record.authors),
        "issued": csl_date(record.year),
    }
    return without_empty({**item, **csl_fields(record)})
