"""Validation reports: a table, a SHACL report in Turtle, a page of HTML."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Final

from ontology import rdf
from ontology.curie import to_curie
from ontology.iri import PREFIXES
from ontology.validation import Violation

COLUMNS: Final = ("severity", "thing", "what is wrong", "checked by")
_SH: Final = PREFIXES["sh"]
_TYPE: Final = rdf.NamedNode(PREFIXES["rdf"] + "type")
_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }}
table {{ border-collapse: collapse; width: 100% }}
th, td {{ border-bottom: 1px solid #bbb; padding: .4rem; text-align: left; vertical-align: top }}
td {{ overflow-wrap: anywhere }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{summary}</p>
{table}</body>
</html>
"""


def summary(violations: Sequence[Violation]) -> str:
    """Return one sentence with the number of faults, and of checks that found them.

    >>> summary([])
    'Nothing is wrong.'
    """
    if not violations:
        return "Nothing is wrong."
    severities = Counter(violation.severity for violation in violations)
    counted = " and ".join(f"{n} {name}{'s' * (n > 1)}" for name, n in sorted(severities.items()))
    checks = len({violation.check for violation in violations})
    return f"{counted}, found by {checks} check{'s' * (checks > 1)}."


def report_rows(violations: Sequence[Violation]) -> tuple[tuple[str, str, str, str], ...]:
    """Return the violations as rows of :data:`COLUMNS`, with IRIs shortened."""
    return tuple((v.severity, to_curie(v.focus), v.message, v.check) for v in violations)


def report_table(violations: Sequence[Violation]) -> str:
    """Return the violations as tab-separated lines below a header, followed by the summary."""
    rows = (COLUMNS, *report_rows(violations)) if violations else ()
    lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
    return "".join(f"{line}\n" for line in (*lines, summary(violations)))


def report_turtle(violations: Sequence[Violation]) -> str:
    """Return the violations as a SHACL report in Turtle; the same ones give the same bytes."""
    digest = _digest("report", *map(repr, violations))
    report = rdf.NamedNode(f"urn:sha256:{digest}")
    conforms = all(violation.severity != "violation" for violation in violations)
    triples = [
        rdf.Triple(report, _TYPE, rdf.NamedNode(_SH + "ValidationReport")),
        rdf.Triple(report, rdf.NamedNode(_SH + "conforms"), rdf.Literal(conforms)),
    ]
    for violation in violations:
        node = rdf.NamedNode(f"urn:sha256:{_digest(repr(violation))}")
        triples.append(rdf.Triple(report, rdf.NamedNode(_SH + "result"), node))
        triples += _result(node, violation)
    prefixes = {name: PREFIXES[name] for name in ("ald", "dcterms", "sh")}
    data = rdf.serialize(triples, format=rdf.RdfFormat.TURTLE, prefixes=prefixes) or b""
    return data.decode()


def _result(node: rdf.NamedNode, violation: Violation) -> list[rdf.Triple]:
    focus = _thing(violation.focus)
    severity = rdf.NamedNode(_SH + violation.severity.capitalize())
    return [
        rdf.Triple(node, _TYPE, rdf.NamedNode(_SH + "ValidationResult")),
        rdf.Triple(node, rdf.NamedNode(_SH + "focusNode"), focus),
        rdf.Triple(node, rdf.NamedNode(_SH + "resultMessage"), rdf.Literal(violation.message)),
        rdf.Triple(node, rdf.NamedNode(_SH + "resultSeverity"), severity),
        rdf.Triple(
            node, rdf.NamedNode(PREFIXES["dcterms"] + "conformsTo"), rdf.Literal(violation.check)
        ),
    ]


def _thing(focus: str) -> rdf.NamedNode | rdf.Literal:
    try:
        return rdf.NamedNode(focus)
    except ValueError:
        return rdf.Literal(focus)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def report_html(violations: Sequence[Violation], *, title: str = "Check of the graph") -> str:
    """Return the violations as a self-contained page; all text from the data is escaped."""
    head = "".join(f"<th scope=col>{escape(column)}</th>" for column in COLUMNS)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n"
        for row in report_rows(violations)
    )
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"
    return _PAGE.format(
        title=escape(title),
        summary=escape(summary(violations)),
        table=table if violations else "",
    )
