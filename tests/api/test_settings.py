from __future__ import annotations

from pathlib import Path

import pytest

from api.settings import VARIABLES, Settings, SettingsError, default_store


def test_defaults_without_environment() -> None:
    settings = Settings.from_env({})
    assert settings == Settings(store=default_store())
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_every_variable_sets_its_field() -> None:
    address = "https://7.example/"
    environ = {name: address if kind == "address" else "7" for name, (_, kind) in VARIABLES.items()}
    settings = Settings.from_env(environ)
    expected_of = {
        "path": Path("7"),
        "store": Path("7"),
        "text": "7",
        "address": address,
        "whole": 7,
        "number": 7.0,
    }
    for field, kind in VARIABLES.values():
        expected = expected_of[kind]
        assert getattr(settings, field) == expected


def test_empty_variable_is_as_good_as_none() -> None:
    assert Settings.from_env({"ALDKG_PORT": "", "ALDKG_STORE": ""}) == Settings.from_env({})


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("ALDKG_PORT", "x", "ALDKG_PORT: 'x' is not a whole number"),
        ("ALDKG_PORT", "70000", "port 70000"),
        ("ALDKG_QUERY_SECONDS", "soon", "ALDKG_QUERY_SECONDS: 'soon' is not a number"),
        ("ALDKG_QUERY_SECONDS", "nan", "query_seconds must be more than 0"),
        ("ALDKG_WORKERS", "0", "workers must be more than 0"),
    ],
)
def test_unusable_values_are_named(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Settings.from_env({name: value})


def test_flags_win() -> None:
    settings = Settings.from_env({"ALDKG_PORT": "9000"}).with_flags(port=9001, host=None)
    assert (settings.port, settings.host) == (9001, "127.0.0.1")


def test_web_processes_share_what_is_limited() -> None:
    whole = Settings(store=Path("7"), processes=3, workers=2, client_tasks=8, client_seconds=60)
    share = whole.share()
    assert (share.workers, share.client_tasks, share.client_seconds) == (1, 3, 20)
    assert 3 * share.max_connections >= whole.max_connections
    assert share.worker_memory_mb == whole.worker_memory_mb
    alone = Settings(store=Path("7"))
    assert alone.share() == alone
