"""The report on a build: what was left unread, counted over documents."""

from __future__ import annotations

import json

from kg.batch.diagnosis import Diagnosis
from kg.batch.reading import ReadDocument
from kg.batch.report import report_on
from kg.batch.summary import summarise
from kg.model import Claim, Document, Evidence, Process


def read(name, claims=0, **left):
    evidence = Evidence(spans=((0, 3),), rule="r", extractor="x")
    made = tuple(
        Claim(doc=name, study=str(n), content=Process(process="ald"), evidence=evidence)
        for n in range(claims)
    )
    document = Document(id=name, sha256="0" * 64, claims=made, source=f"{name}.txt")
    return summarise(ReadDocument(document=document, diagnosis=Diagnosis(**left)))


ONE = read("b", 2, chemicals=(("xq", "Xq"), ("ya", "Ya")), repairs={"ligature": 2})
TWO = read("a", silence="no term of the field", chemicals=(("xq", "XQ"),), repairs={"ligature": 1})


def test_claims_and_silent_documents():
    report = report_on([ONE, TWO], rejected=(("c.txt", "empty"),))
    assert [d.id for d in report.documents] == ["a", "b"]
    assert (report.claims, dict(report.claims_by_kind)) == (2, {"process": 2})
    assert [(d.id, d.silence) for d in report.silent] == [("a", "no term of the field")]


def test_unknown_names_by_frequency_with_an_example():
    first, second = report_on([ONE, TWO]).unknown_chemicals
    assert (first.name, first.count, first.documents) == ("xq", 2, 2)
    assert first.example == "XQ"
    assert (second.name, second.count, second.documents) == ("ya", 1, 1)


def test_repairs_are_summed():
    assert dict(report_on([ONE, TWO]).repairs) == {"ligature": 3}


def test_shipped_documents_are_listed_without_a_diagnosis():
    report = report_on([TWO], [ONE])
    assert [(d.id, d.claims) for d in report.documents] == [("a", 0), ("b", 2)]
    assert report.unknown_chemicals[0].count == 1


def test_json_is_the_same_whatever_the_order_but_for_the_run():
    rejected = (("c.txt", "empty"),)
    one = report_on([ONE, TWO], rejected=rejected, seconds=1.0, workers=1).to_json()
    two = report_on([TWO, ONE], rejected=rejected, seconds=2.0, workers=2).to_json()
    assert (one.pop("run"), two.pop("run")) == (
        {"seconds": 1.0, "workers": 1},
        {"seconds": 2.0, "workers": 2},
    )
    assert json.dumps(one) == json.dumps(two)
    assert one["rejected"] == [{"source": "c.txt", "cause": "empty"}]
