"""The connection, against a server that speaks as the services do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from kg.enrich import crossref, openalex
from kg.enrich.http import RequestPolicy, Service
from kg.enrich.model import Question
from kg.errors import ServiceError
from tests.standin import Answer, StandIn

Json = dict[str, Any]
Open = Callable[..., AbstractContextManager[Service]]
ASKED = Question(path="works/10.5555/films.2015.7")
HTML = Answer(headers={"Content-Type": "text/html"}, body="<html><h1>Please log in</h1></html>")


@pytest.fixture
def standin(
    crossref_work: Json, openalex_work: Json, monkeypatch: pytest.MonkeyPatch
) -> Iterator[StandIn]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with StandIn() as services:
        services.works["crossref"].append(crossref_work)
        services.works["openalex"].append(openalex_work)
        yield services


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits, which are not waited for."""
    found: list[float] = []
    monkeypatch.setattr("time.sleep", found.append)
    return found


@pytest.fixture
def opened(standin: StandIn, tmp_path: Path) -> Open:
    def open_service(*, name: str = "Crossref", is_fresh: bool = False, **manners: Any) -> Service:
        return Service(
            name,
            standin.address(name.lower()),
            agent="ald-kg/0 (mailto:anna@films.example)",
            cache=tmp_path / "cache",
            parameters={"mailto": "anna@films.example", "api_key": "secret"},
            manners=RequestPolicy(**{"pause": 0.0, "backoff": 0.0, **manners}),
            is_fresh=is_fresh,
        )

    return open_service


def test_both_services_answer(opened: Open, standin: StandIn):
    doi = "10.5555/films.2015.7"
    with opened() as service:
        work = service.ask(crossref.by_doi(doi))
    with opened(name="OpenAlex") as service:
        other = service.ask(openalex.by_doi(doi))
    assert work is not None
    assert other is not None
    assert crossref.read_work(work).record.doi == openalex.read_work(other).record.doi == doi


def test_the_sender_is_named(opened: Open, standin: StandIn):
    with opened() as service:
        service.ask(ASKED)
    (asked,) = standin.asked
    assert asked.headers["User-Agent"] == "ald-kg/0 (mailto:anna@films.example)"
    assert asked.parameters["mailto"] == "anna@films.example"


def test_what_was_asked_once_is_kept(opened: Open, standin: StandIn, tmp_path: Path):
    for _ in range(2):
        with opened() as service:
            assert service.ask(ASKED) is not None
            assert service.ask(Question(path="works/10.5555/unknown")) is None
    assert len(standin.asked) == 2
    with opened(is_fresh=True) as service:
        service.ask(ASKED)
    assert len(standin.asked) == 3
    kept = b"".join(file.read_bytes() for file in (tmp_path / "cache").iterdir())
    assert b"films.2015.7" in kept
    assert b"secret" not in kept


def test_a_refusal_is_waited_for(opened: Open, standin: StandIn, waits: list[float]):
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    standin.first["crossref"] += [
        Answer(status=429, headers={"Retry-After": "7"}),
        Answer(status=503, headers={"Retry-After": soon}),
        Answer(status=500),
        Answer(status=429, headers={"Retry-After": "when it suits"}),
    ]
    with opened(backoff=1.0) as service:
        assert service.ask(ASKED) is not None
    assert len(standin.asked) == 5
    first, second, *others = [wait for wait in waits if wait]
    assert first == 7
    assert 20 < second <= 40
    assert others == sorted(others)
    assert others[0] >= 1


def test_two_requests_have_a_pause_between_them(
    opened: Open, standin: StandIn, waits: list[float], crossref_work: Json
):
    limits = {"x-rate-limit-limit": "1", "x-rate-limit-interval": "3s"}
    body = json.dumps({"message": crossref_work})
    standin.first["crossref"].append(Answer(headers=limits, body=body))
    with opened(pause=0.5) as service:
        for number in range(3):
            service.ask(Question(path=f"works/10.5555/{number}"))
    first, after_limit, after_pause = waits  # less the time that the machine took for a request
    assert first == 0.0
    assert 0.5 < after_limit <= 3.0
    assert 0.0 < after_pause <= 0.5


FAILURES = [
    # answers, what the message says, how often is asked
    ([Answer(status=503)] * 3, "answered 503", 3),
    ([Answer(status=400, body="{}")], "answered 400", 1),
    ([Answer(status=403)], "answered 403", 1),
    ([Answer(status=429, headers={"Retry-After": "86400"})], "asks to wait longer than 120 s", 1),
    ([HTML], "not JSON (text/html)", 1),
    ([Answer(body='{"message": {"DOI": ')], "not JSON", 1),
    ([Answer(body="[1, 2]")], "not JSON", 1),
    ([Answer(body="[" * 100_000)], "not JSON", 1),
    ([Answer(is_silent=True)] * 2, "gave no answer in time", 2),
    ([Answer(status=302, headers={"Location": "/crossref/again"})] * 9, "redirects endlessly", 6),
]


@pytest.mark.parametrize(("answers", "cause", "count"), FAILURES, ids=lambda v: str(v)[:20])
def test_failures_are_named_and_not_kept(
    opened: Open,
    standin: StandIn,
    waits: list[float],
    answers: list[Answer],
    cause: str,
    count: int,
):
    standin.first["crossref"] += answers
    with opened(attempts=3, read_timeout=0.2) as service:
        with pytest.raises(ServiceError) as error:
            service.ask(ASKED)
        assert str(error.value).startswith("Crossref: ")
        assert cause in str(error.value)
        assert len(standin.asked) == count
        standin.first["crossref"].clear()
        assert service.ask(ASKED) is not None


def test_a_redirect_is_followed(opened: Open, standin: StandIn):
    target = standin.address("crossref") + "/works/10.5555%2Ffilms.2015.7"
    standin.first["crossref"].append(Answer(status=301, headers={"Location": target}))
    with opened() as service:
        assert service.ask(Question(path="works/10.5555/old.name")) is not None


def test_a_service_that_is_not_there(tmp_path: Path, waits: list[float]):
    with StandIn() as gone:
        address = gone.address("crossref")
    with (
        Service(
            "Crossref", address, agent="a", cache=tmp_path, manners=RequestPolicy(pause=0)
        ) as service,
        pytest.raises(ServiceError, match="Crossref: cannot be reached"),
    ):
        service.ask(ASKED)


def test_a_broken_cache_is_named(opened: Open, tmp_path: Path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "crossref.sqlite").write_bytes(b"no database " * 100)
    with pytest.raises(ServiceError, match=r"crossref\.sqlite cannot be used"), opened() as service:
        service.ask(ASKED)
