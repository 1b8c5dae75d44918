"""A law: what is exported as BibTeX reads back as it was."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus import read_records
from corpus.text import clean
from kg.export.bibtex import render_entry
from kg.export.records import StudyRecord

#: Words and signs that TeX or BibTeX would act on, or that the export writes as a command.
WORDS = """
Alumina on wire & rod 50% #4 $5 x_2 a^b ~8 \\alpha {a} a|b <5 >7 "dots" it's @home a,b c; d: 1=2 +
- [110] (n) */ ! ? 5–8 a—b −7 2×2 a·b ± ≈ ∼ ≤3 ≥4 → ∞ °C Å µm α β γ δ ε η θ κ λ μ ν π ρ σ τ φ χ ψ ω
Γ Δ Σ Φ Ω H₂O TiO₂ ZnOₓ 10⁻⁷ Zn²⁺ ß éü ñç Straße # & % $ _ ^ ~ } { \\ n-i-p GaN/AlGaN A&B
""".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
NAMES = (
    st.text("abcXYZ éüøŁ-", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda name: name[:1].isupper() and not re.search("  |--|- | -", name))
)


def comparable(text: str) -> str:
    """The text as the clean-up leaves it, which every title passes when it is read."""
    return " ".join(clean(" ".join(clean(text).split())).split())


def back(record: StudyRecord) -> object:
    (found,) = read_records(render_entry(record).encode(), "a.bib")
    return found


@given(title=TEXTS, container=TEXTS)
def test_titles_and_journals(title: str, container: str) -> None:
    record = StudyRecord(
        iri="x", key="k", type="article-journal", doi="10.5555/k", title=title, container=container
    )
    found = back(record)
    assert (comparable(found.title), comparable(found.container)) == (
        comparable(title),
        comparable(container),
    )


@given(st.lists(st.tuples(NAMES, NAMES | st.just("")), min_size=1, max_size=4))
def test_names(names: list[tuple[str, str]]) -> None:
    found = back(StudyRecord(iri="x", key="k", title="T", authors=tuple(names)))
    assert [(author.family, author.given) for author in found.authors] == names


def test_the_rest() -> None:
    record = StudyRecord(
        iri="x",
        key="k",
        type="paper-conference",
        title="T",
        year=2011,
        volume="5",
        issue="6-7",
        pages="12–18",
        publisher="Doe & Sons",
        doi="10.5555/a_b%20(c)<1:d>2.0.co;2-e",
        url="http://example.org/a_b?c=%20&d=~e#f",
    )
    found = back(record)
    for name in ("year", "volume", "pages", "publisher", "doi", "url", "key", "type"):
        assert getattr(found, name) == getattr(record, name), name
