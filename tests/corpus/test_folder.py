"""Files and folders: what is read, and the one clear line for what cannot be."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

import corpus
from corpus import Paper, ReadError, bundled_notes, bundled_review, find_papers, read, read_papers

NOTE = """---
key: doe-2011-dots
authors:
  - Doe, J. A.
  - van Roe, L.
title: "Dots below an oxide"
journal: J. Ex. Soc.
year: 2011
volume: 5
issue: 6
pages: 021302
doi: 10.5555/example
type: article-journal
number: 88
written_from: review
---

Dots of PbSe were coated with Al₂O₃ at 27 °C.
"""

BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b"\xef\xbb\xbf \r\n\t\n", "empty"),
    "nul.txt": (b"text\0text", "binary, not text (NUL byte at 4)"),
    "control.txt": (b"\x01\x02\x03\x04abc", "binary, not text (control characters)"),
    "paper.pdf": (b"%PDF-1.7 ...", "damaged PDF, or not a PDF"),
    "paper.docx": (b"PK\x03\x04...", "damaged zip archive or office document"),
    "wide.txt": ("text".encode("utf-16"), "not UTF-8 (UTF-16 byte order mark)"),
    "latin.txt": ("caf\xe9 noir".encode("latin-1"), "not UTF-8 (byte 0xe9 at 3)"),
    "open.md": (b"---\nkey: a\n\nText.", "front matter opened in line 1 has no closing line"),
    "yaml.md": (b"---\nkey: a\ntitle: [b\n---\nText.", "front matter is not YAML: line 4"),
    "list.md": (b"---\n- a\n---\nText.", "front matter is not a list of 'key: value' lines"),
    "deep.md": (b"---\na: " + b"[" * 9000 + b"\n---\nText.", "front matter is not YAML"),
    "key.md": (NOTE.replace("key: doe", "kee: doe").encode(), "front matter has no 'key'"),
    "year.md": (NOTE.replace("year: 2011", "year: soon").encode(), "'year' is 'soon', not a year"),
    "type.md": (NOTE.replace("article-journal", "poem").encode(), "'type' is 'poem', not one of"),
    "names.md": (NOTE.replace("  - Doe, J. A.", "  - {a: b}").encode(), "'authors' is not a list"),
    "text.md": (NOTE.split("\nDots of")[0].encode(), "contains no text"),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_files_are_refused_in_one_line(tmp_path: Path, name: str) -> None:
    data, cause = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert cause in caught.value.cause
    assert "\n" not in str(caught.value)


def test_missing_files_and_folders_without_papers(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "gone.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(ReadError, match="no such file or folder"):
        find_papers([tmp_path / "gone"])
    with pytest.raises(ReadError, match="folder without papers"):
        find_papers([tmp_path])


def test_a_note_is_read_with_its_record(tmp_path: Path) -> None:
    path = tmp_path / "doe.md"
    path.write_text(NOTE, encoding="utf-8", newline="")
    paper = read(path)
    record = paper.record
    assert record is not None
    assert (paper.id, paper.genre, paper.raw) == ("doe", "note", NOTE)
    assert [author.family for author in record.authors] == ["Doe", "van Roe"]
    assert (record.container, record.year, record.pages) == ("J. Ex. Soc.", 2011, "021302")
    assert (record.number, record.key, record.doi) == ("88", "doe-2011-dots", "10.5555/example")
    assert [passage.text for passage in paper.passages] == [
        "Dots of PbSe were coated with Al2O3 at 27 °C."
    ]
    span = paper.passages[0].raw_spans(0, 4)[0]
    assert paper.raw[slice(*span)] == "Dots"
    assert paper.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_papers_are_found_sorted_once_and_without_readme(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.md", "README.md", ".hidden.txt", "data.csv", "sub/c.TXT"):
        (tmp_path / name).write_text("Dots grew.")
    found = find_papers([tmp_path, tmp_path / "b.txt"])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a.md", "b.txt", "sub/c.TXT"]


def test_a_batch_goes_on_past_bad_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("Dots grew.")
    (tmp_path / "b.txt").write_bytes(b"\0")
    (tmp_path / "sub" / "a.txt").write_text("Shells grew.")
    (tmp_path / "sub" / "a.md").write_text("Shells grew there.")
    results = list(read_papers([tmp_path, tmp_path / "gone.txt"]))
    assert [result.id for result in results if isinstance(result, Paper)] == [
        f"{tmp_path.name}-a",
        "sub-a",
    ]
    causes = [result.cause for result in results if isinstance(result, ReadError)]
    assert causes == [
        "no such file or folder",
        f"same document id 'a' as {tmp_path / 'sub' / 'a.md'}",
        "binary, not text (NUL byte at 0); save it as PDF or as plain text",
    ]


def test_a_folder_that_may_not_be_listed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("open", "shut", ".git"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("Dots grew.")
    listed = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name in {"shut", ".git"}:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)  # the rights of files do not bind every user
    read_or_not = list(read_papers([tmp_path]))
    causes = [str(result) for result in read_or_not if isinstance(result, ReadError)]
    assert causes == [f"{tmp_path / 'shut'}: folder cannot be listed (permission denied)"]
    assert any(isinstance(result, Paper) for result in read_or_not)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for attempt in (lambda: read(pipe), lambda: find_papers([pipe])):
        with pytest.raises(ReadError, match="is a pipe or a device, not a file"):
            attempt()


def test_a_long_text_is_refused_before_it_is_cleaned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.MAX_CHARACTERS", 20)
    monkeypatch.setattr("corpus.formats.read_plain", None)
    path = tmp_path / "long.txt"
    path.write_text("Dots of PbSe grew in the pores.")
    with pytest.raises(ReadError, match="text longer than 20 characters"):
        read(path)


def test_the_file_stem_is_the_id_unless_given(tmp_path: Path) -> None:
    path = tmp_path / "doe.2011.txt"
    path.write_text("Dots grew.")
    assert read(path).id == "doe.2011"
    assert read(path, id="other").id == "other"


def test_a_name_that_is_no_text_gives_an_id_that_is(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"a\x01b.txt", b"two\nlines.txt"):
        path = tmp_path / os.fsdecode(name)
        path.write_text("Dots grew.", encoding="utf-8")
    papers = [read(path) for path in find_papers([tmp_path])]
    assert sorted(paper.id for paper in papers) == ["ab", "caf\ufffd", "two lines"]
    assert all(paper.source.encode("utf-8") for paper in papers)


def test_every_bundled_note_reads() -> None:
    papers = [read(path) for path in bundled_notes()]
    assert len(papers) > 50
    assert all(paper.genre == "note" and paper.record for paper in papers)
    assert len({paper.id for paper in papers}) == len(papers)


def test_bundled_review_names_its_files() -> None:
    files = bundled_review()
    names = (files.document.name, files.corrections.name)
    assert names == ("review.jsonl", "corrections.tsv")


def test_public_names_are_a_chosen_list() -> None:
    assert sorted(corpus.__all__) == corpus.__all__
    assert all(hasattr(corpus, name) for name in corpus.__all__)
