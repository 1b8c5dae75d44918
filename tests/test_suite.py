"""What the settings of the suite promise: the doctests of every package run with the tests."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]


def test_the_doctests_of_every_package_run() -> None:
    packages = SETTINGS["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(packages) < set(SETTINGS["pytest"]["ini_options"]["testpaths"])
    assert "--doctest-modules" in SETTINGS["pytest"]["ini_options"]["addopts"].split()
