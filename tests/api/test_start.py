"""The start of the service: it makes each route once, and loads no more than it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.dependencies import utils
from fastapi.routing import APIRoute

from api.app import create_app
from api.v1.resources import RESOURCES
from api.v1.routes import make_router
from tests.rows import each_row


def test_the_routes_of_the_application_are_those_that_were_declared(tiny_store: Path) -> None:
    routes = create_app(tiny_store).routes
    assert sum(isinstance(route, APIRoute) for route in routes) > 100  # none behind another router


def test_the_parameters_of_a_list_are_made_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = utils.create_model_field

    def counted(name: str, *args: object, **options: object) -> object:
        made.append(name)
        return make(name, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(utils, "create_model_field", counted)
    make_router()
    assert len(made) <= 5 * len(RESOURCES)  # a list twice, and an item with its id


@each_row("module", ["kg.export.latex", "kg.extract.extractor", "matplotlib"])
def test_the_service_does_not_load(module: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, api.app; print({module!r} in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "False"
