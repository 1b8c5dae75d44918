"""``aldkg config``."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields

import pytest
from typer.testing import Result

from api.cli.config import BESIDE, MASK
from api.settings import VARIABLES, Settings


def test_every_setting_with_its_origin(
    aldkg: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*VARIABLES, *BESIDE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALDKG_PORT", "8100")
    monkeypatch.setenv("ALDKG_HOST", "127.0.0.2")
    monkeypatch.setenv("ALDKG_OPENALEX_KEY", "hush")
    monkeypatch.setenv("ALDKG_STORE_PASSWORD", "hush")
    result = aldkg("config", "--host", "127.0.0.3", "--format", "json")
    assert result.exit_code == 0
    assert "hush" not in result.stdout
    rows = [tuple(row.values()) for row in json.loads(result.stdout)]
    assert {row[0] for row in rows} == {"", *(field.name for field in fields(Settings))}
    assert {row[1] for row in rows} == {"", *VARIABLES, *BESIDE}
    for row in (
        ("port", "ALDKG_PORT", "8100", "environment"),
        ("host", "ALDKG_HOST", "127.0.0.3", "flag"),
        ("workers", "ALDKG_WORKERS", "2", "default"),
        ("openalex_key", "ALDKG_OPENALEX_KEY", MASK, "environment"),
        ("", "ALDKG_STORE_PASSWORD", MASK, "environment"),
        ("", "ALDKG_STORE_USER", "", "default"),
    ):
        assert row in rows
