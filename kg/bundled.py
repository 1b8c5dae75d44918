"""The claims of the review as they ship: facts and offsets, never its text.

``corpus/review/claims.jsonl`` opens with a header (document id, hash of the text that was read,
extractor, record) and goes on with one claim a line, without quotes but with its
place in words, and in signs that are no blanks (:mod:`kg.attach`).
``corpus/review/references.json`` is the reference list as CSL-JSON, as printed. What is known
better stands in ``corrections.tsv`` beside it and is put right when both are read
(:mod:`kg.corrections`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.model import Author, Paper, Reference
from kg.attach import HASH, PLACES, Signs
from kg.claims import canonical, parse_object, read_claims, to_record
from kg.corrections import by_number, corrected, read_corrections
from kg.csl import FIELDS, csl_date, csl_fields, csl_names, without_empty
from kg.errors import ExtractionError
from kg.model import THIS, Claim, Document

#: Our field -> the name of CSL-JSON, in items of ours.
_TEXTS = {"number": "citation-number", **FIELDS, "type": "type"}


def shipped_claims(paper: Paper, claims: Iterable[Claim], extractor: str) -> str:
    """The claims file of a paper whose text may not be shipped."""
    signs = Signs(paper.raw)
    header = {"doc": paper.id, "sha256": paper.sha256, HASH: signs.sha256, "extractor": extractor}
    if paper.record is not None:  # the title stays with the publisher's page
        header["record"] = to_csl(replace(paper.record, title=""))  # type: ignore[assignment]
    bare = [replace(c, evidence=replace(c.evidence, quote="")) for c in claims]
    records = [{**to_record(c), PLACES: signs.count(c.evidence.spans)} for c in canonical(bare)]
    lines = [json.dumps(record, ensure_ascii=False) for record in (header, *records)]
    return "".join(line + "\n" for line in lines)


def shipped_references(paper: Paper) -> str:
    """The reference list of a paper as CSL-JSON."""
    records = [to_csl(reference) for reference in paper.references]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def write_shipped(paper: Paper, claims: Iterable[Claim], extractor: str, folder: Path) -> None:
    """Write the two shipped files of a paper into a folder.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    text = shipped_claims(paper, claims, extractor)
    (folder / "claims.jsonl").write_text(text, encoding="utf-8")
    (folder / "references.json").write_text(shipped_references(paper), encoding="utf-8")


def read_shipped(claims: Path, references: Path, corrections: Path | None = None) -> Document:
    """A shipped document: its header, claims and reference list, corrected if there is a table.

    Raises
    ------
    ExtractionError
        If a file is malformed; the message names it and the cause.
    """
    document = _read_shipped(claims, references)
    if corrections is None:
        return document
    rows = by_number(read_corrections(corrections))
    listed = tuple(corrected(one, rows.get(one.number, ())) for one in document.references)
    own = corrected(document.record or Reference(), rows.get(THIS, ()))
    return replace(document, references=listed, record=own)


def read_records(claims: Path) -> list[dict[str, Any]]:
    """The lines of a shipped claims file as they stand: its header, then its claims.

    Raises
    ------
    ExtractionError, OSError
        If the file cannot be read, or a line is no JSON object.
    """
    return [parse_object(line) for line in claims.read_text(encoding="utf-8").splitlines()]


def _read_shipped(claims: Path, references: Path) -> Document:
    try:
        head, *lines = claims.read_text(encoding="utf-8").split("\n")
        header = parse_object(head)
        records = json.loads(references.read_text(encoding="utf-8"))
        listed = tuple(from_csl(record) for record in records)
        record = from_csl(header["record"]) if "record" in header else None
        return Document(
            id=header["doc"],
            sha256=header["sha256"],
            claims=read_claims(lines, claims.name),
            references=listed,
            record=record,
            genre=header.get("genre", "article"),
            extractor=header.get("extractor", ""),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ExtractionError(f"{claims}: not a shipped document ({error})") from error


def to_csl(record: Reference) -> dict[str, Any]:
    """A record as a CSL-JSON item, empty fields left out.

    >>> to_csl(Reference(number="7", authors=(Author(family="Liu", given="Y."),), year=2011))
    {'citation-number': '7', 'type': 'document', 'author': [{'family': 'Liu', 'given': 'Y.'}], \
'issued': {'date-parts': [[2011]]}}
    """
    item = {"citation-number": record.number, **csl_fields(record), "type": record.type}
    names = csl_names((author.family, author.given) for author in record.authors)
    return without_empty({**item, "author": names, "issued": csl_date(record.year)})


def from_csl(item: dict[str, Any]) -> Reference:
    """A record from a CSL-JSON item of ours.

    Raises
    ------
    KeyError, TypeError
        If the item has another shape.
    """
    fields = {field: str(item[name]) for field, name in _TEXTS.items() if name in item}
    issued = item.get("issued")
    return Reference(
        **fields,  # type: ignore[arg-type]
        authors=tuple(
            Author(family=a["family"], given=a.get("given", "")) for a in item.get("author", ())
        ),
        year=issued["date-parts"][0][0] if issued else None,
    )


if __name__ == "__main__":  # python -m kg.bundled PAPER FOLDER: the shipped files of a paper anew
    import sys

    import corpus
    from kg.extract import extract, extractor_version

    source = corpus.read(Path(sys.argv[1]))
    write_shipped(source, extract(source), extractor_version(), Path(sys.argv[2]))
