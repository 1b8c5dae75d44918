"""Crossref and OpenAlex as far as ``aldkg enrich`` asks them: a server on this machine.

It speaks their protocol: envelopes, lists, 404 as each writes it. It knows the works that it is
given, writes down what it is asked, and can be told what to answer first: refusals, broken pages,
silence. ``with StandIn() as services`` stops it, whatever happened.
"""

from __future__ import annotations

import json
import re
import threading
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer in place of the next one; with ``is_silent`` the server says nothing."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    is_silent: bool = False


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request: to which service, its decoded path, its parameters and its headers."""

    service: str
    path: str
    parameters: Mapping[str, str]
    headers: Mapping[str, str]


class StandIn(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.works: dict[str, list[Json]] = {"crossref": [], "openalex": []}
        self.first: defaultdict[str, list[Answer]] = defaultdict(list)
        self.asked: list[Asked] = []
        self.stopped = threading.Event()

    def address(self, service: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/{service}"

    def __enter__(self) -> StandIn:
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self.shutdown()
        self.server_close()

    def questions(self, service: str) -> list[str]:
        return [asked.path for asked in self.asked if asked.service == service]


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        service, _, path = parts.path.lstrip("/").partition("/")
        parameters = {name: values[0] for name, values in parse_qs(parts.query).items()}
        path = unquote(path)
        self.server.asked.append(
            Asked(service=service, path=path, parameters=parameters, headers=dict(self.headers))
        )
        first = self.server.first[service]
        self._send(first.pop(0) if first else self._regular(service, path, parameters))

    def _send(self, answer: Answer) -> None:
        if answer.is_silent:
            self.server.stopped.wait(5)
            self.close_connection = True
            return
        body = answer.body.encode()
        self.send_response(answer.status)
        for name, value in {"Content-Type": "application/json", **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _regular(self, service: str, path: str, parameters: Mapping[str, str]) -> Answer:
        works = self.server.works[service]
        if service == "crossref" and path == "works":
            items = _ranked(works, parameters["query.bibliographic"])
            message = {"total-results": len(items), "items": items, "items-per-page": 5}
            return _ok({"status": "ok", "message-type": "work-list", "message": message})
        if service == "crossref":
            found = _with_doi(works, path.removeprefix("works/"), "DOI")
            if found is None:
                text = {"Content-Type": "text/plain"}
                return Answer(status=404, headers=text, body="Resource not found.")
            return _ok({"status": "ok", "message-type": "work", "message": found})
        if path == "works":
            results = _ranked(works, parameters["filter"].removeprefix("title.search:"))
            return _ok({"meta": {"count": len(results)}, "results": results, "group_by": []})
        found = _with_doi(works, path.removeprefix("works/doi:"), "doi")
        if found is None:
            return Answer(status=404, body='{"error": "Not found", "message": "no such work"}')
        return _ok(found)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _ok(value: Json) -> Answer:
    return Answer(body=json.dumps(value))


def _with_doi(works: list[Json], doi: str, name: str) -> Json | None:
    return next((work for work in works if str(work[name]).lower().endswith(doi.lower())), None)


def _ranked(works: list[Json], words: str) -> list[Json]:
    """The works that share words with the question, those that share most first; five at most."""
    asked = set(re.findall(r"\w+", words.lower()))
    shared = [len(asked & set(re.findall(r"\w+", json.dumps(work).lower()))) for work in works]
    ranked = sorted(zip(shared, range(len(works)), strict=True), key=lambda pair: -pair[0])
    return [works[number] for count, number in ranked if count > 1][:5]
