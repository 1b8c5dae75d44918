"""Files of records in old and new encodings."""

from __future__ import annotations

import pytest

from corpus import ReadError, read_records

TEXT = "@article{a, title={Über Schichten – 5 µm}, author={Möller, J}}"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    (record,) = read_records(TEXT.encode(encoding), "a.bib")
    assert (record.title, record.authors[0].family) == ("Über Schichten – 5 μm", "Möller")


def test_a_file_may_declare_its_encoding() -> None:
    text = "% Encoding: ISO8859_5\n@article{a, title={Слой}}"
    assert read_records(text.encode("iso8859-5"), "a.bib")[0].title == "Слой"
    unknown = "% Encoding: Klingon\n@article{a, title={Schön}}"
    assert read_records(unknown.encode("latin-1"), "a.bib")[0].title == "Schön"


def test_bytes_that_windows_does_not_know() -> None:
    assert read_records(b"@article{a, title={A\x81 b\xe9}}", "a.bib")[0].title.endswith("é")


def test_binary_is_refused() -> None:
    with pytest.raises(ReadError, match="binary, not text"):
        read_records(b"@article{a, title={A\0}}" + b"x" * 400, "a.bib")
