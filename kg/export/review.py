"""A draft for a review of one topic: tables, figures, evidence, gaps, bibliography, queries.

The topic is a material, process, reagent, property or other term, as a reader would type it. Every
named question with a parameter of its kind is asked. The same graph gives the same bytes, so the
draft has the hash of the graph and no date.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.export import bibtex, figures, latex, markdown, prose
from kg.export.answers import answer
from kg.export.captions import Caption
from kg.export.escape import escape_latex, escape_markdown
from kg.export.figures import Figure, figures_of
from kg.export.records import StudyRecord, cited, of_studies, read_records, studies_in
from kg.grounding import ground
from kg.layout import BELOW
from kg.queries import NamedQuery, Param, load_queries, prepare, run, unknown_materials
from kg.table import Table

if TYPE_CHECKING:
    from kg.store import Graph

#: Questions that have sections of their own or do not suit a draft.
_LEFT_OUT = frozenset({"untried-materials", "disagreements", "reporting-of-parameter"})
_MACHINES = "Tables"
#: Columns of the overview whose gaps are reported, with their names in a sentence.
_GAPS: Mapping[str, str] = {
    "process": "process",
    "precursors": "precursor",
    "coreactants": "co-reactant",
    "temperature": "temperature",
    "ligands": "ligand",
    "techniques": "technique",
    "outcomes": "outcome",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The answer to one question, with its citations in place."""

    name: str
    question: str
    caption: Caption
    table: Table
    sparql: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The material of a review on a topic; ``gaps`` are sentences."""

    topic: str
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]
    disagreements: Table
    gaps: tuple[str, ...]
    records: tuple[StudyRecord, ...]
    graph: str


def review_files(store: Graph, topic: str) -> dict[str, bytes]:
    """Return the files of a draft: ``review.md``, ``review.tex``, ``studies.bib`` and others.

    The folder ``figures`` holds the maps of the topic, ``queries`` the questions in SPARQL.

    Raises
    ------
    QueryError
        If the topic is not a term, or the graph has nothing on it.
    """
    draft = make_draft(store, topic)
    manifest = {
        "topic": topic,
        "graph_sha256": draft.graph,
        "studies": [record.key for record in draft.records],
        "questions": {part.name: len(part.table) for part in draft.parts},
        "figures": [figure.name for figure in draft.figures],
    }
    texts = {
        "review.md": "\n".join(_markdown(draft)),
        "review.tex": "\n".join(_latex(draft)),
        "studies.bib": bibtex.render(draft.records),
        **{f"queries/{part.name}.rq": part.sparql for part in draft.parts},
        "manifest.json": json.dumps(manifest, ensure_ascii=False, indent=1) + "\n",
    }
    drawn = dict(file for figure in draft.figures for file in figure.files())
    return {name: text.encode() for name, text in texts.items()} | drawn


def make_draft(store: Graph, topic: str) -> Draft:
    """Return the answers to every question that the topic fits.

    Raises
    ------
    QueryError
        As in :func:`review_files`.
    """
    asked = list(_questions(store, topic))
    answers = [(query, answer(store, query.name, values), values) for query, values in asked]
    answers = [(query, found, values) for query, found, values in answers if found.table.rows]
    if not answers:
        raise QueryError(f"the graph has nothing on {topic!r}; `aldkg search` finds names")
    studies = frozenset().union(*(studies_in(found.table) for _, found, _ in answers))
    records = read_records(store, studies)
    return Draft(
        topic=topic,
        parts=tuple(
            Part(
                name=query.name,
                question=query.question,
                caption=found.caption,
                table=cited(found.table, records),
                sparql=prepare(store, query.name, values),
            )
            for query, found, values in answers
        ),
        figures=figures_of(store, topic),
        disagreements=cited(of_studies(_one_way(run(store, "disagreements")), studies), records),
        gaps=tuple(_gaps(of_studies(run(store, "study-overview"), studies))),
        records=records,
        graph=graph_hash(store),
    )


def _one_way(found: Table) -> Table:
    """Return the disagreements with each pair of studies once, instead of from both sides."""
    sides = zip(found.column("study_iri"), found.column("other_study_iri"), strict=True)
    rows = (
        row for row, (one, other) in zip(found.rows, sides, strict=True) if str(one) < str(other)
    )
    return Table(columns=found.columns, rows=tuple(rows))


def graph_hash(store: Graph) -> str:
    """Return the SHA-256 of the graph, over the sorted N-Quads of its documents."""
    digest = hashlib.sha256()
    for line in sorted(f"{quad} .\n" for quad in store.quads()):
        digest.update(line.encode())
    return digest.hexdigest()


def _questions(store: Graph, topic: str) -> Iterator[tuple[NamedQuery, dict[str, str]]]:
    for query in load_queries().values():
        if query.topic == _MACHINES or query.name in _LEFT_OUT:
            continue
        fitting = next((param for param in query.params if _fits(store, query, param, topic)), None)
        others = [param for param in query.params if param is not fitting and param.is_required]
        if fitting is not None and not others:
            yield query, {fitting.name: topic}


def _fits(store: Graph, query: NamedQuery, param: Param, topic: str) -> bool:
    if param.type == "concept":
        return ground(param.kind, topic).term is not None
    if param.type != "material":
        return False
    try:
        return not any(unknown_materials(store, query, {param.name: topic}))
    except QueryError:
        return False


def _gaps(overview: Table) -> Iterator[str]:
    """Yield a sentence for each column that some studies do not state, with these studies."""
    for column, word in _GAPS.items():
        silent = [
            str(study)
            for study, cell in zip(overview.column("study"), overview.column(column), strict=True)
            if cell is None
        ]
        if silent:
            listed = ", ".join(dict.fromkeys(silent))
            yield f"{len(silent)} of {len(overview)} studies state no {word}: {listed}."


def _without_evidence(table: Table) -> Table:
    return table.without(*BELOW)


def _markdown(draft: Draft) -> Iterator[str]:
    yield f"# {escape_markdown(draft.topic)}\n"
    yield f"{len(draft.records)} studies; graph `{draft.graph}`; keys are those of `studies.bib`.\n"
    for part in draft.parts:
        yield f"## {part.caption.title}\n\n{part.question}\n"
        yield markdown.render(_without_evidence(part.table))
    if draft.figures:
        yield "## Figures\n"
        yield from figures.as_markdown(draft.figures)
    yield "## Gaps\n"
    yield "".join(f"- {escape_markdown(gap)}\n" for gap in draft.gaps) or "None were found.\n"
    yield "## Disagreements\n"
    shown = draft.disagreements
    yield markdown.render(shown) if shown.rows else "None were found.\n"
    yield "## Evidence\n"
    for part in draft.parts:
        yield f"### {part.caption.title}\n"
        yield markdown.render(part.table)


def _latex(draft: Draft) -> Iterator[str]:
    yield from (r"\documentclass{article}", *latex.PACKAGES, figures.PACKAGE, r"\begin{document}")
    yield rf"\title{{{escape_latex(draft.topic)}}}\author{{}}\date{{}}\maketitle"
    yield rf"\noindent {len(draft.records)} studies; the graph has the SHA-256"
    yield rf"\begin{{center}}\footnotesize\texttt{{{draft.graph}}}\end{{center}}"
    for part in draft.parts:
        yield _section(part.caption.title)
        yield escape_latex(part.question)
        yield latex.render(_without_evidence(part.table), part.caption)
    yield from figures.as_latex(draft.figures)
    yield r"\clearpage"
    yield _section("Gaps")
    yield _listed(draft.gaps)
    yield _section("Disagreements")
    shown = draft.disagreements
    yield prose.render(shown) if shown.rows else "None were found."
    yield rf"\appendix {_section('Evidence')}"
    for part in draft.parts:
        yield prose.render(part.table, part.caption)
    yield from (r"\bibliographystyle{unsrt}", r"\bibliography{studies}", r"\end{document}", "")


def _section(title: str) -> str:
    return rf"\section{{{escape_latex(title)}}}"


def _listed(texts: Sequence[str]) -> str:
    if not texts:
        return "None were found."
    items = "\n".join(rf"\item {escape_latex(text)}" for text in texts)
    return f"\\begin{{itemize}}\\raggedright\n{items}\n\\end{{itemize}}"
