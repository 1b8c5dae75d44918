"""The bibliography file that takes the changes: CSL-JSON, which builds read beside the papers.

Everything else in the file is kept: unchanged items, unknown fields, and values that conflict with
a service (unless ``overwrite`` is set). A record gets its own item the first time something is
found for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from corpus.errors import ReadError
from corpus.model import Reference
from corpus.records.fields import tidy_doi
from corpus.records.matching import title_key
from kg.csl import FIELDS, Item
from kg.enrich.changes import Change, completed
from kg.enrich.works import Work
from kg.export.csl import item_of
from kg.export.records import StudyRecord

_NAMES: Final[Mapping[str, str]] = {
    **FIELDS,
    "authors": "author",
    "year": "issued",
    "type": "type",
}


def read_items(file: Path) -> list[Item]:
    """Return the items of a file; none if it does not exist.

    Raises
    ------
    ReadError
        If it cannot be read, or is not a CSL-JSON list.
    """
    try:
        items = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ReadError(str(file), (error.strerror or "cannot be read").lower()) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(str(file), f"not JSON ({error})") from error
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise ReadError(str(file), "not CSL-JSON: no list of items")
    return items


def write_items(items: Iterable[Item]) -> str:
    """Return the text of a file with these items."""
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"


def with_changes(
    items: Iterable[Item],
    changed: Iterable[tuple[Work, tuple[Change, ...]]],
    *,
    overwrite: bool = False,
) -> list[Item]:
    """Return new items with the changes of some works; the given items are not modified.

    Parameters
    ----------
    items
        The items of the file.
    changed
        Works with the changes proposed for them.
    overwrite
        Whether to replace values by those of a service; otherwise only gaps are filled.
    """
    result = [dict(item) for item in items]
    for work, proposed in changed:
        changes = [change for change in proposed if overwrite or change.kind == "new"]
        if not changes:
            continue
        whole = _item(work, completed(work.record, changes, overwrite=overwrite))
        item = _find(result, work)
        if item is None:
            result.append({**whole, "id": _unused(whole["id"], result)})
            continue
        for name in (_NAMES[change.field] for change in changes):
            if overwrite or not item.get(name):
                item[name] = whole[name]
    return result


def _item(work: Work, record: Reference) -> Item:
    return item_of(
        StudyRecord(
            iri="",
            key=record.key or work.name,
            title=record.title,
            authors=tuple((author.family, author.given) for author in record.authors),
            year=record.year,
            container=record.container,
            volume=record.volume,
            issue=record.issue,
            pages=record.pages,
            publisher=record.publisher,
            doi=record.doi,
            url=record.url,
            type=record.type,
        )
    )


def _find(items: list[dict[str, Any]], work: Work) -> dict[str, Any] | None:
    """Return the item of a work: with its DOI, else its key or name, else its title."""
    doi, title = work.record.doi.lower(), title_key(work.record.title)
    names = {work.record.key, work.name} - {""}
    tests = (
        lambda item: doi and tidy_doi(str(item.get("DOI", ""))).lower() == doi,
        lambda item: names & {str(item.get("citation-key", "")), str(item.get("id", ""))},
        lambda item: title and title_key(str(item.get("title", ""))) == title,
    )
    return next((item for is_it in tests for item in items if is_it(item)), None)


def _unused(key: str, items: list[dict[str, Any]]) -> str:
    taken = {str(item.get("id", "")) for item in items}
    names = (key if number == 1 else f"{key}-{number}" for number in range(1, len(items) + 2))
    return next(name for name in names if name not in taken)
