"""What "this technique" means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.methods.referred import find_referred
from kg.extract.reading import Reading

Read = Callable[[str], list[Reading]]


def referred(readings: list[Reading]) -> list[str]:
    return [f.content.process for reading in readings for f in find_referred(reading)]


@pytest.mark.parametrize(
    ("text", "process"),
    [
        ("ZnO grows by spatial ALD. Using this technique, rolls are coated.", "spatial_ald"),
        (
            "The SILAR technique came after ALD. Baths alternate. Using this method, ZnS grew.",
            "silar",
        ),
        ("Dots were cast by spin coating. By the same process, layers follow.", "spin_coating"),
    ],
)
def test_the_last_process_called_a_technique_is_meant(read: Read, text: str, process: str) -> None:
    assert referred(read(text)) == [process]


@pytest.mark.parametrize(
    "text",
    [
        "The dots were seen by TEM. Using this technique, sizes were counted.",
        "Using this technique, rolls are coated.",
        "ZnO grows by spatial ALD. This oxide is dense.",
    ],
)
def test_nothing_is_meant_where_no_process_was_named_last(read: Read, text: str) -> None:
    assert referred(read(text)) == []
