from __future__ import annotations

from kg.queries import load_queries
from kg.queries.nearest import nearest
from tests.rows import each_row

QUERIES = tuple(load_queries().values())


@each_row(
    ("asked", "name", "values"),
    [
        ("which studies made PbSe", "studies-of-material", {"material": "PbSe"}),
        ("what was deposited at 373 K?", "deposited-below", {"max_temperature": "373 K"}),
        ("who used TEM", "studies-by-technique", {"technique": "transmission electron microscopy"}),
        (
            "effect of alumina coating on stability",
            "effects-of-coating",
            {"coating": "alumina", "property": "stability"},
        ),
        (
            "studies of lead chalcogenides as core",
            "studies-of-material",
            {"material": "lead chalcogenides", "role": "core"},
        ),
        ("What did TMA do to the conductivity?", "effect-of-precursor", {
            "chemical": "trimethylaluminum", "property": "conductivity"}),
        (
            "oxide on PbX dots below 100 °C",
            "oxide-coated-dots",
            {"core": "PbX", "coating": "oxide", "max_temperature": "below 100 °C"},
        ),
        ("claims of study Liu 2011", "claims-of-study", {"study": "Liu 2011"}),
        ("which growth per cycle is reported", "growth-per-cycle", {}),
        ("where do studies disagree", "disagreements", {}),
        ("What does TMA do to the emission?", "effect-of-precursor", {
            "chemical": "trimethylaluminum"}),
        ("how stable are CsPbBr3 composites in water?", "stability", {"material": "CsPbBr3"}),
        ("which precursors were used for HfO2?", "precursors-of-material", {"material": "HfO2"}),
        ("what happens to the ligands?", "ligand-fate", {}),
        ("which quantum dots were coated with ZnO?", "oxide-coated-dots", {"coating": "ZnO"}),
        ("who first reported colloidal ALD?", "studies-by-process", {"process": "colloidal ALD"}),
        ("how was infilling proven?", "proof-of-outcome", {"property": "infilling"}),
        ("what did Loiudice 2019 report?", "claims-of-study", {"study": "Loiudice 2019"}),
        ("which shells were grown on CdSe?", "studies-of-system", {"inner": "CdSe"}),
    ],
)  # fmt: skip
def test_words_lead_to_the_question_that_they_mean(
    asked: str, name: str, values: dict[str, str]
) -> None:
    best = nearest(asked, QUERIES)[0]
    assert (best.query.name, dict(best.values)) == (name, values)


def test_each_question_is_nearest_to_itself() -> None:
    asked = [q for q in QUERIES if not any(param.is_required for param in q.params)]
    found = {q.name: nearest(q.question, QUERIES)[0].query.name for q in asked}
    assert {name: near for name, near in found.items() if name != near} == {}


def test_other_words_mean_no_question() -> None:
    assert nearest("xyz foo bar", QUERIES) == ()
    assert nearest("", QUERIES) == ()
