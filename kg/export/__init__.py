"""Answers and graphs in the formats that other programs read: one file a format.

Table formats print an answer (of a named query, or all claims if none is asked); graph formats
print the whole store.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from kg.errors import QueryError
from kg.export import bibtex, claims, csl, dataset, jsonld, latex, markdown, nanopub, network, rdf
from kg.export.records import cited, read_records
from kg.queries import run
from kg.table import Table, render_csv, render_json

if TYPE_CHECKING:
    from kg.store import Store

__all__ = ["FORMATS", "Format", "StoreFormat", "TableFormat", "export", "find_format"]

#: The query whose answer a table format prints when no other is asked for.
DEFAULT_QUERY = "all-claims"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFormat:
    """A format that prints a table.

    ``is_citing`` says that studies are printed as citation keys of the ``bibtex`` export.
    """

    name: str
    title: str
    media_type: str
    suffix: str
    render: Callable[[Table], str]
    is_citing: bool = False
    takes: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFormat:
    """A format that prints the whole store."""

    name: str
    title: str
    media_type: str
    suffix: str
    render: Callable[[Store], str]
    takes: Literal["store"] = "store"


Format = TableFormat | StoreFormat

_ALL: tuple[Format, ...] = (
    TableFormat(
        name="csv",
        title="Comma-separated values",
        media_type="text/csv",
        suffix=".csv",
        render=render_csv,
    ),
    TableFormat(
        name="json",
        title="JSON, one object a row",
        media_type="application/json",
        suffix=".json",
        render=render_json,
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
    StoreFormat(
        name="bibtex",
        title="BibTeX, one entry a study",
        media_type="application/x-bibtex",
        suffix=".bib",
        render=bibtex.render,
    ),
    StoreFormat(
        name="csl",
        title="CSL-JSON, one item a study",
        media_type="application/vnd.citationstyles.csl+json",
        suffix=".json",
        render=csl.render,
    ),
    StoreFormat(
        name="claims",
        title="Claims, JSON Lines",
        media_type="application/jsonl",
        suffix=".jsonl",
        render=claims.render,
    ),
    StoreFormat(
        name="ttl",
        title="Turtle",
        media_type="text/turtle",
        suffix=".ttl",
        render=rdf.render_turtle,
    ),
    StoreFormat(
        name="nq",
        title="N-Quads, sorted",
        media_type="application/n-quads",
        suffix=".nq",
        render=rdf.render_nquads,
    ),
    StoreFormat(
        name="jsonld",
        title="JSON-LD",
        media_type="application/ld+json",
        suffix=".jsonld",
        render=jsonld.render,
    ),
    StoreFormat(
        name="nanopub",
        title="Nanopublications, TriG, one a claim",
        media_type="application/trig",
        suffix=".trig",
        render=nanopub.render,
    ),
    StoreFormat(
        name="void",
        title="Description of the graph, VoID and DCAT, Turtle",
        media_type="text/turtle",
        suffix=".void.ttl",
        render=dataset.render,
    ),
    StoreFormat(
        name="graphml",
        title="Network of studies, things and links, GraphML",
        media_type="application/graphml+xml",
        suffix=".graphml",
        render=network.render_graphml,
    ),
    StoreFormat(
        name="gexf",
        title="Network of studies, things and links, GEXF",
        media_type="application/gexf+xml",
        suffix=".gexf",
        render=network.render_gexf,
    ),
    StoreFormat(
        name="cytoscape",
        title="Network of studies, things and links, Cytoscape JSON",
        media_type="application/json",
        suffix=".cyjs",
        render=network.render_cytoscape,
    ),
)

#: Every format by name; the registry that command line, service and documentation read.
FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ALL})


def find_format(name: str) -> Format:
    """The format of this name.

    Raises
    ------
    QueryError
        If there is none; the message lists those there are.
    """
    if name not in FORMATS:
        raise QueryError(f"no format {name!r}; there are: {', '.join(FORMATS)}")
    return FORMATS[name]


def export(store: Store, name: str, table: Table | None = None) -> str:
    """The store, or an answer from it, in a format.

    Parameters
    ----------
    store
        The graph that is exported, and that citation keys are made from.
    name
        A name of :data:`FORMATS`.
    table
        What a table format prints; the answer of :data:`DEFAULT_QUERY` if left out.

    Raises
    ------
    QueryError
        If the format is unknown, or a graph format is asked to print a table.
    """
    chosen = find_format(name)
    if isinstance(chosen, StoreFormat):
        if table is not None:
            raise QueryError(f"{name} exports the whole graph and takes no query")
        return chosen.render(store)
    printed = run(store, DEFAULT_QUERY) if table is None else table
    return chosen.render(cited(printed, read_records(store)) if chosen.is_citing else printed)
