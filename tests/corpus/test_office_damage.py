"""Word and OpenDocument files that are broken, locked, or made to do harm: one line for each."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from corpus import ReadError, find_papers, limits, read, read_bytes
from corpus.readers.office import archive
from tests.corpus.office_files import OPEN_TEXT, WORD, docx, odt, open_paragraph, paragraph, zipped
from tests.rows import each_row

GOOD = docx(paragraph("Wires were coated."))
BODY = f"<w:document {WORD}><w:body>{{0}}</w:body></w:document>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
ENTITY = '<!DOCTYPE w:document [<!ENTITY own SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _word(document: str) -> bytes:
    return docx("", more={"word/document.xml": document})


def _deep(levels: int) -> str:
    return "<w:sdt><w:sdtContent>" * levels + "</w:sdtContent></w:sdt>" * levels


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty.docx": (b"", "the file is empty"),
    "cut.docx": (GOOD[: len(GOOD) // 2], "damaged zip archive or office document"),
    "other.docx": (zipped({"word/a.txt": "a"}), "without the text of a Word document"),
    "blank.docx": (docx(paragraph("")), "contains no text"),
    "text.docx": (
        _word("no XML"),
        "its part word/document.xml cannot be read: not well-formed XML",
    ),
    "entity.docx": (
        _word(ENTITY + BODY.format(paragraph("&own;"))),
        "its part word/document.xml declares a document type",
    ),
    "laughs.docx": (_word(LAUGHS + BODY.format(paragraph("&b;"))), "declares its own XML entities"),
    "deep.docx": (docx(_deep(200)), "elements nested deeper than"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "opens only with a password"),
    "old.docx": (OLE, "old Office document (.doc, .xls, .ppt); save it as .docx or as PDF"),
    "~$thesis.docx": (b"\x04Gan" + b"\0" * 150, "lock file of Word, not a document"),
    "locked.odt": (
        odt("", more={"META-INF/manifest.xml": "<a><manifest:encryption-data/></a>"}),
        "opens only with a password",
    ),
    "sheet.odt": (odt("", kind=OPEN_TEXT[:-4] + "spreadsheet"), "OpenDocument file that is not"),
    "none.odt": (
        zipped({"mimetype": OPEN_TEXT, "content.xml": "<office/>"}),
        "an OpenDocument file that contains no text",
    ),
    "blank.odt": (odt(open_paragraph(" ")), "contains no text"),
}


@each_row("name", sorted(REFUSED))
def test_what_cannot_be_read_is_named_in_a_line(name: str) -> None:
    data, cause = REFUSED[name]
    with pytest.raises(ReadError) as caught:
        read_bytes(data, id="a", source=name)
    assert str(caught.value).startswith(f"{name}: ")
    assert cause in caught.value.cause
    assert "\n" not in str(caught.value)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = docx("", more={"word/document.xml": b" " * (limits.MAX_MARKUP_BYTES + 9)})
    assert len(bomb) < 200_000
    with pytest.raises(ReadError, match=r"its part word/document\.xml is larger than 20 MB"):
        read_bytes(bomb, id="a", source="a.docx")
    monkeypatch.setattr(archive, "MAX_PARTS", 3)
    with pytest.raises(ReadError, match="zip archive of more than 3 files"):
        read_bytes(GOOD, id="a", source="a.docx")


def test_a_part_that_is_read_again_and_again_counts_each_time() -> None:
    formula = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    math = f'<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>{"x" * 4_000_000}</mi></math>'
    bomb = odt(open_paragraph(formula * 40), more={"Object 1/content.xml": math})
    with pytest.raises(ReadError, match="its text has more than 50 MB of XML"):
        read_bytes(bomb, id="a", source="a.odt")


def test_what_is_not_text_may_be_large() -> None:
    large = docx(paragraph("Wires were coated."), more={"word/media/a.png": b" " * 30_000_000})
    assert len(read_bytes(large, id="a", source="a.docx").passages) == 1


def test_a_part_that_states_a_false_size_is_refused() -> None:
    data = bytearray(docx(paragraph("Wires were coated. " * 9)))
    entry = data.rindex(b"word/document.xml") - 46  # of the directory (APPNOTE 4.3.12)
    data[entry + 24 : entry + 28] = (90).to_bytes(4, "little")
    with pytest.raises(ReadError, match=r"its part word/document\.xml"):
        read_bytes(bytes(data), id="a", source="a.docx")


@each_row("name", ("a.docx", "a.odt"))
def test_a_changed_file_is_read_or_refused(name: str) -> None:
    random = Random(name)  # noqa: S311 # the same damage each time
    good = GOOD if name == "a.docx" else odt(open_paragraph("Wires were coated."))
    for _ in range(200):
        data = bytearray(good)
        for _ in range(random.randrange(1, 20)):
            data[random.randrange(len(data))] = random.randrange(256)
        assert _is_read_or_refused_in_a_line(bytes(data), name)


def _is_read_or_refused_in_a_line(data: bytes, name: str) -> bool:
    try:
        return bool(read_bytes(data, id="a", source=name).passages)
    except ReadError as error:
        return "\n" not in str(error)


def test_a_folder_is_searched_for_them_and_lock_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.docx", "~$a.docx", "b.odt", ".~lock.a.docx#"):
        (tmp_path / name).write_bytes(GOOD)
    assert [file.name for file in find_papers([tmp_path])] == ["a.docx", "b.odt"]
    assert read(tmp_path / "a.docx").id == "a"
