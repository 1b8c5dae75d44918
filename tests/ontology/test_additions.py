"""Terms and names that a user adds: what fits, what is refused, and what follows from it."""

from __future__ import annotations

import re

import pytest

from ontology import additions, source
from ontology.curie import to_curie
from ontology.errors import OntologyError
from ontology.iri import BASE, PREFIXES
from ontology.reference import read_reference
from ontology.source import parse_turtle, read_files, turtle_files
from ontology.terms import Vocabulary, read_terms

HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
HEAD += "@prefix my: <https://lab.example/terms#> .\n"
SCHEME = f"skos:inScheme <{BASE}process>"
WOBBLE = f'my:wobble {SCHEME} ; skos:notation "wobble" ; skos:prefLabel "wobbling"@en'

FAULTS = [
    ("my:a a .", r"line \d+: "),
    (f'my:a {SCHEME} ; skos:notation "a_1" .', "terms#a: no preferred label"),
    (f'my:a {SCHEME} ; skos:notation "a_1" ; skos:prefLabel " " .', "terms#a: no preferred label"),
    (f'my:a {SCHEME} ; skos:prefLabel "a" .', "terms#a: no id (skos:notation)"),
    (f'{WOBBLE}, "wobbles" ; skos:notation "b" .', "terms#wobble: more than one id"),
    ('my:a skos:notation "a" ; skos:prefLabel "a" .', "terms#a: no scheme (skos:inScheme)"),
    (f"{WOBBLE} ; skos:inScheme my:s .", "unknown scheme https://lab.example/terms#s; the schemes"),
    (f"{WOBBLE} ; skos:inScheme <{BASE}form> .", "terms#wobble: more than one scheme"),
    (
        f'my:a {SCHEME} ; skos:notation "ald" ; skos:prefLabel "a" .',
        "terms#a: the id 'ald' already belongs to process:ald",
    ),
    (
        f'{WOBBLE} . my:b {SCHEME} ; skos:notation "wobble" ; skos:prefLabel "b" .',
        "terms#b: the id 'wobble' already belongs to https://lab.example/terms#wobble",
    ),
    (
        f'{WOBBLE} ; skos:altLabel "Atomic Layer Deposition" .',
        "terms#wobble: the name 'atomic layer deposition' already belongs to process:ald",
    ),
    (f'{WOBBLE} ; ald:symbol "ALD" .', "the symbol 'ALD' already belongs to process:ald"),
    (f'my:a {SCHEME} ; skos:notation "A b" ; skos:prefLabel "a" .', "terms#a: 'A b' is not an id"),
    (f'process:a {SCHEME} ; skos:notation "b" ; skos:prefLabel "a" .', "belongs to process:b"),
    ('process:ald skos:prefLabel "ALD" .', "process:ald: a term of ald-kg cannot be redefined"),
    ("process:ald skos:broader process:cvd .", "cannot be redefined (skos:broader)"),
    ('ald:Study skos:altLabel "paper" .', "ald:Study: a term of ald-kg cannot be redefined"),
    (f"<{BASE}process> skos:altLabel 'ways' .", "cannot be redefined (skos:altLabel)"),
    (f"{WOBBLE} ; skos:broader process:wiggle .", "terms#wobble: unknown term process:wiggle"),
    (f'{WOBBLE} ; ald:symbl "WD" .', "terms#wobble: unknown term ald:symbl"),
]


@pytest.fixture(scope="module")
def texts() -> dict[str, bytes]:
    return {name: entry.read_bytes() for name, entry in turtle_files().items()}


def vocabulary_with(texts, body: str) -> Vocabulary:
    packaged, added = read_files(texts, {"my.ttl": (HEAD + body).encode()})
    return Vocabulary(read_terms(t for each in (packaged, added) for f in each.values() for t in f))


def test_what_does_not_fit_is_refused_with_file_term_and_cause():
    packaged = source.triples()
    wrong = []
    for body, cause in FAULTS:
        try:
            added = {"my.ttl": parse_turtle((HEAD + body).encode(), "my.ttl")}
            completed = additions.completed(added, packaged)
            source.refuse_faults([("ald-kg.ttl", packaged), *completed.items()])
            wrong.append((body, "accepted"))
        except OntologyError as error:
            told = str(error)
            fits = cause in told or re.search(cause, told)
            if not (fits and told.startswith("my.ttl: ") and "\n" not in told):
                wrong.append((body, told))
    assert wrong == []


def test_a_term_of_the_users_is_a_term_like_ours(texts):
    body = f'{WOBBLE} ; ald:symbol "WD" ; skos:broader process:ald .'
    term = vocabulary_with(texts, body).get("process", "wobble")
    assert term is not None
    assert (term.iri, term.label) == ("https://lab.example/terms#wobble", "wobbling")
    assert (term.symbols, term.source) == (("WD",), "my.ttl")
    assert [to_curie(iri) for iri in term.broader] == ["process:ald"]


def test_a_term_of_ours_gets_further_names_and_keeps_its_own(texts):
    body = 'process:ald skos:altLabel "film-by-film growth"@en ; ald:symbol "FFG" .'
    before, after = source_term(), vocabulary_with(texts, body).get("process", "ald")
    assert after is not None
    assert (after.label, after.definition) == (before.label, before.definition)
    assert set(after.alts) - set(before.alts) == {"film-by-film growth"}
    assert set(after.symbols) - set(before.symbols) == {"FFG"}


def source_term():
    term = Vocabulary(read_terms(source.triples())).get("process", "ald")
    assert term is not None
    return term


def test_a_role_or_family_of_the_users_is_named_by_its_id(texts):
    body = (
        f'my:fam skos:inScheme <{BASE}ligand-family> ; skos:notation "bromenes" ; '
        'skos:prefLabel "bromenes" . '
        f'my:z skos:inScheme <{BASE}chemical> ; skos:notation "zibromene" ; '
        'skos:prefLabel "zibromene" ; ald:ligandFamily my:fam ; ald:defaultRole crole:precursor .'
    )
    term = vocabulary_with(texts, body).get("chemical", "zibromene")
    assert term is not None
    assert term.extra["ligandFamily"] == ("bromenes",)
    assert term.extra["defaultRole"] == ("precursor",)


def test_the_reference_lists_it_in_its_vocabulary(texts):
    packaged, added = read_files(texts, {"my.ttl": (HEAD + WOBBLE + " .").encode()})
    section = read_reference(packaged, added).find_section(BASE + "process")
    assert section is not None
    listed = {entry.notation: entry.label for entry in section.entries}
    assert listed["wobble"] == "wobbling"
    assert "ald" in listed


def test_the_digest_tells_what_is_stated_and_nothing_else():
    one = parse_turtle((HEAD + WOBBLE + " .").encode(), "one.ttl")
    same = parse_turtle((HEAD + "# blanks\n\n" + WOBBLE + " .").encode(), "two.ttl")
    other = parse_turtle((HEAD + WOBBLE + ', "wobble deposition" .').encode(), "one.ttl")
    assert additions.digest({}) == ""
    assert additions.digest({"a": one}) == additions.digest({"b": same})
    assert additions.digest({"a": one}) != additions.digest({"a": other})
    assert re.fullmatch("[0-9a-f]{8}", additions.digest({"a": one}))


def test_a_file_that_is_not_there_is_named(tmp_path):
    path = tmp_path / "none.ttl"
    with pytest.raises(OntologyError, match=re.escape(str(path)) + ": no such file"):
        additions.read_added([path])


def test_files_named_too_late_are_refused(tmp_path):
    assert source.triples()
    with pytest.raises(OntologyError, match="already been read"):
        source.add_files([tmp_path / "my.ttl"])
