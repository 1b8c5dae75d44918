from __future__ import annotations

import pytest

from api.answers.protocol import FORM, QUERY, Operation, read_get, read_post
from api.errors import HttpError
from tests.rows import each_row


def test_get() -> None:
    operation = read_get(b"query=ASK+%7B%7D&default-graph-uri=a%3Ab&named-graph-uri=a:c&foo=1")
    assert operation == Operation(
        query="ASK {}", default_graphs=("a:b",), named_graphs=("a:c",), format=None
    )


@pytest.mark.parametrize(
    "query_string",
    [
        *(b"query=ASK+%7B%20%2b%7d", b"query=%C3%A9\xc3\xa9%", b"query=a=b;c=d", b"query=a%zz%2"),
        *(b"qu%65ry=ASK", b"query=+", b"query=%26", b"query==", b"que+ry=a"),
    ],
)
def test_one_parameter_is_read_as_among_others(query_string: bytes) -> None:
    def read(query_string: bytes) -> Operation | str | None:
        try:
            return read_get(query_string)
        except HttpError as error:
            return str(error)

    assert read(query_string) == read(b"other=1&" + query_string)


def test_get_of_nothing_asks_nothing() -> None:
    assert read_get(b"") is None


def test_post_form_joins_address_and_body() -> None:
    operation = read_post(b"default-graph-uri=a:b", FORM + "; charset=UTF-8", b"query=ASK+%7B%7D")
    assert operation == Operation(query="ASK {}", default_graphs=("a:b",))


def test_post_direct() -> None:
    body = "ASK { ?s ?p '漢' }".encode()
    assert read_post(b"format=csv", "Application/SPARQL-Query", body) == Operation(
        query="ASK { ?s ?p '漢' }", format="csv"
    )


@pytest.mark.parametrize(
    ("query_string", "status"),
    [
        (b"foo=bar", 400),
        (b"query=", 400),
        (b"query=ASK%20%7B%7D&query=ASK%20%7B%7D", 400),
        (b"query=%FF", 400),
        (b"update=CLEAR%20ALL", 403),
        (b"query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri", 400),
        (b"&".join([b"a=1"] * 300), 400),
    ],
)
def test_bad_get(query_string: bytes, status: int) -> None:
    with pytest.raises(HttpError) as error:
        read_get(query_string)
    assert error.value.status == status


@each_row(
    ("query_string", "content_type", "body", "status"),
    [
        (b"", "text/plain", b"ASK {}", 415),
        (b"", "", b"ASK {}", 415),
        (b"", QUERY + "; charset=UTF-16", b"ASK {}", 415),
        (b"", QUERY, b"ASK { \xff }", 400),
        (b"", QUERY, b"", 400),
        (b"query=ASK", QUERY, b"ASK {}", 400),
        (b"", FORM, b"update=CLEAR+ALL", 403),
        (b"", "application/sparql-update", b"CLEAR ALL", 403),
    ],
)
def test_bad_post(query_string: bytes, content_type: str, body: bytes, status: int) -> None:
    with pytest.raises(HttpError) as error:
        read_post(query_string, content_type, body)
    assert error.value.status == status
