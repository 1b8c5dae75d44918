"""Files that entries name, as every reference manager spells them, and where they are found."""

from __future__ import annotations

import base64
import plistlib
from pathlib import Path

import pytest

from corpus.records import read_entries
from corpus.records.attachments import file_names, find_file

#: The field of BibTeX as it stands in the file, and the files that it names.
FIELDS = [
    ("Full Text:files/12/doe.pdf:application/pdf", ["files/12/doe.pdf"]),
    (
        "Full Text:files/12/doe.pdf:application/pdf;Snapshot:files/13/doe.html:text/html",
        ["files/12/doe.pdf", "files/13/doe.html"],
    ),
    (r"PDF:C\:\\Users\\me\\Zotero\\storage\\ABCD1234\\doe.pdf:application/pdf", None),
    ("/home/me/Zotero/storage/ABCD1234/doe.pdf", ["/home/me/Zotero/storage/ABCD1234/doe.pdf"]),
    ("/a/doe.pdf;/a/doe SI.pdf", ["/a/doe.pdf", "/a/doe SI.pdf"]),
    (r"C:\\Users\\me\\doe.pdf", [r"C:\Users\me\doe.pdf"]),
    (":papers/doe.pdf:PDF", ["papers/doe.pdf"]),
    (r":papers/a\;b\: c.pdf:PDF;:papers/d.pdf:PDF", ["papers/a;b: c.pdf", "papers/d.pdf"]),
    ("doe.pdf:PDF", ["doe.pdf"]),
    ("Full Text:doe.pdf", ["doe.pdf"]),
    (r":C$\backslash$:/Users/me/doe{\_}11.pdf:pdf", ["C:/Users/me/doe_11.pdf"]),
    (":home/me/Mendeley Desktop/doe.pdf:pdf", ["home/me/Mendeley Desktop/doe.pdf"]),
    ("file://localhost/Users/me/doe%20a.pdf", ["/Users/me/doe a.pdf"]),
    ("file:///C:/Users/me/doe.pdf", ["C:/Users/me/doe.pdf"]),
    ("internal-pdf://0123/doe.pdf", ["internal-pdf://0123/doe.pdf"]),
    ("https://example.org/doe.pdf", []),
    ("Link:https\\://example.org/doe.pdf:text/html", []),
    ("{::}", []),
    ("", []),
]


def test_fields_of_every_program() -> None:
    failed = []
    for field, expected in FIELDS:
        text = f"@article{{a, title={{A}}, file={{{field}}}}}"
        (entry,) = read_entries(text.encode(), "a.bib").entries
        wanted = [r"C:\Users\me\Zotero\storage\ABCD1234\doe.pdf"] if expected is None else expected
        if list(entry.files) != wanted:
            failed.append((field, entry.files))
    assert failed == []


def test_the_first_field_that_names_a_file_counts() -> None:
    bookmark = base64.b64encode(plistlib.dumps({"relativePath": "papers/doe.pdf"})).decode()
    text = (
        "@article{a, title={A}, local-url={file:///x/a.pdf}, file={b.pdf}}\n@article{b, title={B},"
    )
    text += f" bdsk-file-1={{{bookmark}}}, bdsk-file-2={{bm90IG9uZQ==}}}}"
    first, second = read_entries(text.encode(), "a.bib").entries
    assert (first.files, second.files) == (("b.pdf",), ("papers/doe.pdf",))


PLACES = [
    ("papers/doe.pdf", "papers/doe.pdf"),
    ("papers/doe%20a.pdf", "papers/doe a.pdf"),
    (r"papers\doe.pdf", "papers/doe.pdf"),
    ("/home/me/Zotero/storage/ABCD1234/doe.pdf", "storage/ABCD1234/doe.pdf"),
    (r"C:\Users\me\Zotero\storage\ABCD1234\doe.pdf", "ABCD1234/doe.pdf"),
    ("/gone/doe.pdf", "doe.pdf"),
    ("internal-pdf://0123/doe.pdf", "lib.Data/PDF/0123/doe.pdf"),
    ("../papers/doe.pdf", "../papers/doe.pdf"),
]


@pytest.mark.parametrize(("name", "place"), PLACES)
def test_files_are_found_where_the_library_lies_now(tmp_path: Path, name: str, place: str) -> None:
    records = tmp_path / "library" / "lib.bib"
    records.parent.mkdir()
    file = records.parent / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    found = find_file(name, records)
    assert found is not None
    assert found.resolve() == file.resolve()


def test_absolute_paths_and_mendeleys_without_their_first_slash(tmp_path: Path) -> None:
    (tmp_path / "doe.pdf").touch()
    records = tmp_path / "elsewhere" / "lib.bib"
    for name in (tmp_path / "doe.pdf", str(tmp_path / "doe.pdf").lstrip("/")):
        assert find_file(str(name), records) == tmp_path / "doe.pdf"


def test_what_is_nowhere_is_not_found(tmp_path: Path) -> None:
    for name in ("gone.pdf", "a" * 5000, "a\0b", "/", ""):
        assert find_file(name, tmp_path / "lib.bib") is None


def test_names_are_listed_once() -> None:
    assert file_names("a.pdf;a.pdf; ;b.pdf") == ("a.pdf", "b.pdf")
