"""Claims as JSON Lines: the form of the contract, back without loss, a clear line for errors."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.claims import (
    KINDS,
    canonical,
    claim_key,
    from_record,
    kind_of,
    read_claims,
    to_line,
    to_record,
    write_claims,
)
from kg.errors import ExtractionError
from kg.model import (
    LINKS_OF,
    THING_KINDS,
    Application,
    Chemical,
    Claim,
    Condition,
    Evidence,
    Form,
    Links,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
    Thing,
    solid,
)
from tests.rows import each_row

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
NUMBERS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
QUANTITIES = st.none() | st.builds(
    Quantity,
    value=NUMBERS,
    value_max=NUMBERS,
    start=NUMBERS,
    unit=st.none() | WORDS,
    bound=st.sampled_from([None, "min"]),
    approximate=st.booleans(),
    raw=st.text("ab °", max_size=4),
)
CONTENTS = st.one_of(
    st.builds(Material, role=WORDS, formula=WORDS),
    st.builds(Form, formula=WORDS, form=WORDS),
    st.builds(System, architecture=WORDS, layers=st.lists(WORDS, min_size=1).map(tuple)),
    st.builds(Process, process=WORDS),
    st.builds(Chemical, role=WORDS, chemical=WORDS),
    st.builds(Condition, parameter=WORDS, quantity=QUANTITIES),
    st.builds(Technique, technique=WORDS),
    st.builds(Outcome, property=WORDS, direction=WORDS, quantity=QUANTITIES),
    st.builds(Application, application=WORDS),
)
#: Things of one link, in the order in which they are written.
THINGS = st.lists(st.builds(Thing, st.sampled_from(THING_KINDS), WORDS), max_size=3).map(
    lambda things: tuple(sorted(things, key=str))
)
LINKS = {name: THINGS for names in LINKS_OF.values() for name in names} | {
    "of": st.lists(WORDS, max_size=3).map(tuple),
    "under": st.lists(st.builds(Condition, parameter=WORDS, quantity=QUANTITIES)).map(tuple),
}


def linked(content):
    """A content with links that its kind may have."""
    names = LINKS_OF.get(type(content), ())
    links = st.builds(Links, **{name: LINKS[name] for name in names})
    return st.tuples(st.just(content), links)


def as_claim(linked, **own):
    content, links = linked
    return Claim(content=content, links=links, **own)


SPANS = st.tuples(st.integers(0, 500), st.integers(501, 10**9))
CLAIMS = st.builds(
    as_claim,
    CONTENTS.flatmap(linked),
    doc=WORDS,
    study=WORDS,
    evidence=st.builds(
        Evidence,
        spans=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
        rule=st.text(max_size=5),
        extractor=st.text(max_size=5),
        quote=st.text(max_size=5),
    ),
    confidence=st.floats(0, 1),
)


def claim(content=None, **own) -> Claim:
    evidence = Evidence(spans=((3, 9),), rule="r", extractor="x/1")
    values = {"doc": "d", "study": "88", "content": content or Process(process="ald")}
    return Claim(**{**values, "evidence": evidence, **own})


@given(CLAIMS)
def test_record_comes_back_as_the_claim(claim):
    assert from_record(json.loads(to_line(claim))) == claim


@settings(max_examples=40)
@given(st.lists(CLAIMS, max_size=5), st.randoms())
def test_written_bytes_do_not_depend_on_the_order(claims, random):
    shuffled = random.sample(claims, len(claims))
    first, second = io.StringIO(), io.StringIO()
    write_claims(claims, first)
    write_claims(shuffled, second)
    assert first.getvalue() == second.getvalue()
    assert read_claims(io.StringIO(first.getvalue(), newline="\n"), "x") == canonical(claims)


def test_record_has_the_keys_of_the_contract():
    quantity = Quantity(start=1, value=7, unit="cm2.V-1.s-1", approximate=True, raw="1 to 7")
    outcome = Outcome(property="electron_mobility", direction="increase", quantity=quantity)
    assert to_record(claim(outcome, confidence=0.5)) == {
        "doc": "d",
        "study": "88",
        "kind": "outcome",
        "property": "electron_mobility",
        "direction": "increase",
        "from": 1,
        "value": 7,
        "unit": "cm2.V-1.s-1",
        "approximate": True,
        "raw": "1 to 7",
        "evidence": [[3, 9]],
        "confidence": 0.5,
        "rule": "r",
        "extractor": "x/1",
    }


def test_contract_line_without_our_own_keys_is_read():
    line = '{"doc": "d", "study": "this", "kind": "condition", "parameter": "temperature"'
    found = read_claims([line + ', "value_max": 100, "unit": "Cel", "evidence": [[1, 5]]}'], "x")
    assert found[0].content == Condition(
        parameter="temperature", quantity=Quantity(value_max=100, unit="Cel")
    )
    assert found[0].confidence == 1


def test_kinds_are_the_nine_of_the_contract():
    assert list(KINDS) == [kind_of(content()) for content in map(_empty, KINDS.values())]
    assert len(KINDS) == 9


def _empty(kind):
    return lambda: object.__new__(kind)


GOOD = {"doc": "d", "study": "8", "kind": "process", "process": "ald", "evidence": [[1, 2]]}


OUTCOME = {"kind": "outcome", "property": "conductivity", "direction": "increase"}


@each_row(
    ("change", "cause"),
    [
        ({"kind": "opinion"}, "unknown kind 'opinion'"),
        ({"kind": None}, "no kind"),
        ({"doc": ""}, "no doc"),
        ({"study": 88}, "study is not text: 88"),
        ({"process": None}, "no process"),
        ({"evidence": []}, "evidence is not a list"),
        ({"evidence": [[2, 1]]}, "evidence is not a list"),
        ({"evidence": [[True, 2]]}, "evidence is not a list"),
        ({"evidence": [[-1, 2]]}, "evidence is not a list"),
        ({"confidence": 1.5}, "confidence 1.5 is not between 0 and 1"),
        ({"confidence": "high"}, "confidence is not a number"),
        ({"kind": "system", "architecture": "a", "layers": "CdSe"}, "layers is not a list"),
        ({"kind": "condition", "parameter": "p", "value": "70"}, "value is not a number"),
        ({"kind": "condition", "parameter": "p", "value": 1e999}, "value is not a number"),
        ({"kind": "condition", "parameter": "p", "approximate": 1}, "neither true nor false"),
        ({"agent": ["process:ald"]}, "a claim of this kind has no link 'agent'"),
        ({"makes": "material:Al2O3"}, "makes is not a list of things: 'material:Al2O3'"),
        (
            {"makes": ["Al2O3"]},
            "makes does not name a thing: 'Al2O3'; write KIND:ID, with one of the kinds material,",
        ),
        ({"makes": ["metal:Al"]}, "makes does not name a thing: 'metal:Al'"),
        ({"makes": ["material:"]}, "makes does not name a thing: 'material:'"),
        ({**OUTCOME, "of": ["PbSe", 1]}, "of is not a list of formulas: ['PbSe', 1]"),
        ({**OUTCOME, "of": None}, "of is not a list of formulas: None"),
        ({**OUTCOME, "under": [1]}, "under is not a list of conditions: [1]"),
        ({**OUTCOME, "under": [{"value": 1}]}, "under: no parameter"),
        ({**OUTCOME, "under": [{"parameter": "p", "value": "1"}]}, "under: value is not a number"),
        ({**OUTCOME, "under": [{"parameter": "p", "time": 1}]}, "under has an unknown key 'time'"),
    ],
)
def test_malformed_record_is_named_with_file_and_line(change, cause):
    lines = [json.dumps(GOOD), "", json.dumps(GOOD | change)]
    with pytest.raises(ExtractionError) as caught:
        read_claims(lines, "claims.jsonl")
    message = str(caught.value)
    assert message.startswith("claims.jsonl, line 3: ")
    assert cause in message
    assert "\n" not in message


@pytest.mark.parametrize(("line", "cause"), [("{", "not JSON"), ("[1]", "not a JSON object")])
def test_line_that_is_no_object(line, cause):
    with pytest.raises(ExtractionError, match=cause):
        read_claims([line], "x")


def test_claim_keeps_its_name_when_a_better_rule_finds_it():
    again = Evidence(spans=((3, 9),), rule="better", extractor="x/2", quote="q")
    assert claim_key(claim()) == claim_key(claim(evidence=again, confidence=0.3))
    assert claim_key(claim()) != claim_key(claim(study="89"))
    assert claim_key(claim()) != claim_key(claim(Process(process="cvd")))
    moved = Evidence(spans=((3, 10),), rule="r", extractor="x/1")
    assert claim_key(claim()) != claim_key(claim(evidence=moved))


def test_links_are_written_behind_the_claim_by_the_names_of_the_contract():
    months = Condition(parameter="test_duration", quantity=Quantity(value=3, unit="mo"))
    linked = {
        Outcome(property="conductivity", direction="increase"): (
            Links(
                of=("PbSe", "Al2O3"),
                agent=(Thing("process", "ald"),),
                against=(solid(("PbSe",)),),
                under=(months,),
            ),
            {
                "of": ["PbSe", "Al2O3"],
                "agent": ["process:ald"],
                "against": ["material:PbSe"],
                "under": [{"parameter": "test_duration", "value": 3, "unit": "mo"}],
            },
        ),
        months: (Links(owner=(solid(("PbSe", "Al2O3")),)), {"of": ["system:PbSe/Al2O3"]}),
        Chemical(role="precursor", chemical="diethylzinc"): (
            Links(used_for=(Thing("material", "ZnO"),), used_with=(Thing("chemical", "water"),)),
            {"for": ["material:ZnO"], "with": ["chemical:water"]},
        ),
        Process(process="ald"): (
            Links(makes=(Thing("material", "ZnO"),)),
            {"makes": ["material:ZnO"]},
        ),
        Technique(technique="tem"): (
            Links(shows=(Thing("outcome", "infilling"),)),
            {"shows": ["outcome:infilling"]},
        ),
    }
    for content, (links, keys) in linked.items():
        bare, record = to_record(claim(content)), to_record(claim(content, links=links))
        assert list(record) == [*list(bare)[: -len(COMMON_END)], *keys, *COMMON_END], content
        assert record == bare | keys, content
        assert from_record(record) == claim(content, links=links), content


COMMON_END = ("evidence", "confidence", "rule", "extractor")


def test_links_do_not_name_the_claim_and_fit_its_kind():
    links = Links(makes=(Thing("material", "ZnO"),))
    assert claim_key(claim(links=links)) == claim_key(claim())
    assert len(canonical([claim(), claim(links=links)])) == 1
    with pytest.raises(ValueError, match="Material has no link 'makes'"):
        claim(Material(role="film", formula="ZnO"), links=links)


def test_a_thing_knows_its_layers():
    assert Thing("system", "PbSe/Al2O3").layers == ("PbSe", "Al2O3")
    assert Thing("material", "ZnO").layers == ("ZnO",)
    assert Thing("process", "ald").layers == ()


def test_of_equal_claims_the_most_confident_stays():
    sure, unsure = claim(confidence=0.9), claim(confidence=0.2)
    assert canonical([unsure, sure]) == canonical([sure, unsure]) == (sure,)
