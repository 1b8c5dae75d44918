"""What a text says of reports that disagree: the constructions, the studies, what it is about."""

from __future__ import annotations

import corpus
from kg.batch.reading import read_paper
from kg.extract.disputes import DISPUTES, find_dispute
from kg.model import THIS, Disagreement
from tests.rows import each_row

NAMED = (
    "The role of surface oxide in this reaction is still under debate.",
    "There is no consensus on the growth mode of alumina on ligand shells.",
    "How water reaches the buried sites is a subject of ongoing debate.",
    "Conflicting reports exist on the fate of oleic acid.",
    "The literature holds contradictory findings on the trap density.",
    "Inconsistent values were reported by different groups.",
    "Very different results have been published for the same precursor.",
    "There are discrepancies among the growth rates reported for ZnS.",
    "The published values disagree by a factor of two.",
    "This is in clear contradiction to the results of Roe et al.",
    "Contrary to previous reports, no loss of zinc was seen.",
    "Our finding contradicts earlier work on CdSe.",
    "The band gap differs from that reported for the same dots.",
    "The low mobility is at odds with the literature.",
    "These data do not agree with the previously published results.",
    "Several authors found that the ligands leave, while others claim that they stay.",
    "Roe et al. found that the emission rises, whereas Poe et al. observed a decay.",
    "The assignment of this band has recently been questioned.",
    "Newer studies cast doubt on this mechanism.",
    "This view has been challenged by several authors.",
    "It remains unclear from published studies whether TMA or water attacks the surface.",
)
UNNAMED = (
    "Contrast in the TEM images tells the shell from the core.",
    "Unlike CdSe, the dots of PbS emit in the infrared.",
    "In contrast to untreated films, the infilled films kept their conductivity.",
    "In contrast to earlier work, we used ozone in place of water.",
    "Our results are not in contrast to earlier reports.",
    "There is no discrepancy between our values and the literature.",
    "The observations do not contradict previous reports.",
    "The curves of both samples follow opposite trends.",
    "The conflict between growth rate and purity is solved by longer purges.",
    "The consensus sequence of the peptide binds the oxide.",
    "Some authors used TMA, whereas others used DEZ.",
    "The film differs from bulk ZnO in its lattice constant.",
    "The discrepancy between the two methods is below 5 %.",
    "The origin of the shoulder is unclear.",
    "The results agree with the literature.",
)


@each_row("dispute", DISPUTES, ids=lambda dispute: dispute.name)
def test_a_construction_reads_its_example_and_leaves_its_counter_example(dispute):
    found = find_dispute(dispute.example, is_cited=False)
    assert found is not None
    assert found[0] is dispute
    assert find_dispute(dispute.counter, is_cited=False) is None


def test_sentences_that_name_a_disagreement_and_such_that_do_not():
    missed = [text for text in NAMED if find_dispute(text, is_cited=False) is None]
    misread = [text for text in UNNAMED if find_dispute(text, is_cited=False) is not None]
    assert (missed, misread) == ([], [])


TEXT = """Ligands on coated dots

1 Introduction

Oleic acid covers the dots.[1] Whether it stays during ALD of alumina with H2O is controversial.
For example, Roe et al. found it gone on PbSe dots.[2]

Contradictory results on the photoluminescence intensity
of CdSe@CdS dots have been reported.[1,3] The contrast in the TEM images was low.

References

[1] A. Poe, J. Tests 2001, 1, 1.
[2] B. Roe, J. Tests 2002, 2, 2.
[3] C. Doe, J. Tests 2003, 3, 3.
"""


def read(text: str) -> tuple[Disagreement, ...]:
    paper = corpus.read_bytes(text.encode(), id="paper", source="paper.txt")
    return read_paper(paper).document.disagreements


def test_a_disagreement_has_its_studies_its_subject_and_its_sentence():
    first, second = read(TEXT)
    assert first.studies == ("2",)  # those of the example that follows
    assert first.cue == "controversial"
    assert set(map(str, first.about)) == {"process:ald", "material:Al2O3", "chemical:water"}
    assert (
        first.evidence.quote == "Whether it stays during ALD of alumina with H2O is controversial."
    )
    assert first.evidence.place == "section 1, paragraph 1"
    assert second.studies == ("1", "3")
    assert set(map(str, second.about)) == {
        "material:CdS",
        "material:CdSe",
        "outcome:photoluminescence_intensity",
    }
    (start, end), = second.evidence.spans  # fmt: skip
    assert TEXT[start:end].startswith("Contradictory results")


def test_without_a_citation_the_document_speaks_for_itself():
    (alone,) = read("Notes\n\nThe growth of ZnO on these dots is still debated.\n")
    assert alone.studies == (THIS,)
