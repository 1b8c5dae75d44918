"""What the words take back, case by case: the mention and whether the sentence still claims it."""

from __future__ import annotations

from kg.extract.context.modality import clause, is_denied, is_hypothetical, is_necessity, is_negated
from kg.extract.mentions import Mention
from tests.rows import each_row


def found(read, text: str, word: str) -> tuple:
    """The reading of a sentence and its mention that holds a word."""
    (reading,) = read(text)
    start = reading.text.index(word)
    held = [m for m in reading.mentions if m.start <= start < m.end]
    plain = Mention(start=start, end=start + len(word), kind="property", id=word.lower(), text=word)
    return reading, held[0] if held else plain


@each_row(
    ("text", "word", "supposed"),
    [
        ("XRD was used.", "XRD", False),
        ("XRD could be used.", "XRD", True),
        ("XRD might help.", "XRD", True),
        ("XRD should be used.", "XRD", True),
        ("Future work will rest on XRD.", "XRD", True),
        ("If XRD is used, the film cracks.", "XRD", True),
        ("It offers the possibility to use XRD.", "XRD", True),
        ("The XRD lines seem to shift.", "XRD", True),
        ("XRD is thought to show grains.", "XRD", True),
        ("Further studies by XRD are needed.", "XRD", True),
        ("For further studies by XRD it was dried.", "XRD", False),
        ("The authors suggest that XRD shows grains.", "XRD", False),  # their finding
        ("XRD can be used.", "XRD", False),  # the field writes "can" for what was done
        ("XRD was used, while TEM could help.", "XRD", False),
        ("XRD was used, while TEM could help.", "TEM", True),
        # the hedge of a relative clause governs that clause alone
        ("For films that cannot be cut by TEM, XRD was used.", "XRD", False),
        ("For films that cannot be cut by TEM, XRD was used.", "TEM", True),
        # that of a second verb governs what follows
        ("XRD shows grains and could replace TEM.", "XRD", False),
        ("XRD shows grains and could replace TEM.", "TEM", True),
        # what an apparatus could do it was built to do; what was shown to be possible was done
        ("The stage could be heated for XRD.", "XRD", False),
        ("The stage could break during XRD.", "XRD", True),
        ("They showed that grains could be seen by XRD.", "XRD", False),
        # what "could" is followed by a measure was measured; what could not be was tried
        ("XRD could separate grains of 5 nm.", "XRD", False),
        ("XRD could thus cut the error from 9 to 2%.", "XRD", False),
        ("By XRD the strain could be narrowed down to 0.3%.", "XRD", False),
        ("XRD could be run at 300 °C.", "XRD", False),
        ("XRD could shorten the search by a factor of 3 to 2 h.", "XRD", False),
        ("XRD could not settle the phase.", "XRD", False),
        ("XRD could theoretically separate grains of 5 nm.", "XRD", True),
        ("XRD could not only settle the phase but also the strain.", "XRD", True),
        ("XRD might separate grains of 5 nm.", "XRD", True),
        ("XRD could help; the grains were 5 nm wide.", "XRD", True),
        # the ground of an expectation is a fact
        ("More grains were expected based on XRD.", "XRD", False),
        ("XRD is expected to show grains.", "XRD", True),
        ("As expected, XRD shows grains.", "XRD", False),
        ("As anticipated from the phase diagram, XRD shows grains.", "XRD", False),
        ("XRD shows, as expected, no grains.", "XRD", False),
        ("It is anticipated that XRD shows grains.", "XRD", True),
        ("As expected, XRD might show grains.", "XRD", True),
        ("We envisioned functions such as XRD.", "XRD", True),
        ("The hypothesis is that ice melts, which XRD shows.", "XRD", True),
        # a participle tells what the clause before it leads to, and is as sure as that
        ("Heat could bend the film, thereby shifting the XRD lines.", "XRD", True),
        ("Heat bent the film, thereby shifting the XRD lines.", "XRD", False),
        ("Heat could bend the film, thus it was kept cold for XRD.", "XRD", False),
    ],
)
def test_supposed(read, text: str, word: str, supposed: bool):
    assert is_hypothetical(*found(read, text, word)) is supposed


@each_row(
    ("text", "word", "denied"),
    [
        ("The film was made without annealing.", "annealing", True),
        ("The film was made without the use of any annealing.", "annealing", True),
        ("The film was made without any prior or later annealing.", "annealing", True),
        ("Not only annealing helped.", "annealing", False),
        ("No cracks were seen, and annealing helped.", "annealing", False),
        ("O2 was used instead of H2O.", "H2O", True),
        ("O2 was used instead of H2O.", "O2", False),
        ("Unlike conventional CVD, it needs no heat.", "CVD", True),
        ("Rather than by annealing, it was dried in air.", "annealing", True),
        ("Annealing was not needed.", "Annealing", True),
        ("Annealing did not change the film.", "Annealing", False),  # it was done
        ("Compared to CVD films they last.", "CVD", False),  # they may both have been made
    ],
)
def test_denied(read, text: str, word: str, denied: bool):
    assert is_denied(*found(read, text, word)) is denied


def test_what_is_needed_is_not_what_came_out(read):
    assert is_necessity(*found(read, "Short pulses are mandatory to keep XRD sharp.", "XRD"))
    assert not is_necessity(*found(read, "Pulses were required, but XRD was sharp.", "XRD"))


def test_negation_between_two_words(read):
    (reading,) = read("The film did not change in air.")
    assert is_negated(reading, 0, 19)
    assert not is_negated(reading, 19, len(reading.text))


def test_clause_around_an_offset(read):
    (reading,) = read("One film grew, while another cracked; a third held.")
    pieces = {reading.text[slice(*clause(reading, at))].strip() for at in (0, 25, 45)}
    assert pieces == {"One film grew", "another cracked", "a third held."}
