"""Every format by name, and the export of a graph or an answer in a format.

Table formats and workbooks print an answer (to a named query, or all claims by default), record
formats the bibliographic records of studies (of those in an answer, or all), and store formats the
whole graph.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, Literal

from kg.errors import QueryError
from kg.export import (
    bibtex,
    claims,
    csl,
    dataset,
    jsonld,
    latex,
    markdown,
    nanopub,
    network,
    prose,
    rdf,
    ris,
    workbook,
)
from kg.export.captions import NO_CAPTION, Caption
from kg.export.records import StudyRecord, cited, of_studies, read_records, studies_in
from kg.queries import run
from kg.table import Table, render_csv, render_json

if TYPE_CHECKING:
    from kg.store import Graph

__all__ = [
    "DEFAULT_QUERY",
    "FORMATS",
    "BookFormat",
    "Format",
    "RecordFormat",
    "StoreFormat",
    "TableFormat",
    "export",
    "export_bytes",
    "find_format",
]

#: The query whose answer a table format prints by default.
DEFAULT_QUERY = "all-claims"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat:
    """A format that prints a table.

    ``is_citing`` means that studies are printed as citation keys of the ``bibtex`` export, and that
    the table may have a caption.
    """

    name: str
    title: str
    media_type: str
    suffix: str
    render: Callable[[Table, Caption], str]
    is_citing: bool = False
    takes: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFormat:
    """A format that prints a table as a workbook, which is not text."""

    name: str
    title: str
    media_type: str
    suffix: str
    render: Callable[[Table], bytes]
    takes: Literal["book"] = "book"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFormat:
    """A format that prints the bibliographic records of studies."""

    name: str
    title: str
    media_type: str
    suffix: str
    render: Callable[[Iterable[StudyRecord]], str]
    takes: Literal["records"] = "records"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFormat:
    """A format for the whole store; it is written in parts, so large stores fit in memory."""

    name: str
    title: str
    media_type: str
    suffix: str
    write: Callable[[Graph, BinaryIO], None]
    takes: Literal["store"] = "store"


Format = TableFormat | BookFormat | RecordFormat | StoreFormat

_ALL: tuple[Format, ...] = (
    TableFormat(
        name="csv",
        title="Comma-separated values",
        media_type="text/csv",
        suffix=".csv",
        render=lambda table, _: render_csv(table),
    ),
    TableFormat(
        name="json",
        title="JSON, one object per row",
        media_type="application/json",
        suffix=".json",
        render=lambda table, _: render_json(table),
    ),
    TableFormat(
        name="latex",
        title="LaTeX table with citations",
        media_type="application/x-tex",
        suffix=".tex",
        render=latex.render,
        is_citing=True,
    ),
    TableFormat(
        name="markdown",
        title="Markdown table with citations",
        media_type="text/markdown",
        suffix=".md",
        render=markdown.render,
        is_citing=True,
    ),
    TableFormat(
        name="latex-list",
        title="LaTeX list of sentences with citations",
        media_type="application/x-tex",
        suffix=".list.tex",
        render=prose.render,
        is_citing=True,
    ),
    BookFormat(
        name=workbook.SUFFIX,
        title="Excel workbook, with the sentences in a second sheet",
        media_type=workbook.MEDIA_TYPE,
        suffix=f".{workbook.SUFFIX}",
        render=lambda table: workbook.render(workbook.with_sentences(table)),
    ),
    RecordFormat(
        name="bibtex",
        title="BibTeX, one entry per study",
        media_type="application/x-bibtex",
        suffix=".bib",
        render=bibtex.render,
    ),
    RecordFormat(
        name="ris",
        title="RIS, one record per study",
        media_type="application/x-research-info-systems",
        suffix=".ris",
        render=ris.render,
    ),
    RecordFormat(
        name="csl",
        title="CSL-JSON, one item per study",
        media_type="application/vnd.citationstyles.csl+json",
        suffix=".json",
        render=csl.render,
    ),
    StoreFormat(
        name="claims",
        title="Claims, JSON Lines",
        media_type="application/jsonl",
        suffix=".jsonl",
        write=claims.write,
    ),
    StoreFormat(
        name="ttl",
        title="Turtle",
        media_type="text/turtle",
        suffix=".ttl",
        write=rdf.write_turtle,
    ),
    StoreFormat(
        name="nq",
        title="N-Quads, sorted",
        media_type="application/n-quads",
        suffix=".nq",
        write=rdf.write_nquads,
    ),
    StoreFormat(
        name="jsonld",
        title="JSON-LD",
        media_type="application/ld+json",
        suffix=".jsonld",
        write=jsonld.write,
    ),
    StoreFormat(
        name="nanopub",
        title="Nanopublications, TriG, one per claim",
        media_type="application/trig",
        suffix=".trig",
        write=nanopub.write,
    ),
    StoreFormat(
        name="void",
        title="Description of the graph, VoID and DCAT, Turtle",
        media_type="text/turtle",
        suffix=".void.ttl",
        write=dataset.write,
    ),
    StoreFormat(
        name="graphml",
        title="Network of studies, things and links, GraphML",
        media_type="application/graphml+xml",
        suffix=".graphml",
        write=network.write_graphml,
    ),
    StoreFormat(
        name="gexf",
        title="Network of studies, things and links, GEXF",
        media_type="application/gexf+xml",
        suffix=".gexf",
        write=network.write_gexf,
    ),
    StoreFormat(
        name="cytoscape",
        title="Network of studies, things and links, Cytoscape JSON",
        media_type="application/json",
        suffix=".cyjs",
        write=network.write_cytoscape,
    ),
)

#: Every format by name; command line, service and documentation use this registry.
FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ALL})


def find_format(name: str) -> Format:
    """Return the format with this name.

    Raises
    ------
    QueryError
        If there is none; the message lists the existing ones.
    """
    if name not in FORMATS:
        raise QueryError(f"no format {name!r}; there are: {', '.join(FORMATS)}")
    return FORMATS[name]


def export(
    store: Graph,
    name: str,
    table: Table | None = None,
    *,
    studies: Iterable[str] = (),
    caption: Caption = NO_CAPTION,
) -> str:
    """Return the store, or an answer from it, in a text format: see :func:`export_bytes`.

    Raises
    ------
    QueryError
        If the format is unknown or not text, or cannot print the given table or studies.
    """
    if isinstance(find_format(name), BookFormat):
        raise QueryError(f"{name} is not text; kg.export.formats.export_bytes gives its bytes")
    return export_bytes(store, name, table, studies=studies, caption=caption).decode()


def export_bytes(
    store: Graph,
    name: str,
    table: Table | None = None,
    *,
    studies: Iterable[str] = (),
    caption: Caption = NO_CAPTION,
) -> bytes:
    """Return the store, or an answer from it, in a format; ``write`` of a format needs less memory.

    Parameters
    ----------
    store
        The graph to export, which also gives the citation keys.
    name
        A name of :data:`FORMATS`.
    table
        The table that a table format prints, by default the answer to :data:`DEFAULT_QUERY`; a
        record format prints the studies in it, by default all.
    studies
        IRIs of studies: only rows on these are printed, and records of these and of the table's.
    caption
        The caption of the table, if the format has captions.

    Raises
    ------
    QueryError
        If the format is unknown, or cannot print the given table or studies.
    """
    chosen, wanted = find_format(name), frozenset(studies)
    if isinstance(chosen, StoreFormat):
        if table is not None or wanted:
            raise QueryError(f"{name} exports the whole graph and takes no query and no study")
        out = io.BytesIO()
        chosen.write(store, out)
        return out.getvalue()
    if isinstance(chosen, RecordFormat):
        return chosen.render(_records(store, table, wanted)).encode()
    printed = run(store, DEFAULT_QUERY) if table is None else table
    if wanted:
        printed = of_studies(printed, wanted)
    if isinstance(chosen, BookFormat):
        return chosen.render(printed)
    if chosen.is_citing:
        printed = cited(printed, read_records(store, studies_in(printed)))
    return chosen.render(printed, caption).encode()


def _records(store: Graph, table: Table | None, wanted: frozenset[str]) -> tuple[StudyRecord, ...]:
    if table is None:
        return read_records(store, wanted or None)
    return read_records(store, wanted | studies_in(table))
