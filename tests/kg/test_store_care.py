"""Damage, lost pointers and leftovers: named in one line, with a way back, and nothing is lost."""

from __future__ import annotations

import errno
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.catalog import CATALOG_FILE
from kg.errors import StoreError
from kg.store import care, open_graph, render_quads, replace, writing
from kg.store import seal as seal_module
from kg.store.generations import current_directory, generations
from kg.store.seal import SEAL
from ontology import rdf
from ontology.graphs import ONTOLOGY_GRAPH, graph_iri
from ontology.iri import PREFIXES
from tests.rows import each_row

pytestmark = pytest.mark.usefixtures("small_ontology")


def quads(document: str, count: int = 3) -> list[rdf.Quad]:
    graph = rdf.NamedNode(graph_iri(document))
    nodes = rdf.NamedNode("http://example.org/s"), rdf.NamedNode("http://example.org/p")
    return [rdf.Quad(*nodes, rdf.Literal(f"{document} {n}"), graph) for n in range(count)]


def documents(path: Path) -> tuple[str, ...]:
    graph = open_graph(path)
    assert len(list(graph.quads(ontology=True))) > 3
    return graph.documents()


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two generations: ``a`` alone, then ``a`` and ``b``."""
    terms = (PREFIXES["ald"] + "Study", PREFIXES["rdf"] + "type", PREFIXES["owl"] + "Class")
    quad = rdf.Quad(*map(rdf.NamedNode, terms), rdf.NamedNode(ONTOLOGY_GRAPH))
    path = tmp_path_factory.mktemp("care") / "graph"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kg.store.quads.rendered_ontology", lambda: render_quads([quad]))
        replace(path, {"a": quads("a", 200)})
        replace(path, {"b": quads("b", 200)})
    return path


@pytest.fixture
def store(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "graph"))


def truncate(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 2] if data else b"x")


def overwrite(file: Path) -> None:
    file.write_bytes(bytes((byte ^ 0x5A) for byte in file.read_bytes()))


def test_every_damaged_file_is_named_with_the_way_back(pristine: Path, tmp_path: Path) -> None:
    """Each file of the live generation in turn: shortened, gone, or overwritten at full length."""
    live = current_directory(pristine)
    made_anew = ("LOCK", "LOG", SEAL, CATALOG_FILE)
    names = [f.name for f in live.iterdir() if f.name not in made_anew]
    assert len(names) > 5
    path = tmp_path / "graph"
    shutil.copytree(pristine, path)
    whole = documents(path)
    problems = []
    for name in names:
        file = path / live.name / name
        kept = file.read_bytes()
        for spoil in (truncate, Path.unlink, overwrite):
            spoil(file)
            try:
                answer: object = documents(path)
            except StoreError as error:
                answer = str(error)
            is_named = f"{file} " in str(answer) and "aldkg store restore" in str(answer)
            is_harmless = spoil is overwrite and answer == whole
            (verified,) = (one for one in care.verify(path) if one.is_live)
            is_right = (is_named or is_harmless) and [f for f, _ in verified.damage] == [name]
            if not is_right and (kept or spoil is not overwrite):  # an empty file cannot change
                problems.append((name, spoil, answer, verified))
            file.write_bytes(kept)
    assert problems == []
    assert documents(path) == whole


def test_restore_goes_back_to_the_last_whole_generation(store: Path) -> None:
    truncate(next(current_directory(store).glob("MANIFEST-*")))
    with pytest.raises(StoreError, match=r"MANIFEST-.* has .* bytes"):
        open_graph(store)
    with pytest.raises(StoreError, match=r"MANIFEST-.*aldkg store restore"):
        replace(store, {"c": quads("c")})  # what it would carry over cannot be read
    assert care.restore(store).name == "generation-0001"
    assert documents(store) == ("a",)
    replace(store, {"c": quads("c")})
    assert documents(store) == ("a", "c")


@each_row(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"\xff\xfe\x00"),
        lambda file: file.write_text("generation-9999\n"),
        lambda file: file.write_text("../../etc\n"),
    ],
)
def test_a_broken_pointer_falls_back_to_the_last_whole_generation(
    spoil: Callable[[Path], object],
    pristine: Path,
    tmp_path_factory: pytest.TempPathFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = Path(shutil.copytree(pristine, tmp_path_factory.mktemp("pointer") / "graph"))
    spoil(store / "CURRENT")
    assert documents(store) == ("a", "b")
    assert (
        "CURRENT is missing or damaged; readers use generation-0002, the last intact generation"
        in caplog.text
    )
    with writing(store):  # a build mends it, even if it finds nothing new
        assert (store / "CURRENT").read_text() == "generation-0002\n"
    replace(store, {"c": quads("c")})
    assert (store / "CURRENT").read_text() == "generation-0003\n"
    assert documents(store) == ("a", "b", "c")


def test_a_broken_pointer_over_unfinished_generations_loses_nothing(store: Path) -> None:
    for name in generations(store):
        (store / name / SEAL).unlink()
    (store / "CURRENT").write_text("generation-9999\n")
    for attempt in (lambda: open_graph(store), lambda: replace(store, {"c": quads("c")})):
        with pytest.raises(StoreError, match=r"CURRENT is damaged.*store restore") as caught:
            attempt()
        assert "build one with" not in str(caught.value)
    assert len(generations(store)) == 2


def test_a_graph_that_may_not_be_read_is_not_called_damaged(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)  # the rights of files do not bind every user
    with pytest.raises(StoreError) as caught:
        open_graph(store)
    assert str(caught.value) == f"{store}: cannot be read (Permission denied)"


def test_a_generation_that_may_not_be_read_is_not_called_damaged(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, _mode: path != current_directory(store))
    with pytest.raises(StoreError) as caught:
        open_graph(store).documents()
    assert str(caught.value) == f"{current_directory(store)}: cannot be read (no permission)"


def test_leftovers_of_killed_builds_go_when_the_next_build_starts(store: Path) -> None:
    (store / "generation-0003").mkdir()
    (store / "generation-0003" / "part.sst").write_bytes(b"\x00" * 100)
    (store / "CURRENT.new").write_text("generation-0003\n")
    (store / ".restore-x").mkdir()
    with writing(store):  # and then reads for an hour, or fails
        assert sorted(p.name for p in store.iterdir()) == [
            "CURRENT",
            "LOCK",
            "generation-0001",
            "generation-0002",
        ]
    assert documents(store) == ("a", "b")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_takes_nothing_more_leaves_the_graph(
    store: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(directory: Path) -> None:
        raise OSError(number, "no more")

    with monkeypatch.context() as patch:
        patch.setattr("kg.store.filling.seal", refuse)
        with pytest.raises(StoreError, match=r"cannot be written \(.*no more"):
            replace(store, {"c": quads("c")})
    assert sorted(generations(store)) == ["generation-0001", "generation-0002"]
    assert documents(store) == ("a", "b")


def test_a_copy_brings_everything_back(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.tar"
    care.backup(store, copy)
    with pytest.raises(StoreError, match="already exists"):
        care.backup(store, copy)
    before = set(open_graph(store).quads(ontology=True))
    replace(store, {"c": quads("c")}, drop=["a"])
    care.restore(store, copy)
    assert set(open_graph(store).quads(ontology=True)) == before
    care.restore(tmp_path / "elsewhere", copy)
    assert documents(tmp_path / "elsewhere") == ("a", "b")


def test_a_bad_copy_is_refused_and_changes_nothing(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.tar"
    care.backup(store, copy)
    data = bytearray(copy.read_bytes())
    with tarfile.open(copy) as archive:
        member = max((m for m in archive if m.name.endswith(".sst")), key=lambda m: m.size)
    data[member.offset_data] ^= 0xFF
    for name, content, cause in (
        ("flipped", bytes(data), r"damaged \(.*\.sst differs from"),
        ("half", bytes(data[: len(data) // 2]), "damaged|no copy"),
        ("text", b"no tar at all", "not a copy of a graph"),
        ("empty", b"", "not a copy of a graph"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(StoreError, match=cause):
            care.restore(store, tmp_path / name)
    with pytest.raises(StoreError, match="cannot be read"):
        care.restore(store, tmp_path / "missing")
    with pytest.raises(FileNotFoundError) as caught:
        care.backup(store, tmp_path / "no-folder" / "copy.tar")
    assert caught.value.filename == str(tmp_path / "no-folder" / "copy.tar")
    truncate(next(current_directory(store).glob("*.sst")))
    with pytest.raises(StoreError, match="a damaged graph is not copied"):
        care.backup(store, tmp_path / "never.tar")
    assert sorted(generations(store)) == ["generation-0001", "generation-0002"]
    assert not (tmp_path / "never.tar").exists()


def test_compact_leaves_one_generation(store: Path) -> None:
    before, after = care.compact(store)
    assert after < before
    assert list(generations(store)) == ["generation-0003"]
    assert documents(store) == ("a", "b")


def test_an_amended_generation_is_sealed_without_reading_what_it_shares(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    sha256 = seal_module._sha256
    monkeypatch.setattr(seal_module, "_sha256", lambda path: read.append(path.name) or sha256(path))
    with writing(store) as writer:
        writer.amend(lambda engine: engine.extend(quads("c")) or ())
    live = current_directory(store)
    shared = [f.name for f in live.glob("*.sst") if f.stat().st_nlink > 1]
    assert shared
    assert not set(shared) & set(read)
    read.clear()
    assert documents(store) == ("a", "b", "c")
    assert read == []  # opening compares sizes only
    assert [one.damage for one in care.verify(store)] == [(), ()]


@pytest.mark.parametrize("name", ["../outside", "/outside"])
def test_a_copy_reaches_nothing_outside_on_any_python(name, tmp_path, monkeypatch):
    monkeypatch.delattr(tarfile, "data_filter", raising=False)
    copy = tmp_path / "copy.tar"
    with tarfile.open(copy, "w") as archive:
        archive.addfile(tarfile.TarInfo(name))
    with tarfile.open(copy) as archive, pytest.raises(tarfile.TarError, match="outside"):
        care._extract(archive, str(tmp_path / "inside"))
