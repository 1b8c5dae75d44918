"""A graph in a notebook: answers as pandas frames, tables for a manuscript.

>>> import kg
>>> graph = kg.open("graphs/ald")  # doctest: +SKIP
>>> graph.ask("oxide-coated-dots", max_temperature=100)  # doctest: +SKIP
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from kg.errors import QueryError
from kg.export.answers import answer, print_answer
from kg.export.formats import export
from kg.queries import NOTHING_SAID, find_query, gathered, load_queries, spread
from kg.store import Endpoint, Graph, locate, open_graph
from kg.table import IRI_SUFFIX, RAW_SUFFIX, Cell, Table, heading, table_from_result

if TYPE_CHECKING:
    import pandas as pd

#: Endings of columns for programs, which are left out unless ``raw`` is set.
_FOR_PROGRAMS: Final = (IRI_SUFFIX, RAW_SUFFIX)


class Answers:
    """A graph that answers questions with pandas frames; :func:`kg.open` makes one."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def questions(self) -> pd.DataFrame:
        """Return the named questions: topic, name, question in words, and parameters."""
        rows = tuple(
            (query.topic, query.name, query.question, ", ".join(p.name for p in query.params))
            for query in sorted(load_queries().values(), key=lambda query: query.topic)
        )
        return _frame(Table(columns=("topic", "name", "question", "parameters"), rows=rows))

    def ask(self, name: str, /, *, raw: bool = False, **values: object) -> pd.DataFrame:
        """Return the answer to a named question, a row per finding, with its sentence at the end.

        Parameters
        ----------
        name
            A name that :meth:`questions` lists.
        raw
            Whether to keep columns of IRIs and codes.
        values
            The parameters of the question, in words: ``material="alumina"``; several values as a
            list, or ``"alumina or ZnO"``.

        Returns
        -------
        pandas.DataFrame
            ``frame.attrs["question"]`` is the question in words; for an empty answer
            ``frame.attrs["why"]`` names the value that excluded all rows.

        Raises
        ------
        QueryError
            If the question, a parameter or a value is unknown, or a needed value is missing.
        StoreError
            If the graph gives no answer.
        """
        found = answer(self.graph, name, _texts(name, values))
        frame = _frame(found.table, raw=raw)
        frame.attrs["question"] = find_query(name).question
        if frame.empty:
            frame.attrs["why"] = found.reasons or (NOTHING_SAID,)
        return frame

    def sparql(self, query: str) -> pd.DataFrame:
        """Return the rows of a SPARQL query; the prefixes of the ontology need no declaration.

        Raises
        ------
        QueryError
            If the query is wrong.
        StoreError
            If the graph gives no answer.
        """
        return _frame(table_from_result(self.graph.query(query)), raw=True)

    def export(self, form: str, name: str = "", /, **values: object) -> str:
        """Return a named answer, or the whole graph, in a format: ``latex``, ``bibtex``...

        The citation keys of ``latex`` are those of ``bibtex``.

        Raises
        ------
        QueryError
            If the format, the question, a parameter or a value is unknown.
        StoreError
            If the graph gives no answer.
        """
        if not name:
            return export(self.graph, form)
        found = answer(self.graph, name, _texts(name, values))
        table, text = print_answer(self.graph, found, form)
        return text.decode() if text is not None else export(self.graph, form, table)


def open_answers(place: str | Path) -> Answers:
    """Open a graph for questions: see :func:`kg.open`."""
    text = str(place)
    if urlsplit(text).scheme in ("http", "https"):
        return Answers(_served(text))
    return Answers(open_graph(locate(place)))


def _served(address: str) -> Graph:
    """Return the graph behind a service of ``aldkg serve``, which has its own generations."""
    from kg.store.remote import RemoteGraph
    from kg.store.remote.client import Client

    base = address.rstrip("/").removesuffix("/sparql")
    endpoint = Endpoint(address=address, query=base + "/sparql", update="")
    return RemoteGraph(Client(endpoint), generation=address)


def _texts(name: str, values: dict[str, object]) -> dict[str, str]:
    return gathered(find_query(name), spread(values))


def _frame(table: Table, *, raw: bool = False) -> pd.DataFrame:
    """Return a table as a frame; columns get their headings for readers unless ``raw`` is set."""
    pandas = _pandas()
    frame = pandas.DataFrame.from_records(list(table.rows), columns=list(table.columns))
    for name in table.columns:
        if _is_whole(table.column(name)):
            frame[name] = frame[name].astype("Int64")  # 2011, not 2011.0 beside a gap
    if raw:
        return frame
    shown = [name for name in table.columns if not name.endswith(_FOR_PROGRAMS)]
    return frame[shown].rename(columns=heading)


def _is_whole(cells: tuple[Cell, ...]) -> bool:
    """Return whether a column holds both whole numbers and gaps."""
    numbers = [cell for cell in cells if cell is not None]
    return 0 < len(numbers) < len(cells) and all(isinstance(cell, int) for cell in numbers)


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise QueryError("frames need pandas: pip install 'ald-kg[notebook]'") from error
    return pandas
