"""Words that a page breaks: lost ligatures, glued and divided words, and whole ones left alone."""

from __future__ import annotations

from corpus import read_bytes
from corpus.repairs.lexicon import lexicon, without_ligature
from tests.rows import each_row

#: A document, what is read in it, and the repair that is counted.
BROKEN_WORDS = [
    ("An e ﬃ cient ﬁ lm", "An efficient film", "ligature separated from its word"),
    (
        "a pro fi le of the puri fi cation",
        "a profile of the purification",
        "ligature separated from its word",
    ),
    (
        "a cross/uniFB02 ow tube, /uniFB01 lms",
        "a crossflow tube, films",
        "ligature separated from its word",
    ),
    ("a speci c thin lm in the eld", "a specific thin film in the field", "ligature lost"),
    ("a speci c coe cient", "a specific coefficient", "ligature lost, a blank left"),
    ("high efciency of modied lms", "high efficiency of modified films", "ligature lost"),
    ("thefilm was heatedto 80 °C", "the film was heated to 80 °C", "words run together"),
    (
        "at150 °C andTiO2 grew 5 nmthick",
        "at 150 °C and TiO2 grew 5 nm thick",
        "blank lost beside a number or name",
    ),
    (
        "The watersolutionwasadded into thefilm, Mixtureof dots",
        "The water solution was added into the film, Mixture of dots",
        "words run together",
    ),
    (
        "ofthe dots performedusing After5 min a blue light",
        "of the dots performed using After 5 min a blue light",
        "words run together",
    ),
    ("an ALDprocess", "an ALD process", "blank lost beside a number or name"),
    (
        "ALDZnO on TiO2and SiO2nanospheres gave 9 A g−1vs. 3",
        "ALD ZnO on TiO2 and SiO2 nanospheres gave 9 A g−1 vs. 3",
        "blank lost beside a number or name",
    ),
    ("a thermallygrown oxide", "a thermally grown oxide", "words run together"),
    ("the g r o w t h here", "the growth here", "letters spaced out"),
    (
        "of atomic layer depo- sition of ZnO",
        "of atomic layer deposition of ZnO",
        "hyphen of a line end",
    ),
    (
        "of atomic layer depo-sition of ZnO",
        "of atomic layer deposition of ZnO",
        "hyphen of a line end",
    ),
]
WHOLE_WORDS = [
    "Herein, without and within another forward step, therefore washed and wasted",
    "a non-uniform step-wise look-alike and an over-coat",
    "cutoff values of stiff films; off set, owing to ashing and tracking",
    "columns A B C D E and s p d f g",
    "gas- and liquid-phase and/or plasma-enhanced",
    "the eluent of Biswas and the LLS state, a trade-off between both",
    "an antitumor effect of anti-tumor cells in a tumor",
    "the foundation, termination and performance; proof and roof; nevertheless and nonetheless",
    "oleylamine, acetylacetonate, heterostructures and photodetectors",
    "w/ 2D or 3D films, as seen @Fig",
]


def _read(text: str) -> tuple[str, dict[str, int]]:
    """Read a text as a document: its one passage, and what was repaired in it."""
    paper = read_bytes(f"{text}\n".encode(), id="doe", source="doe.txt")
    return " ".join(passage.text for passage in paper.passages), dict(paper.repairs)


@each_row(("seen", "printed", "name"), BROKEN_WORDS)
def test_broken_words_are_mended_and_counted(seen: str, printed: str, name: str) -> None:
    text, counts = _read(f"{seen}.")
    assert text == f"{printed}."
    assert counts[name] >= 1


@each_row("text", WHOLE_WORDS)
def test_whole_words_stay(text: str) -> None:
    assert _read(f"{text}.") == (f"{text}.", {})


def test_letters_put_back_have_offsets_of_their_neighbours() -> None:
    raw = "A speci c lm of thefilm.\n"
    passage = read_bytes(raw.encode(), id="doe", source="doe.txt").passages[0]
    assert passage.text == "A specific film of the film."
    start = passage.text.rindex("film")
    assert raw[slice(*passage.raw_spans(start, start + 4)[0])] == "film"
    start = passage.text.index("specific")
    assert raw[slice(*passage.raw_spans(start, start + 8)[0])] == "speci c"


def test_the_lexicon_holds_no_fragment() -> None:
    """What is left of a word without its ligature is not a word that a text may mean."""
    fragments = {*without_ligature()}
    assert not fragments & lexicon()
    assert {"lm", "specic", "efcient", "eld"} < fragments
    assert not fragments & {"red", "owing", "ashing", "tracking", "ns", "at", "ring"}
