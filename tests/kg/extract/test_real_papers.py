"""What a whole paper holds besides its own findings: background, instruments, asides, namesakes.

All sentences are made up for these tests.
"""

from __future__ import annotations

from kg.extract.context.asides import is_aside, is_beside_work
from kg.extract.context.general import shows_here, tells_a_study
from kg.extract.context.scope import is_of_field
from kg.extract.credit.account import is_introduction, tells_own_work
from kg.extract.credit.coordination import by_marks
from kg.extract.credit.marks import Mark
from kg.extract.findings import Finding
from kg.extract.quantities import find_quantities
from kg.extract.screening.dropped import FOREIGN, GENERAL, UNPAIRED, is_only_cited, told_works
from kg.extract.tracing import trace
from kg.model import THIS, Material, Process
from tests.kg.extract.case_papers import claims, holds, read

METHODS = """

Experimental

HfO2 films were deposited by ALD. The wafers were rinsed with water."""
REFERENCES = """

References

1. A. Roe, B. Poe, Stability of coated anodes. J. Films 2011, 1, 1.
2. C. Doe, Coated dots in lamps. J. Films 2012, 2, 2.
3. D. Low, Lamps and lasers. J. Films 2013, 3, 3.
"""


def dropped(text: str) -> set[str]:
    return {s.dropped for s in trace(read(text)).statements if s.dropped}


#: What a paper calculates makes no claim; what it measures does. Each value stands once.
CALCULATED = [
    ("The HfO2 was kept at 413 K.", 413, True),
    ("DFT calculations were performed. A vacuum of 16 nm was left.", 16, False),
    ("The films of HfO2 were cut. A layer of 17 nm was left.", 17, True),
    ("We modeled a 3 s pulse of water on HfO2.", 3, False),
    ("We gave a 4 s pulse of water on HfO2.", 4, True),
    ("MDS results show that the mobility of HfO2 rises to 9 cm2/Vs.", 9, False),
    ("Hall data show that the mobility of HfO2 rises to 8 cm2/Vs.", 8, True),
    ("HfO2 has a theoretical breakdown field of 7 MV/cm.", 7, False),
    ("The ellipsometric curves were modeled with a 6 nm HfO2 layer.", 6, True),
    ("3.1 Ab initio simulations\n\nThe cell was kept at 411 K.", 411, False),
    ("3.2 Simulations and experiments\n\nThe cell was kept at 412 K.", 412, True),
]


def test_a_calculation_makes_no_claim():
    rest = "The wafers were cut and coated with HfO2 by ALD. " * 80
    parts = "\n\n".join(text for text, _, _ in CALCULATED)
    found = claims(f"Films of HfO2\n\nExperimental\n\n{rest}\n\n{parts}")
    values = {claim.get("value") for claim in found}
    assert [row for row in CALCULATED if (row[1] in values) is not row[2]] == []


TOLD = [
    ("Silicon was coated with carbon.", True),
    ("Roe et al. coated silicon.", True),
    ("It has been shown that silicon cracks.", True),
    ("The layers showed no cracks.", True),
    ("Silicon suffers from cracks.", False),
    ("Coated silicon is a promising candidate for anodes.", False),
    ("Silicon has been widely used as an anode.", False),
    ("Silicon has attracted much interest.", False),
    ("Polymers used for lamps are soft.", False),
    ("Oxides deposited by CVD are rough.", False),
    ("Roe and Poe deposited the oxides by CVD.", True),
    ("Such layers are typically porous and were grown from vapour.", False),
    ("So far no use of such layers has been reported.", False),
]


def test_what_a_study_did_is_told_in_the_past():
    assert [text for text, told in TOLD if tells_a_study(text) is not told] == []


def test_a_figure_or_we_show_the_work_at_hand():
    assert shows_here("We fill the pores.")
    assert not shows_here("Pores are filled by capillary forces.")


def test_background_of_a_paper_is_none_of_the_works_it_cites():
    background = "Silicon anodes are used in batteries and have a higher stability when coated [1]."
    finding = "Roe et al. reported silicon anodes with a higher stability [1]."
    assert dropped(f"Introduction\n\n{background}{METHODS}{REFERENCES}") >= {GENERAL}
    told = claims(f"Introduction\n\n{finding}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "1", "property": "stability"})
    assert not any(
        c["study"] == "1" for c in claims(f"Introduction\n\n{background}{METHODS}{REFERENCES}")
    )


def test_a_quality_that_several_works_are_cited_for_is_known():
    for told, property, studies in (
        ("The HfO2 coats of anodes are crystalline", "crystallinity", set()),
        ("The coated HfO2 anodes had a higher mobility", "carrier_mobility", {"1", "2"}),
    ):
        found = claims(f"Introduction\n\n{told} [1,2].{METHODS}{REFERENCES}")
        assert {c["study"] for c in found if c.get("property") == property} == studies, told


def test_what_can_change_did_not_though_another_verb_stands_between():
    for verb, is_told in (
        ("are able to raise", False),
        ("can widen the path and increase", False),
        ("increased", True),
    ):
        text = f"Results\n\nThe layers {verb} the carrier mobility of HfO2."
        found = claims(f"{text}{METHODS}{REFERENCES}")
        assert holds(found, {"property": "carrier_mobility"}) is is_told, verb


def test_a_use_counts_in_the_aim_and_not_among_citations():
    mere = "Films are used in batteries [1]. Roe et al. reported films for batteries [2]."
    aim = "Here we grow films for batteries."
    assert not any(
        c["study"] == "this" and c["kind"] == "application"
        for c in claims(f"Introduction\n\n{mere}{METHODS}{REFERENCES}")
    )
    told = claims(f"Introduction\n\n{mere} {aim}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "this", "application": "battery"})


def uses_in_paper(said: str) -> set[str]:
    """The uses of the paper at hand, whose body holds a sentence among many others."""
    rest = "\n\n".join(f"Wafer {number} was coated with HfO2 by ALD." for number in range(30))
    return {
        claim["application"]
        for claim in claims(f"Growth of HfO2 for fuel cells\n\n{rest}\n\n{said}\n\n{rest}")
        if claim["kind"] == "application"
    }


def test_a_use_that_the_body_of_a_paper_names_once_is_none_of_its_own():
    own = {"fuel_cell"}
    assert uses_in_paper("Batteries are coated in the same way.") == own
    assert uses_in_paper("Table 2 lists oxides for batteries.") == own
    assert uses_in_paper("The makers of solar cells run such tools.") == own
    assert uses_in_paper("Our HfO2 also lends itself to batteries.") == own | {"battery"}
    assert uses_in_paper("Batteries were coated. The batteries lasted a year.") == own | {"battery"}


def test_a_survey_must_tell_of_a_work():
    told = [((THIS,), "It is so."), (("1",), "Roe et al. grew it."), (("2",), "Films are soft.")]
    works = told_works(told)
    assert works == {"1"}
    soft = Finding(content=Material(role="film", formula="ZnO"), at=0, rule="r")
    made = Finding(content=Process(process="ald"), at=0, rule="r")
    assert is_only_cited(soft, ("2",), works)
    assert not is_only_cited(soft, ("1", "2"), works)
    assert not is_only_cited(soft, (THIS,), works)
    assert not is_only_cited(made, ("2",), works)


def test_a_paper_that_lost_its_list_cites_all_the_same():
    background = "Silicon anodes are used in batteries and have a higher stability when coated [1]."
    more = " Others grew films [2-6], dots [7, 8], wires [9] and rods [10-12]."
    assert dropped(f"Introduction\n\n{background}{more}{METHODS}") >= {GENERAL}
    assert not dropped(f"Introduction\n\n{background}")


LETTER = """Films of coated wires

Wires of ZnO were coated with HfO2 by ALD and kept for a day in water without any loss of light.

Wires are cut in many ways. Roe et al. reported wires of ZnO with a higher conductivity [1]. \
The conductivity of these wires was lower in air. {more}

In this letter, wires of ZnO are coated. We grew wires. We found a higher density."""


def test_the_introduction_of_a_paper_tells_of_the_field():
    own = "ZnO cells reach an efficiency of 80 %. We grew cells with an efficiency of 3 %."
    told = claims(f"Introduction\n\nZnO is used [1]. {own}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "this", "value": 3.0})
    assert not holds(told, {"value": 80.0})


def test_an_introduction_tells_of_others_until_it_turns_to_the_work():
    others = "In such a stack the HfO2 films were annealed at 777 °C."
    turned = "Here we coat wires with ZnO. In such a stack the HfO2 films were annealed at 777 °C."
    for text, told in ((others, False), (turned, True)):
        paper = f"Introduction\n\nZnO is used [1]. {text}{METHODS}{REFERENCES}"
        assert holds(claims(paper), {"study": "this", "value": 777}) is told


def test_a_paper_that_lost_its_list_shows_by_its_introduction():
    paper = "I. INTRODUCTION\n\n{} The films have a higher stability [4].{}"
    cited = "Wires [1] and dots [2, 3] are cut."
    assert GENERAL in dropped(paper.format(cited, METHODS))
    assert GENERAL not in dropped(paper.format("Wires are cut.", METHODS))


def test_a_chapter_below_the_introduction_is_none():
    paper = read(
        "# I. INTRODUCTION\n\nAnodes crack [1].\n\n## II. EXPERIMENTS\n\nAnodes were cut."
        "\n\n### A. Wires\n\nWires were cut." + REFERENCES
    )
    told = {p.text: is_introduction(p) for p in paper.passages if p.kind == "paragraph"}
    assert told == {"Anodes crack.": True, "Anodes were cut.": False, "Wires were cut.": False}


def test_what_is_so_supports_what_was_found():
    found = "The XRD patterns show that the ZnO films are crystalline [1]."
    fact = "ZnO films are crystalline [1]."
    told = claims(f"Results\n\n{found}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "this", "property": "crystallinity"})
    assert not holds(
        claims(f"Results\n\n{fact}{METHODS}{REFERENCES}"), {"property": "crystallinity"}
    )


def test_a_letter_opens_with_what_others_did():
    told = claims(LETTER.format(more="Lamps need a lower resistivity [2].") + REFERENCES)
    assert holds(told, {"study": "1", "property": "conductivity", "direction": "decrease"})
    assert not holds(told, {"study": "this", "property": "conductivity"})
    assert holds(told, {"study": "this", "formula": "HfO2"})


def test_a_list_of_many_works_tells_of_none():
    many = "Various wires, including CdS nanowires, have been coated [1-4]."
    few = "CdS nanowires have been coated [2]."
    more = "\n4. E. Fro, Lamps. J. Films 2013, 3, 4."
    assert not holds(claims(LETTER.format(more=many) + REFERENCES + more), {"study": "2"})
    assert holds(
        claims(LETTER.format(more=few) + REFERENCES + more), {"study": "2", "formula": "CdS"}
    )


def test_headings_with_roman_numbers_tell_what_is_own():
    paper = read(
        "I. INTRODUCTION\n\nAnodes crack [1].\n\nII. EXPERIMENTS\n\nAnodes were cut." + REFERENCES
    )
    told = {p.text: is_introduction(p) for p in paper.passages if p.kind == "paragraph"}
    assert told == {"Anodes crack.": True, "Anodes were cut.": False}
    assert tells_own_work(paper)


def test_a_survey_gives_no_numbers_of_a_work_that_it_does_not_name():
    survey = "A review of lamps\n\nCoated dots were reported [1].{more}"
    named = survey.format(more=" Lamps of HfO2 had an efficiency of 12% [2].")
    unnamed = survey.format(more=" As is usual, cells with HfO2 had an efficiency of 12%.")
    assert holds(claims(named + REFERENCES), {"study": "2", "value": 12})
    assert not holds(claims(unnamed + REFERENCES), {"study": "this", "value": 12})


def test_what_is_known_of_others_is_none_of_a_paper():
    own = "The shell lowers the conductivity of HfO2 films."
    known = "It is known that a shell lowers the conductivity of HfO2 films."
    possible = "A shell can lower the conductivity of HfO2 films."
    listed = "A. Roe, B. C. Poe, and D. Doe, Lower conductivity of HfO2 films by a shell."
    told = {
        text: holds(
            claims(f"Films{METHODS} {text}{REFERENCES}"),
            {"property": "conductivity", "direction": "decrease"},
        )
        for text in (own, known, possible, listed)
    }
    assert told == {own: True, known: False, possible: False, listed: False}


def test_several_values_of_several_works_are_unpaired():
    many = "Efficiencies of 10.9%, 12% and 15% were reported for solar cells [1-3]."
    one = "An efficiency of 10.9% was reported for solar cells [1]."
    assert dropped(f"Introduction\n\n{many}{METHODS}{REFERENCES}") >= {UNPAIRED}
    assert holds(
        claims(f"Introduction\n\n{one}{METHODS}{REFERENCES}"), {"study": "1", "value": 10.9}
    )


def test_papers_of_other_fields_make_no_claims():
    trial = "The patients received two cycles at 37 °C. " * 45
    assert dropped(f"A trial\n\n{trial}") == {FOREIGN}
    films = "The HfO2 films were grown by ALD at 250 °C. " * 45
    assert not dropped(f"Films\n\n{films}")
    powders = "The powder was mixed at 250 °C. " * 45
    assert FOREIGN in dropped(f"Powders of a salt\n\n{powders}")
    assert FOREIGN not in dropped(f"Synthesis of LiCoO2 nanopowders\n\n{powders}")


def test_two_sentences_on_ald_or_a_title_tell_the_field():
    lens = "The lens of TiO2 was kept at 200 °C. " + "The light is bent by the lens. " * 9
    ald = "TiO2 was grown by ALD. "
    for text, foreign in (
        (f"A lens\n\n{lens * 5}", True),
        (f"A lens\n\n{lens * 5}{ald}", True),
        (f"A lens\n\n{lens * 5}{ald * 2}", False),
    ):
        assert (FOREIGN in dropped(text)) is foreign, text
    salt = (
        "The CsPbI3 films were kept at 200 °C. CsPbI3 is lit. " + "The light was switched on. " * 22
    )
    assert FOREIGN in dropped(f"Salts in light\n\n{salt * 3}")
    for title in ("Perovskites in light", "Core-shell salts", "Nanocubes of a salt"):
        assert FOREIGN not in dropped(f"{title}\n\n{salt * 3}"), title


def test_particles_of_an_element_and_coats_are_of_the_field():
    idle = "The bottle was left on the bench in the light. "
    for text, foreign in (
        (f"Particles\n\n{'Gold nanoparticles are red. ' * 20}{idle * 30}", False),
        (f"Particles\n\n{'Gold nanoparticles are red. ' * 8}{idle * 50}", True),
        (f"Coating of LiCoO2 particles\n\n{'LiCoO2 was kept at 200 °C. ' * 4}{idle * 50}", False),
        (f"Cycling of LiCoO2\n\n{'LiCoO2 was kept at 200 °C. ' * 4}{idle * 50}", True),
    ):
        assert (FOREIGN in dropped(text)) is foreign, text[:40]


def test_films_of_carbon_from_vapour_are_of_the_field():
    carbon = "Graphene was grown by chemical vapor deposition at 1000 °C. "
    for times, foreign in ((1, True), (3, False)):
        text = f"Sheets\n\n{carbon * times}{'The sheet was held in the light. ' * 60}"
        assert (FOREIGN in dropped(text)) is foreign, times


def test_a_list_that_lost_its_heading_makes_no_claims():
    told = "ZnO films were grown by ALD."
    title, journals = "Growth of HfO2 films.", ("Films 8, 22-29 (2008).", "Layers 2011, 7, 1-9.")
    entries = [f"{title} {journal}" for journal in (*journals, "Films 9, 1 (2010).")]
    listed = f"{told} {' '.join(entries)}"
    formulas = {c["formula"] for c in claims(listed) if "formula" in c}
    assert formulas == {"ZnO"}
    assert holds(claims(f"{told} {entries[0]}"), {"formula": "HfO2"})


def test_a_short_text_is_of_any_field():
    assert is_of_field([])
    assert holds(claims("The patients received it at 37 °C."), {"value": 37})


def test_a_whole_paper_explains_what_it_found():
    why = "The HfO2 films have a lower conductivity because oxygen fills their vacancies."
    shown = "Figure 2 shows that the HfO2 films have a lower conductivity because oxygen is there."
    for text, long, told in ((why, False, True), (why, True, False), (shown, True, True)):
        filler = "The HfO2 films were cut. " * (70 if long else 3)
        found = claims(f"Films{METHODS} {filler}{text}")
        assert holds(found, {"property": "conductivity", "direction": "decrease"}) is told


def test_asides_make_no_claims():
    asides = [
        "0.0 0 10 20 20 h 24 h",
        "GC: glassy carbon; AP: aminophenol; PSS: a polymer acid.",
        "He received his PhD degree in physics.",
        "Department of Films, Institute for Glass, University of North.",
        "Download high-quality image (338 K)",
        "PoeA RoeBC Growth of ZnO filmsActa Mater2000484709",
        "\\usepackage{amsmath} of ZnO films",
        "We gratefully acknowledge the stay at 300 K.",
    ]
    told = ["It was kept at 0, 10 and 20 °C.", "The films (GC: glassy carbon) were grown."]
    assert [text for text in asides if not is_aside(text)] == []
    assert [text for text in told if is_aside(text)] == []


def test_headings_beside_the_work():
    assert is_beside_work(("Author contributions",))
    assert is_beside_work(("Results", "Acknowledgments"))
    assert is_beside_work(("Most", "Viewed"))
    assert is_beside_work(("Related articles",))
    assert not is_beside_work(("Acknowledgments", "Appendix A"))
    assert not is_beside_work(())


def test_a_mark_before_the_first_word_credits_the_sentence():
    text = "shows how films are made."
    assert by_marks(text, [Mark(at=0, numbers=("21",))]) == (((0, len(text)), ("21",)),)


def test_a_capital_multiplication_sign_is_read():
    (found,) = find_quantities("a density of 5 X 1018 cm-3")
    assert found.quantity.value == 5e18
