"""Lists of other articles that a publisher sets below a paper, which are no text of it."""

from __future__ import annotations

from corpus import Paper, read_bytes
from tests.rows import each_row


def _read(text: str) -> Paper:
    return read_bytes(text.encode(), id="doc", source="doc.txt")


OTHERS = ("Dots of lead below oxide", "A. Doe et al.", "J. Ex. (May 2019)")


@each_row(
    "heading",
    [
        "## You may also like",
        "**Related Articles**",
        "Articles You May Be Interested In",
        "## Recommended articles",
        "Cited by 7 articles",
        "People also read",
    ],
)
def test_titles_of_other_articles_are_no_text(heading: str) -> None:
    for end in ("## Growth", "The dots were kept in air."):
        paper = _read("\n\n".join(["Dots grew.", heading, *OTHERS, end, "They were washed."]))
        texts = [passage.text for passage in paper.passages]
        assert texts == ["Dots grew.", end.lstrip("# "), "They were washed."]


@each_row(
    "line",
    [
        "You may also like the second method, which needs no water.",
        "Related work on dots",
        "Further drying was needed",
        "Reviewed by two groups",
        "Letter by letter",
        "Article 12 of the law",
    ],
)
def test_lines_like_those_of_publishers_stay(line: str) -> None:
    texts = [passage.text for passage in _read(f"Dots grew.\n\n{line}\n\nThey fell.\n").passages]
    assert texts == ["Dots grew.", line, "They fell."]
