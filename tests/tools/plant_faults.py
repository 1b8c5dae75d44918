"""Plant small faults in the extraction, one at a time, and check which of them the tests notice.

``python -m tests.tools.plant_faults`` copies the tree into a temporary folder, plants each fault of
``tests/data/faults.yaml`` there, runs the tests listed with it and prints whether they failed. The
tests of the golden claims, which fail at any change of reading, are not used: each fault must be
noticed by a test with a sentence of its own. ``--only 3 17`` plants faults by number.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "tests" / "data" / "faults.yaml"
#: The folders and files that the tests of the extraction need.
_COPIED = ("ontology", "corpus", "kg", "api", "tests", "docs", "pyproject.toml")
_PASSED, _FAILED = 0, 1  # exit codes of pytest


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: ``old`` is replaced by ``new`` in ``file``; ``tests`` should notice it."""

    breaks: str
    file: str
    old: str
    new: str
    tests: str


def faults() -> tuple[Fault, ...]:
    """Return the faults of the table in order."""
    return tuple(Fault(**row) for row in yaml.safe_load(TABLE.read_text(encoding="utf-8")))


@contextmanager
def planted(fault: Fault, tree: Path) -> Iterator[None]:
    """Plant a fault in the tree, and remove it again on exit.

    Raises
    ------
    ValueError
        If the text to replace does not occur exactly once in its file.
    """
    path = tree / fault.file
    sound = path.read_text(encoding="utf-8")
    if sound.count(fault.old) != 1:
        raise ValueError(f"{fault.file} holds {sound.count(fault.old)} times: {fault.old}")
    path.write_text(sound.replace(fault.old, fault.new), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(sound, encoding="utf-8")


def run_tests(tests: str, tree: Path) -> tuple[int, str]:
    """Return the exit code of pytest, and the first test that failed."""
    options = ("-n0", "-q", "-x", "-p", "no:cacheprovider", "--tb=no")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *tests.split()],
        cwd=tree,
        env=os.environ
        | {
            "PYTHONPATH": str(tree),
            "PYTHONDONTWRITEBYTECODE": "1",  # two faults of one size and second look the same
            "ALDKG_SHARED": str(tree / "nothing-here"),
            "CI": "1",
        },
        capture_output=True,
        text=True,
    )
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return done.returncode, failed[0] if failed else ""


def try_faults(chosen: Sequence[tuple[int, Fault]], tree: Path) -> int:
    """Plant each fault and print the verdict; return the number of faults that were caught."""
    caught = 0
    for number, fault in chosen:
        with planted(fault, tree):
            code, failed = run_tests(fault.tests, tree)
        if code not in (_PASSED, _FAILED):
            raise RuntimeError(f"fault {number}: pytest ended with {code} {failed}")
        caught += code == _FAILED
        verdict = "caught  " if code == _FAILED else "SURVIVED"
        print(f"{number:2} {verdict} {fault.breaks}  {failed}", flush=True)
    return caught


def main() -> None:
    """Print caught or survived for each fault, and the number of faults caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", type=int, metavar="N", help="faults by number, from 1")
    only = parser.parse_args().only
    chosen = [(n, f) for n, f in enumerate(faults(), 1) if not only or n in only]
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        tree.mkdir()
        for name in _COPIED:
            path = ROOT / name
            (shutil.copytree if path.is_dir() else shutil.copy)(path, tree / name)
        for tests in sorted({fault.tests for _, fault in chosen}):
            code, failed = run_tests(tests, tree)
            if code != _PASSED:
                raise SystemExit(f"{tests}: fails without a fault: {failed}")
        print(f"{try_faults(chosen, tree)} of {len(chosen)} faults were caught")


if __name__ == "__main__":
    main()
