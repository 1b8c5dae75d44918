"""The graph in a notebook; and the tutorial, whose every command is run on printed papers."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.build import build
from kg.errors import QueryError, StoreError
from kg.notebook import Answers, _frame
from kg.table import Table
from tests.data.printing import Article, Block, print_pdf, set_article

pandas = pytest.importorskip("pandas", reason="pandas is not installed (the extra notebook)")
TUTORIAL = Path(kg.__file__).parents[1] / "docs" / "tutorial.md"
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAPERS = {
    "alumina": (
        "Alumina on films of quantum dots",
        "Films of PbSe quantum dots were infilled with Al2O3 by atomic layer deposition at 80 °C."
        " Trimethylaluminum and water served as precursors. The infilled PbSe/Al2O3 films were"
        " stable in air for 30 days, and the photoluminescence increased by a factor of two.",
    ),
    "titania": (
        "Titania shells at high temperature",
        "We coated CdSe nanocrystals with TiO2 by atomic layer deposition at 150 °C from titanium"
        " tetraisopropoxide and water. Their photoluminescence decreased by 40 %.",
    ),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Path:
    """A folder with two papers in ``papers/``, printed as PDFs."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "papers").mkdir()
    for name, (title, text) in PAPERS.items():
        blocks = [Block(kind="heading", text="Abstract"), Block(kind="text", text=text)]
        article = Article(title=[title], names="A. Alpha and B. Beta", blocks=blocks, columns=1)
        (folder / "papers" / f"{name}.pdf").write_bytes(print_pdf(set_article(article)))
    return folder


@pytest.fixture(scope="module")
def shown(desk) -> dict[str, object]:
    """What the tutorial's Python leaves behind, after all its blocks and commands were run."""
    from api.cli.app import make_app

    names: dict[str, object] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(desk)
        for language, text in BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
            if language == "python":
                exec(compile(text, str(TUTORIAL), "exec"), names)  # noqa: S102 (our own page)
                continue
            for line in text.splitlines():
                program, *words = shlex.split(line)
                assert program == "aldkg"
                result = CliRunner().invoke(make_app(), words)
                assert result.exit_code == 0, (line, result.output)
    return names


def test_the_tutorial_ends_with_a_table_and_its_entries(desk, shown) -> None:
    answer = shown["answer"]
    assert set(answer["core"]) == {"PbSe"}
    assert set(answer["coating"]) == {"Al2O3"}
    assert "photoluminescence" in " ".join(answer["property"])
    assert all("PbSe" in text or "photoluminescence" in text for text in answer["sentence"])
    assert any("sol-gel" in reason for reason in shown["nothing"].attrs["why"])
    table, entries = ((desk / f"table.{suffix}").read_text() for suffix in ("tex", "bib"))
    cited = set(re.findall(r"\\cite\{([^}]+)\}", table))
    assert cited == set(re.findall(r"^@\w+\{([^,]+),", entries, re.MULTILINE))
    assert len(cited) == 1


def test_the_note_of_the_tutorial_is_a_study(tmp_path: Path) -> None:
    (note,) = re.findall(r"```markdown\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "keller.md").write_text(note, encoding="utf-8")
    build([tmp_path / "keller.md"], tmp_path / "graph")
    graph = kg.open(tmp_path / "graph")
    (row,) = graph.ask("oxide-coated-dots", core="CsPbBr3").to_dict("records")
    assert (row["study"], row["coating"], row["doi"]) == (
        "Keller 2021",
        "TiO2",
        "10.5555/notes.2021.1",
    )
    assert (row["change"], row["from"], row["unit"]) == ("increase", "60", "%")


def test_columns_are_for_readers_unless_raw(desk, shown) -> None:
    graph = kg.open(desk / "graph")
    read, raw = graph.ask("studies"), graph.ask("studies", raw=True)
    assert "study_iri" in raw
    assert not [name for name in read if name.endswith(("_iri", "_raw"))]
    assert len(read) == len(raw) == 2
    assert read.attrs["question"].endswith("?")
    assert graph.ask("controversies").attrs["why"] == ("the graph has no statement on this",)
    gaps = Table(columns=("year", "growth"), rows=((2011, 0.1), (None, None)))
    assert _frame(gaps).dtypes.map(str).tolist() == ["Int64", "float64"]


def test_several_values_are_a_list(desk, shown) -> None:
    graph = kg.open(desk / "graph")
    listed = graph.ask("studies-of-material", material=["PbSe", "Al2O3"])
    assert listed.equals(graph.ask("studies-of-material", material="PbSe or Al2O3"))
    assert set(listed["material"]) == {"PbSe", "Al2O3"}


def test_sparql_and_whole_graphs(desk, shown) -> None:
    graph = kg.open(str(desk / "graph"))
    counted = graph.sparql("SELECT (COUNT(?s) AS ?n) { ?s a ald:Study }")
    assert counted["n"].tolist() == [2]
    assert graph.export("graphml").startswith("<graphml")


def test_what_cannot_be_answered_is_said(desk, shown) -> None:
    with pytest.raises(StoreError, match="no graph"):
        kg.open(desk / "elsewhere")
    graph = kg.open(desk / "graph")
    with pytest.raises(QueryError, match="did you mean: oxide-coated-dots"):
        graph.ask("oxide-coated-dot")
    with pytest.raises(QueryError, match="matrial"):
        graph.ask("studies-of-material", matrial="PbSe")


def test_the_questions_are_listed_with_their_parameters() -> None:
    listed = Answers(None).questions().set_index("name")
    assert "max_temperature" in listed.loc["oxide-coated-dots", "parameters"]
