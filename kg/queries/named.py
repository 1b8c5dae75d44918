"""Named queries, and the parser of their files.

A query is one ``.rq`` file. Its comment lines hold everything that a reader, the command line, the
web page and the documentation need::

    # title: Studies of a material
    # topic: Materials and systems
    # question: Which studies made or used this material, and in which role?
    # words: synthesis used
    # param: material material default="" -- the material, by formula, name or class
    # merge: ligand technique
    # example: material=PbSe
    # offered: on the start page

Below them is plain SPARQL that runs as it is and then answers for every value. A line ``# values:
material`` marks the place of a given value, which is inserted as a ``VALUES`` block of RDF terms.
The variable is named like the parameter; for a material, concept or study ``x`` it is ``?x_iri``,
so that ``?x`` can be its label. Columns after ``# merge:`` list things, one solution each: rows
that agree in all other columns become one. ``# words:`` are further words that people use for the
question.

:mod:`kg.queries.blocks` describes the division of a long answer into pages, :mod:`kg.queries.sure`
how a line ``# sure:`` of the SPARQL gives a question the parameter ``sure`` and the column
``belief``.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from kg.errors import QueryError, unknown_parameter
from kg.queries.blocks import VALUES_LINE, Paging, read_paging, without_marks
from kg.queries.sure import BELIEF, DEFAULT, DESCRIPTION, SURE, with_belief

ParamType = Literal[
    "string", "integer", "number", "share", "temperature", "link", "material", "concept", "study"
]

#: Types whose values are things with an IRI; they enter as the variable ``?<name>_iri``.
_THINGS = frozenset({"material", "concept", "study"})

_PARAM = re.compile(
    rf"(?P<name>[a-z][a-z_]*) (?P<type>{'|'.join(get_args(ParamType))})(?:\((?P<kind>[a-z_]+)\))?"
    r'(?: default="(?P<default>[^"]*)")? -- (?P<description>.+)'
)
_HEADER = re.compile(
    r"# (?P<key>title|topic|question|words|param|merge|example|offered|pages|keys|names|given"
    r"|narrow|only|found): (?P<value>.+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """A parameter of a question; ``kind`` is the vocabulary of a concept.

    The default ``None`` means that a value is required, an empty default means "any".
    """

    name: str
    type: ParamType
    description: str
    kind: str = ""
    default: str | None = None

    @property
    def variable(self) -> str:
        """The SPARQL variable of the value: ``?process_iri`` for a concept ``process``."""
        return self.name + "_iri" if self.type in _THINGS else self.name

    @property
    def takes_several(self) -> bool:
        """Whether several values may be given; the answer has rows for any of them."""
        return self.type in _THINGS

    @property
    def is_required(self) -> bool:
        """Whether the question needs a value."""
        return self.default is None

    @property
    def signature(self) -> str:
        """The type as written in the header: ``material``, ``concept(process)``."""
        return f"{self.type}({self.kind})" if self.kind else self.type


#: The least belief of the rows; every question on statements has this parameter.
_SURE = Param(name=SURE, type="share", default=DEFAULT, description=DESCRIPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question with a name: ``text`` is SPARQL, ``example`` has values for a demonstration.

    ``merge`` are columns that list things: solutions that agree in all other columns become one
    row. ``words`` are words of other wordings of the question. ``topic`` is the heading in the list
    of questions; questions with ``is_offered`` are also on the start page, with the values of the
    example. ``paging`` describes the division of the answer into pages; it is ``None`` if there is
    none.
    """

    name: str
    title: str
    topic: str
    question: str
    text: str = field(repr=False)
    params: tuple[Param, ...] = ()
    example: tuple[tuple[str, str], ...] = ()
    merge: tuple[str, ...] = ()
    words: str = ""
    is_offered: bool = False
    paging: Paging | None = field(default=None, repr=False)

    @property
    def belief(self) -> str:
        """The column with the belief of a row; ``""`` if the rows are not statements."""
        return BELIEF if _SURE in self.params else ""

    @property
    def sparql(self) -> str:
        """The SPARQL for readers; it answers for every value."""
        return without_marks(self.text)

    def param(self, name: str) -> Param:
        """Return the parameter with this name.

        Raises
        ------
        QueryError
            If there is none; the message lists the existing ones.
        """
        for param in self.params:
            if param.name == name:
                return param
        raise unknown_parameter(self.name, name, [param.name for param in self.params])


def parse_query(name: str, source: str) -> NamedQuery:
    """Return the query in an ``.rq`` file: its header lines and its SPARQL.

    Raises
    ------
    QueryError
        If title, topic or question is missing, or a parameter is malformed or has no place.
    """
    headers = [(m["key"], m["value"].strip()) for m in _HEADER.finditer(source)]
    single = {key: value for key, value in headers if key != "param"}
    for key in ("title", "topic", "question"):
        if key not in single:
            raise QueryError(f"{name}.rq: no line '# {key}: ...'")
    params = tuple(_parse_param(name, value) for key, value in headers if key == "param")
    text, is_sure = with_belief(name, _without_header(source))
    query = NamedQuery(
        name=name,
        title=single["title"],
        topic=single["topic"],
        question=single["question"],
        text=text,
        params=(*params, _SURE) if is_sure else params,
        example=_parse_example(name, single.get("example", "")),
        merge=tuple(single.get("merge", "").split()),
        words=single.get("words", ""),
        is_offered="offered" in single,
        paging=_parse_paging(name, text, headers) if "pages" in single else None,
    )
    _check_names(query)
    return query


def _parse_paging(name: str, text: str, headers: list[tuple[str, str]]) -> Paging:
    def joined(wanted: str) -> str:
        return " ".join(value for key, value in headers if key == wanted)

    given, only = ([value for key, value in headers if key == each] for each in ("given", "only"))
    found = joined("found")
    pages, keys, names, narrow = map(joined, ("pages", "keys", "names", "narrow"))
    return read_paging(name, text, pages, keys, names, narrow, given, only, found)


def _parse_param(name: str, line: str) -> Param:
    match = _PARAM.fullmatch(line)
    if match is None or (match["type"] == "concept") != bool(match["kind"]):
        raise QueryError(f"{name}.rq: malformed parameter {line!r}")
    return Param(
        name=match["name"],
        type=cast(ParamType, match["type"]),
        kind=match["kind"] or "",
        default=match["default"],
        description=match["description"],
    )


def _parse_example(name: str, line: str) -> tuple[tuple[str, str], ...]:
    pairs = tuple(word.partition("=") for word in shlex.split(line))
    if not all(sign for _, sign, _ in pairs):
        raise QueryError(f"{name}.rq: malformed example {line!r}, write name=value")
    return tuple((key, value) for key, _, value in pairs)


def _without_header(source: str) -> str:
    lines = (line for line in source.splitlines() if not _HEADER.fullmatch(line))
    return "\n".join(lines).strip() + "\n"


def _check_names(query: NamedQuery) -> None:
    used = {name for m in VALUES_LINE.finditer(query.text) for name in m["names"].split()}
    declared = {param.name for param in query.params}
    for missing in sorted(declared ^ used):
        where = "has no '# values:' line" if missing in declared else "is not declared"
        raise QueryError(f"{query.name}.rq: parameter {missing!r} {where}")
    for name, _ in query.example:
        query.param(name)
