"""A table that runs as one test names every row that fails, with what it got and what it wanted."""

from __future__ import annotations

import pytest

from tests.rows import each_row


def _told(test) -> str:
    with pytest.raises(pytest.fail.Exception) as caught:
        test()
    return str(caught.value)


def test_every_failing_row_is_told_with_got_and_wanted() -> None:
    @each_row("a, b, wanted", [(1, 1, 2), (1, 2, 4), (2, 2, 4), (2, 3, 6)])
    def add(a, b, wanted):
        assert a + b == wanted

    told = _told(add)
    assert told.startswith("2 of 4 rows fail")
    assert "row 2: (1, 2, 4)" in told
    assert "(1 + 2) == 4" in told
    assert "row 4: (2, 3, 6)" in told
    assert "row 1" not in told
    assert "test_rows.py:" in told


def test_a_row_that_raises_does_not_hide_the_next_one() -> None:
    @each_row("text", ["1", "one", "2", "two"], ids=str.upper)
    def read(text):
        int(text)

    told = _told(read)
    assert "row 2: ONE\n    ValueError: invalid literal" in told
    assert "row 4: TWO" in told


def test_two_tables_make_every_pair() -> None:
    tried = []

    @each_row("one", [1, 2])
    @each_row("other", "ab")
    def pair(one, other):
        tried.append((one, other))
        assert (one, other) != (2, "b")

    told = _told(pair)
    assert tried == [(1, "a"), (1, "b"), (2, "a"), (2, "b")]
    assert "row 2: (2,)" in told
    assert "row 2: ('b',)" in told


@each_row("name", ["a", "b"])
def test_other_arguments_are_fixtures(name: str, tmp_path) -> None:
    (tmp_path / name).touch()
    assert name in {path.name for path in tmp_path.iterdir()}


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="without rows"):
        each_row("text", [])
