"""The draft of a review: complete, and the same bytes from the same graph."""

from __future__ import annotations

import json
import re

import pytest

from kg.errors import QueryError
from kg.export.review import review_files
from kg.store import Graph


def test_the_draft_of_a_review(answers: Graph):
    files = review_files(answers, "PbSe")
    assert files == review_files(answers, "PbSe")
    manifest = json.loads(files["manifest.json"])
    assert set(files) == {
        *("review.md", "review.tex", "studies.bib", "manifest.json"),
        *(f"queries/{name}.rq" for name in manifest["questions"]),
        *(f"figures/{name}.{form}" for name in manifest["figures"] for form in ("svg", "pdf")),
    }
    assert {"links-thing", "core-by-shell-rows"} <= {*manifest["figures"]}
    assert manifest["questions"]["studies-of-material"] == 2
    listed = re.findall(r"@\w+\{([^,]+),", files["studies.bib"].decode())
    assert manifest["studies"] == listed
    drawn = re.findall(r"\\includegraphics\[.*\]\{(.*)\}", files["review.tex"].decode())
    assert drawn == [f"figures/{name}.pdf" for name in manifest["figures"]]
    assert set(re.findall(r"\\cite\{([^}]+)\}", files["review.tex"].decode())) == {*listed}
    assert set(re.findall(r"\[@([^\]]+)\]", files["review.md"].decode())) == {*listed}
    assert "mat" in files["queries/studies-of-material.rq"].decode().split("VALUES")[1]


def test_a_draft_says_what_is_not_known(answers: Graph):
    text = review_files(answers, "PbSe")["review.md"].decode()
    gaps = text.split("## Gaps")[1].split("## Disagreements")[0]
    assert "1 of 2 studies state no co-reactant: Gämma 2013." in gaps
    evidence = text.split("## Evidence")[1]
    assert "PbSe dots under ZnO at 420 K were not infilled." in evidence
    assert "PbSe dots under ZnO" not in text.split("## Gaps")[0]


@pytest.mark.parametrize("topic", ["alchemy", "UO2"])
def test_a_topic_of_which_nothing_is_known(topic: str, answers: Graph):
    with pytest.raises(QueryError, match=f"has nothing on '{topic}'"):
        review_files(answers, topic)
