"""The review that the founding issue starts from, where it is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus import Paper, read


def _shared() -> Path:
    default = Path(__file__).resolve().parents[3] / "shared"
    return Path(os.environ.get("ALDKG_SHARED", default))


@pytest.fixture(scope="session")
def review() -> Paper:
    path = _shared() / "seed" / "review.txt"
    if not path.exists():
        pytest.skip(
            "the review is not at hand (no ../shared/seed/review.txt, ALDKG_SHARED not set)"
        )
    return read(path)


@pytest.fixture(scope="session")
def gold_texts() -> list[Path]:
    paths = sorted((_shared() / "gold" / "texts").glob("*.txt"))
    if not paths:
        pytest.skip(
            "the gold texts are not at hand (no ../shared/gold/texts, ALDKG_SHARED not set)"
        )
    return paths
