"""Answers as LaTeX: what is escaped, how it is laid out, and that it compiles."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.export import latex, prose
from kg.export.captions import Caption, Work, caption_of
from kg.export.columns import for_print
from kg.export.escape import breakable, escape_latex, latex_with_formulas
from kg.export.figures import PACKAGE
from kg.export.paper import Column, lay_out
from kg.export.quantities import with_quantities
from kg.export.records import StudyRecord, cited, studies_in
from kg.export.review import review_files
from kg.export.sentences import sentence_of
from kg.export.texts import note_of, typeset
from kg.layout import fold_order, share
from kg.queries import load_queries
from kg.store import Graph
from kg.table import Cell, Iri, Table
from tests.rows import each_row

GOLDEN = Path(__file__).parents[1] / "golden" / "queries"
AWKWARD = '[sic] 50 % of a_b & #1 {x} ~ ^ \\ ″ ≡ ∝ 中 ﬁ "dots" −5 °C, 10⁻⁷ cm² of Al2O3@ZnS'


@each_row(
    ("text", "latex_text"),
    [
        (r"a\b", r"a\textbackslash{}b"),
        ("100% of $5 & #1_a", r"100\% of \$5 \& \#1\_a"),
        ("{x} ~ ^", r"\{x\} \textasciitilde{} \textasciicircum{}"),
        ("a < b > c", r"a \textless{} b \textgreater{} c"),
        ("70 °C, 10⁻⁷ cm²", r"70 \textdegree{}C, 10$^{-7}$ cm$^{2}$"),
        ("Al₂O₃", "Al$_{2}$O$_{3}$"),
        ("µm λ ≥ 5 ± 1", r"$\mu$m $\lambda$ $\geq$ 5 $\pm$ 1"),
        ("1.1 Å–2 \u212b", r"1.1 \AA{}--2 \AA{}"),
        ("two\nlines", "two lines"),
        ("Müller", "Müller"),
        ("a ≡ ﬁ 中", r"a {\ensuremath{\equiv}} {fi} [U+4E2D]"),
    ],
)
def test_latex_escapes(text: str, latex_text: str):
    assert escape_latex(text) == latex_text


@each_row(
    ("text", "latex_text"),
    [
        ("PbSe", "PbSe"),
        ("Al2O3", r"\ce{Al2O3}"),
        ("PbSe > Al2O3", r"PbSe \textgreater{} \ce{Al2O3}"),
        ("AlOx", r"\ce{AlO_{x}}"),
        ("CsPbBr3 in 2011", r"\ce{CsPbBr3} in 2011"),
        ("ZnxCd1-xS", r"\ce{Zn_{x}Cd_{1-x}S}"),
        ("Zn0.5Cd0.5S", r"\ce{Zn_{0.5}Cd_{0.5}S}"),
        ("Table 2, Section A4", "Table 2, Section A4"),
        ("50 % Al2O3_x", r"50 \% \ce{Al2O3}\_x"),
        ("Ti(OH)4", r"\ce{Ti(OH)4}"),
    ],
)
def test_formulas_are_set_by_mhchem(text: str, latex_text: str):
    assert latex_with_formulas(text) == latex_text


@each_row(
    ("text", "latex_text"),
    [
        ("≤ 150 °C", r"≤ \qty{150}{\degreeCelsius}"),
        ("(20 to 25 °C)", r"(\num{20} to \qty{25}{\degreeCelsius})"),
        ("1 → 7 cm² V⁻¹ s⁻¹", r"$\num{1} \rightarrow \qty{7}{cm^{2}.V^{-1}.s^{-1}}$"),
        ("−5 mV", r"\qty{-5}{mV}"),
        ("0.11 nm/cycle", r"\qty{0.11}{nm/cycle}"),
        ("8.6 µJ cm⁻²", r"\qty{8.6}{\text{\textmu}J.cm^{-2}}"),
        ("annealing time 45 min", r"annealing time \qty{45}{min}"),
        ("2 CdS, 3CdS, 2F, Al2O3", "2 CdS, 3CdS, 2F, Al2O3"),
    ],
)
def test_quantities_are_set_by_siunitx(text: str, latex_text: str):
    assert with_quantities(text, str) == latex_text


def test_long_words_may_be_broken():
    assert breakable("10.1021/nl2028848", str, is_code=True).count("allowbreak") == 2
    assert breakable("a/b and CdSe/CdS/ZnS/Al2O3", str) == (
        r"a/b and CdSe/\allowbreak{}CdS/\allowbreak{}ZnS/\allowbreak{}Al2O3"
    )
    assert typeset("layers", "PbSe/Al2O3") == r"PbSe/\ce{Al2O3}"


@each_row(
    ("room", "least", "wished", "widths"),
    [
        (30, [5, 5], [10, 10], (10, 10)),
        (18, [5, 5], [6, 30], (6, 12)),
        (20, [5, 5, 5], [6, 30, 30], (6, 7, 7)),
        (10, [5, 5], [50, 60], (5, 5)),
        (9, [5, 5], [50, 60], None),
    ],
)
def test_columns_share_a_line(room, least, wished, widths):
    assert share(room, least, wished) == widths


def test_what_is_asked_leaves_a_row_last():
    columns = ["study", "year", "sample", "cause", "property", "change", "doi"]
    assert fold_order(columns) == ["doi", "year", "cause", "sample", "change", "property"]


def test_wide_tables_stand_on_their_side_and_wider_ones_give_columns_away():
    text = "a text of some words"
    columns = [Column(name=f"c{i}", texts=("head", text * 3)) for i in range(14)]
    assert not lay_out(columns[:5]).is_aside
    assert lay_out(columns[:7]).is_aside
    wide = lay_out(columns)
    assert wide.moved
    assert {*wide.columns, *wide.moved} == {column.name for column in columns}
    assert sum(width or 0 for width in wide.widths) < 1


def test_latex_table():
    row = ("A & B 2011", 2011, 0.5, None, "Al2O3", "1", "40", "%", "[sic] * x.", "a review", "Key1")
    columns = (
        *("study", "year", "belief", "empty", "material", "from", "to", "unit"),
        *("sentence", "said_by", "citation"),
    )
    text = latex.render(Table(columns=columns, rows=(row, row)), Caption(title="T", name="t-1"))
    lines = text.splitlines()
    assert r"\begin{longtable}{@{}lS[table-format=1.1]ll@{}}" in lines
    assert r"\caption{T.}\label{tab:t-1} \\" in lines
    assert lines.count(r"Study & {Belief} & Material & Value \\") == 2
    printed = (
        r"A \& B 2011~\cite{Key1} & 0.5 & \ce{Al2O3} & $\num{1} \rightarrow \qty{40}{\percent}$ \\*"
    )
    assert lines.count(printed) == 2
    notes = [line for line in lines if line.startswith(r"\multicolumn{4}")]
    assert len(notes) == 1  # both rows rest on it
    assert notes[0].endswith(r"{\footnotesize ``[sic] * x.'' (a review)} \\")
    rules = [line for line in lines if line.endswith("rule")]
    assert rules == [r"\toprule", r"\midrule", r"\toprule", r"\midrule", r"\bottomrule"]


@pytest.mark.parametrize("text", ["[sic]", "* note"])
def test_no_row_begins_as_an_argument_of_the_line_before(text: str):
    r"""LaTeX reads ``\\ [sic]`` as a distance and ``\\ *`` as a kind of line end."""
    rendered = latex.render(Table(columns=("a",), rows=((text,),)))
    assert "\n{}" + text + r" \\" in rendered


def test_an_empty_table_says_so():
    empty = Table(columns=("a_b", "c"))
    assert "{No rows}" in latex.render(empty)
    assert "has no statement" in prose.render(empty)


def test_a_sentence_that_may_not_be_passed_on_leaves_its_place():
    hidden = "(no text here: see review, p. 2; `aldkg attach` shows it from your copy)"
    row = {"sentence": hidden, "place": "review, p. 2", "linked": "stated"}
    assert note_of(row, ["linked", "sentence", "place"]) == r"\emph{Linked:} stated. (review, p. 2)"


def test_captions():
    work = Work(column="first", label="Liu 2011", key="k")
    caption = caption_of("Two", "compare", {"first": "Liu 2011", "material": "Al₂O₃"}, (work,))
    assert (caption.title, caption.name) == ("Two (material: Al₂O₃)", "compare-liu-2011-al-o")


@each_row(
    ("value", "limit"),
    [
        ("100", "100 °C"),
        ("below 100 °C", "100 °C"),
        ("≤ 373 K", "373 K"),
        ("room temperature",) * 2,
    ],
)
def test_the_caption_gives_a_limit_of_temperature_with_its_unit(value: str, limit: str):
    assert caption_of("Films", "films", {"max_temperature": value}).title == (
        f"Films (temperature: at most {limit})"
    )


@each_row(
    ("said", "text"),
    [
        (
            {"made": "Al2O3", "process": "ALD", "precursors": "TMA", "temperature": "not stated"},
            "Al2O3 was made by ALD from TMA",
        ),
        ({"core": "PbS, PbSe", "coating": "ZnO"}, "PbS and PbSe were coated with ZnO"),
        (
            {"cause": "ozone", "property": "mobility", "change": "no change", "sample": "PbS"},
            "ozone left the mobility of PbS unchanged",
        ),
        (
            {"property": "yield", "change": "increase", "value": "40 %", "conditions": "in air"},
            "the yield increased (40 %; in air)",
        ),
        (
            {"property": "infilling", "change": "absent", "technique": "TEM"},
            "infilling was not observed, as TEM showed",
        ),
        ({"technique": "TEM", "shows": "infilling"}, "TEM showed infilling"),
        ({"parameter": "temperature", "value": "70 °C"}, "the temperature was 70 °C"),
        ({"thing": "documents", "count": "3"}, ""),
    ],
)
def test_rows_as_sentences(said: dict[str, str], text: str):
    assert sentence_of(said).text == text


def test_a_list_of_sentences():
    iri = "https://w3id.org/ald-kg/id/study/liu-2011-075626be"
    table = cited(golden_answer("recipes"), [StudyRecord(iri=iri, key="Liu2011")])
    text = prose.render(table, Caption(title="Recipes (material: Al2O3)"))
    assert text.startswith(
        "{\\raggedright\\noindent\\textbf{Recipes (material: \\ce{Al2O3}).}\\par}\n"
        "\\begin{itemize}\\raggedright\n"
        r"\item Liu 2011~\cite{Liu2011}: \ce{Al2O3} was made by atomic layer deposition from "
        r"trimethylaluminum with water at \qty{70}{\degreeCelsius}. \emph{Belief:} 0.88. "
        "``The films were then infilled with alumina by ALD"
    )


def test_what_a_citation_says_is_left_out():
    table = Table(
        columns=("study", "year", "material", "doi", "citation"),
        rows=(("S", 1, "ZnO", "10/x", "K"),),
    )
    assert for_print(table).columns == ("study", "material", "citation")


# ── compiled ─────────────────────────────────────────────────────────────────────────────────


#: Rows of each answer that are set: mhchem takes a twentieth of a second for a formula.
_ROWS = 2


def golden_answer(name: str) -> Table:
    """The answer of the bundled graph to the example of a question, from its golden file."""
    text = (GOLDEN / f"{name}.csv").read_text(encoding="utf-8")
    columns, *rows = csv.reader(io.StringIO(text, newline=""))
    return Table(columns=tuple(columns), rows=tuple(tuple(map(cell, row)) for row in rows[:_ROWS]))


def cell(text: str) -> Cell:
    if text.startswith("https://w3id.org/"):
        return Iri(text)
    is_number = re.fullmatch(r"-?\d+(\.\d+)?", text)
    return (float(text) if "." in text else int(text)) if is_number else text or None


def document() -> str:
    """Every named question as a table and as a list, and text that is hard to set."""
    parts = [r"\documentclass{article}", *latex.PACKAGES, PACKAGE, r"\begin{document}"]
    for query in load_queries().values():
        table = golden_answer(query.name)
        iris = sorted(studies_in(table))
        records = [StudyRecord(iri=iri, key=f"Key-{i}", label="X") for i, iri in enumerate(iris)]
        works = [Work(column="first", label="Liu 2011", key="k")]
        caption = caption_of(query.title, query.name, dict(query.example), tuple(works))
        parts.append(rf"\typeout{{TABLE {query.name}}}")
        for form in (latex, prose):
            parts.append(form.render(cited(table, records), caption))
    awkward = Table(columns=("sentence", "change", "study"), rows=((AWKWARD,) * 3,) * 2)
    return "\n".join([*parts, r"\typeout{TABLE awkward}", latex.render(awkward), r"\end{document}"])


def test_every_answer_compiles_and_nothing_is_overfull(tmp_path: Path, answers: Graph):
    if shutil.which("pdflatex") is None:
        pytest.skip("no pdflatex (Debian: texlive-latex-extra and texlive-science)")
    files = review_files(answers, "CdSe")
    (tmp_path / "figures").mkdir()
    for name in (name for name in files if name.startswith("figures/")):
        (tmp_path / name).write_bytes(files[name])
    draft = files["review.tex"].decode()
    body = draft.split(r"\begin{document}")[1].split(r"\bibliographystyle")[0]
    text = document().replace(r"\end{document}", rf"\typeout{{TABLE review}}{body}\end{{document}}")
    (tmp_path / "all.tex").write_text(text, encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-draftmode", "all.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=300)
    log = (tmp_path / "all.log").read_text(encoding="utf-8", errors="replace")
    if re.search(r"File `(booktabs|siunitx|mhchem|pdflscape)\.sty' not found", log):
        pytest.skip("LaTeX lacks packages (Debian: texlive-latex-extra and texlive-science)")
    assert done.returncode == 0, log[-2000:]
    name, wide = "", []
    for line in log.splitlines():
        name = line.removeprefix("TABLE ") if line.startswith("TABLE ") else name
        overfull = re.match(r"Overfull \\hbox \(([\d.]+)pt", line)
        if overfull and float(overfull[1]) > 1:
            wide.append((name, line))
    assert wide == []
