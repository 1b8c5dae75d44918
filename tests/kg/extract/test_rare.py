"""Expressions tried only where a word of theirs stands find what `re` finds."""

import re

import pytest

from kg.extract.text.rare import Rare, Table, needed_words

EXPRESSIONS = (
    (r"\bcoat(?:s|ed|ing)?\b", 0, ("coat",)),
    (r"(?:grow(?:n|th)|laid)[a-z ]+glass", 0, ("glass",)),
    (r"\b[Ss]ynthesi[sz]ed\b", 0, ("Synthesised", "Synthesized", "synthesised", "synthesized")),
    (r"(?:\w+ ){0,3}(?:films?|layers?)", re.IGNORECASE, ("film", "layer")),
    (r"(?:dots? )+(?:and|or)", re.IGNORECASE, ("dot ", "dots ")),
    (r"(?i:pulse)|dose", 0, ()),
    (r"(?:µ|m)m", re.IGNORECASE, ("?m", "mm")),
    (r"[ab]\d", 0, ()),
    (r"(?:one|a)(?= (?:film|sample)s)", 0, (" films", " samples")),
    (r"\w+|film", 0, ()),
    (r"(?<!un)stable(?! at)", 0, ("stable",)),
    (r"^\d+$", 0, ()),
    (r"(?-i:No)\b|never", re.IGNORECASE, ("never", "no")),
    (r"(?:it|films?) (?:is|was) (?:\w+ )?cubic", re.IGNORECASE, ("cubic",)),
)
TEXTS = (
    "It was coated and grown on glass.",
    "SYNTHESIZED FILMS, laid in glass",
    "synthesised dots and unstable layers",
    "ﬁlms ſtable, ſynthesised; Layerſ of dotſ and doT or",
    "fılms and FİLMS, stable at 20 °C, stable in air",
    "Pulse and dose, 3 μm",
    "12",
)


@pytest.mark.parametrize("start", [0, 5])
def test_a_rare_expression_finds_what_the_plain_one_finds(start: int) -> None:
    pairs = [(re.compile(e, flags), Rare(e, flags)) for e, flags, _ in EXPRESSIONS * 4]
    table = Table(pairs, lambda pair: pair[1])
    wrong = []
    for text in TEXTS * 12:  # the words are looked for from some tries on, many at once
        for plain, rare in pairs:
            found = [m.span() for m in rare.finditer(text, start)]
            if found != [m.span() for m in plain.finditer(text, start)]:
                wrong.append((plain.pattern, text))
            if rare.sub("-", text) != plain.sub("-", text):
                wrong.append((plain.pattern, text))
            if bool(rare.search(text, start)) != bool(found) or bool(
                rare.match(text, start)
            ) != bool(plain.match(text, start)):
                wrong.append((plain.pattern, text))
        fitting = table.fitting(text)
        wrong += [(p.pattern, text) for p, r in pairs if p.search(text) and (p, r) not in fitting]
        assert fitting == [pair for pair in pairs if pair in fitting]  # in the order of the table
    assert not wrong
    needs_words = [
        rare for (_, rare), (*_, words) in zip(pairs, EXPRESSIONS * 4, strict=True) if words
    ]
    assert all(rare.number is not None for rare in needs_words)
    assert not needs_words[0].may_match("films")
    assert needs_words[0].may_match("coated")
    assert pairs[0] in table.fitting("coated")
    assert pairs[0] not in table.fitting("films")


def test_the_words_that_an_expression_needs() -> None:
    read = {e: needed_words(re.compile(e, flags)) for e, flags, _ in EXPRESSIONS}
    assert read == {e: words for e, _, words in EXPRESSIONS}
