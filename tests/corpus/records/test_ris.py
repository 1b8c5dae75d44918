"""RIS of every hand: frames, tags that mean the same, and what of a file is named as lost."""

from __future__ import annotations

import pytest

from corpus import Reference
from corpus.records import read_entries
from tests.rows import each_row


def read(text: str) -> list[Reference]:
    return [entry.record for entry in read_entries(text.encode(), "a.ris").entries]


def record(*lines: str) -> Reference:
    (found,) = read("\n".join(["TY  - JOUR", *lines, "ER  - "]))
    return found


PLAIN = "TY  - JOUR\nTI  - A\nAU  - Doe, J\nVL  - 5\nPY  - 2001\nER  - \n"
FRAMES = {
    "blank lines inside": PLAIN.replace("\n", "\n\n"),
    "no blank behind ER": PLAIN.replace("ER  - ", "ER  -"),
    "nothing behind a tag": PLAIN.replace("VL  - 5", "VL  -"),
    "no ER at the end": PLAIN.replace("ER  - ", ""),
    "one blank before the hyphen": PLAIN.replace("  -", " -"),
    "a mark, and other line ends": "\ufeff" + PLAIN.replace("\n", "\r\n"),
    "a head": "Provider: Ex\nContent: text\n\n" + PLAIN,
    "indented": "  " + PLAIN.replace("\n", "\n  "),
}


@each_row("name", FRAMES)
def test_frames_of_records(name: str) -> None:
    found = read_entries(FRAMES[name].encode(), "a.ris")
    (entry,) = found.entries
    assert (entry.record.title, entry.record.year, found.problems) == ("A", 2001, ())
    assert [(a.family, a.given) for a in entry.record.authors] == [("Doe", "J")]


def test_a_missing_end_does_not_join_two_records() -> None:
    text = "TY  - JOUR\nTI  - A\nAU  - Doe, J\nTY  - JOUR\nTI  - B\nAU  - Roe, K\nER  - \n"
    assert [(r.title, len(r.authors)) for r in read(text)] == [("A", 1), ("B", 1)]


#: Lines of a record, and what it says.
TAGS = [
    (("T1  - A",), "title", "A"),
    (("TI  - First", "TI  - Second"), "title", "First"),
    (("TI  - A title of", "two lines"), "title", "A title of two lines"),
    (("TI  - TiO<sub>2</sub> &amp; rods",), "title", "TiO2 & rods"),
    (("JF  - Journal of Films", "JO  - J. Films"), "container", "Journal of Films"),
    (("T2  - Journal of Films", "J2  - J. Films"), "container", "Journal of Films"),
    (("JA  - J. Films",), "container", "J. Films"),
    (("PY  - 2012///",), "year", 2012),
    (("Y1  - 2012/03/01/",), "year", 2012),
    (("DA  - 2012/03/01",), "year", 2012),
    (("PY  - ", "DA  - 2012-03"), "year", 2012),
    (("PY  - 2012", "Y2  - 2020/01/01"), "year", 2012),
    (("DO  - https://doi.org/10.5555/a",), "doi", "10.5555/a"),
    (("M3  - doi: 10.5555/a",), "doi", "10.5555/a"),
    (("UR  - http://dx.doi.org/10.5555/a",), "doi", "10.5555/a"),
    (("N1  - Cites 10.5555/a and others",), "doi", ""),
    (("SP  - 3", "EP  - 5"), "pages", "3–5"),
    (("SP  - 3-5",), "pages", "3–5"),
    (("SP  - 021302", "EP  - "), "pages", "021302"),
    (("C7  - 021302",), "pages", "021302"),
    (("CP  - 4",), "issue", "4"),
    (("ID  - Doe2012",), "key", "Doe2012"),
]


@each_row(("lines", "name", "expected"), TAGS)
def test_tags(lines: tuple[str, ...], name: str, expected: object) -> None:
    is_titled = any(line.startswith("T") for line in lines)
    found = record(*lines) if is_titled and name == "title" else record("TI  - T", *lines)
    assert getattr(found, name) == expected


NAMES = [
    (("A1  - Doe, J", "AU  - Roe, K"), [("Doe", "J"), ("Roe", "K")]),
    (("AU  - Doe, J; Roe, K",), [("Doe", "J"), ("Roe", "K")]),
    (("AU  - ", "AU  - Doe, J", "AU  - et al."), [("Doe", "J")]),
    (("AU  - J. A. Doe",), [("Doe", "J. A.")]),
    (("AU  - M&uuml;ller, J",), [("Müller", "J")]),
    (("AU  - Lab of Films",), [("Lab of Films", "")]),
]


@pytest.mark.parametrize(("lines", "expected"), NAMES)
def test_names(lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert [(a.family, a.given) for a in record("TI  - T", *lines).authors] == expected


def test_what_is_lost_is_named() -> None:
    text = "AU  - Doe, J\nTI  - A\nER  - \nTY  - JOUR\nPY  - 2001\nER  - \n"
    found = read_entries(text.encode(), "a.ris")
    assert [entry.record.title for entry in found.entries] == ["A"]
    assert found.problems == (
        "line 1, record: begins without TY",
        "line 4, record: has neither title, author nor DOI",
    )


def test_files_and_addresses() -> None:
    text = "TY  - JOUR\nTI  - A\nL1  - file:///home/me/a%20b.pdf\nL1  - https://x.org/a.pdf\nER  - "
    (entry,) = read_entries(text.encode(), "a.ris").entries
    assert entry.files == ("/home/me/a b.pdf",)
