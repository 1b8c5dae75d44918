"""A second reader beside the rules: its findings, its name in the evidence, its failures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner

import corpus
from api.cli.app import make_app
from kg import fingerprint
from kg.errors import ExtractionError
from kg.extract import EXTRACTOR, extract, readers
from kg.model import Claim, Process
from kg.store import open_graph

MODULE = """
from kg.extract.findings import Finding
from kg.model import Process

class Phrases:
    name, version = "phrases", "1"
    def find(self, sentence):
        at = sentence.text.find("layer by layer")
        if "spoil" in sentence.text:
            raise ValueError("cannot read this")
        if at >= 0:
            yield Finding(content=Process(process="ald"), at=at, rule="layers", confidence=0.8)

class Nameless:
    name, version = "no name", "1"
    find = Phrases.find
"""
ENTRY = """[ald_kg.readers]
lab-phrases = lab_phrases:Phrases
"""
ALONE = "The coats were made layer by layer in this work."
BOTH = f"ZnO films were deposited by ALD at 150 °C. {ALONE}"
WHO = """SELECT DISTINCT ?reader ?process WHERE {
  ?claim ald:process ?process ; ald:hasEvidence/prov:wasGeneratedBy/ald:extractorVersion ?reader
} ORDER BY ?reader"""


@pytest.fixture
def use(tmp_path_factory, monkeypatch) -> Callable[..., None]:
    """Put readers in force for one test."""
    folder = tmp_path_factory.mktemp("module")
    (folder / "lab_phrases.py").write_text(MODULE, encoding="utf-8")
    installed = folder / "lab_phrases-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Name: lab-phrases\nVersion: 1\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text(ENTRY, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    cached = (readers.readers, readers._added, readers.added_digest, fingerprint.fingerprint)

    def use(*names: str) -> None:
        monkeypatch.setenv(readers.VARIABLE, " ".join(names))
        for function in cached:
            function.cache_clear()

    yield use
    use()


def claims(text: str) -> dict[object, Claim]:
    paper = corpus.read_bytes(text.encode(), id="doc", source="doc.txt")
    return {claim.content: claim for claim in extract(paper)}


def test_findings_of_both_readers_merge_and_evidence_names_which(use):
    made = Process(process="ald")
    assert made not in claims(ALONE)
    rules_only = claims(BOTH)
    use("lab_phrases:Phrases")
    (alone,) = claims(ALONE).values()
    assert (alone.content, alone.evidence.extractor, alone.evidence.rule, alone.confidence) == (
        *(made, "phrases/1", "layers"),
        0.8,
    )
    both = claims(BOTH)
    assert both.keys() == rules_only.keys()
    assert both[made].evidence.extractor == f"{EXTRACTOR}; phrases/1"
    assert len(both[made].evidence.spans) == len(rules_only[made].evidence.spans) + 1
    others = both.keys() - {made}
    assert others
    assert all(both[content] == rules_only[content] for content in others)


def test_build_stores_who_read_and_goes_on_after_a_failure(use, tmp_path):
    (tmp_path / "papers").mkdir()
    texts = {"alone": ALONE, "both": BOTH, "bad": f"{BOTH} They spoil."}
    for name, text in texts.items():
        (tmp_path / "papers" / f"{name}.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "graph"
    build = ["build", str(tmp_path / "papers"), "--store", str(store), "--workers", "1"]

    def run(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(make_app(), words)
        return result.exit_code, result.output

    use("lab-phrases")
    code, told = run(*build)
    assert code == 3
    (complaint,) = [line for line in told.splitlines() if "the reader" in line]
    assert "bad.txt" in complaint
    assert complaint.endswith("the reader phrases/1 fails (ValueError: cannot read this)")
    rows = open_graph(store).query(WHO)
    assert [str(row["reader"].value) for row in rows] == [EXTRACTOR, "phrases/1"]
    code, told = run(*build)
    assert "unchanged and not read again: 2" in told
    listed = run("list", "--store", str(store))[1]
    assert f"{EXTRACTOR}; phrases/1" in listed
    explained = run("explain", str(tmp_path / "papers" / "alone.txt"))[1]
    assert "(read by phrases/1; rule layers; 0.8" in explained


@pytest.mark.parametrize("name", ["absent", "lab_phrases:Nothing", "lab_phrases:Nameless"])
def test_a_name_that_is_no_reader_is_refused_by_name(use, name):
    use(name)
    with pytest.raises(ExtractionError, match=f"^reader {name}: "):
        readers.readers()


def test_the_fingerprint_moves_with_readers_and_their_code(use, tmp_path, monkeypatch):
    seen = {fingerprint.fingerprint()}
    use("lab_phrases:Phrases")
    seen.add(fingerprint.fingerprint())
    (module,) = readers._sources("lab_phrases")
    module.write_text(MODULE + "# another table\n", encoding="utf-8")
    use("lab_phrases:Phrases")
    seen.add(fingerprint.fingerprint())
    assert len(seen) == 3
