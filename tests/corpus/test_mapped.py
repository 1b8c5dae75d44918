"""Edits of mapped text: the offset of every character survives."""

from __future__ import annotations

import re
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.mapped import Mapped, concatenated, mapped


def test_an_edit_keeps_like_characters_at_their_offsets() -> None:
    text = mapped("x^{-1} y").edited([(1, 6, "⁻¹")])
    assert (text.text, list(text.origins)) == ("x⁻¹ y", [0, 3, 4, 6, 7])


def test_a_part_of_the_raw_text_keeps_its_offsets() -> None:
    assert list(mapped("abcdef", 2, 4).origins) == [2, 3]


def test_parts_are_put_together_in_order() -> None:
    joined = concatenated([mapped("ab cd", 0, 2), mapped("ab cd", 3)])
    assert (joined.text, list(joined.origins)) == ("abcd", [0, 1, 3, 4])


def test_text_and_offsets_must_be_of_one_length() -> None:
    with pytest.raises(ValueError, match="2 characters but 1 origins"):
        Mapped(text="ab", origins=array("l", [0]))


@given(st.text("ab-c", max_size=30), st.text("abx", max_size=3))
def test_substitution_agrees_with_re_sub(raw: str, new: str) -> None:
    text = mapped(raw).substituted(re.compile("a+b?"), lambda _: new)
    assert text.text == re.sub("a+b?", new, raw)
    assert list(text.origins) == sorted(text.origins)
