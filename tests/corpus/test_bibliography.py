"""Entries of reference lists: what is printed and what is read."""

from __future__ import annotations

import pytest

from corpus.bibliography import read_entry
from corpus.names import names_ahead
from corpus.text import clean

AUTHORS = [
    ("Doe, J. A.; Roe, L. Title", "Doe|J. A.; Roe|L."),
    ("Jen, T.-C. New ways", "Jen|T.-C."),
    ("De Gregorio, G. L.; van Ommen, J. R. Title", "De Gregorio|G. L.; van Ommen|J. R."),
    ("Trizio, L. De; Manna, L. Title", "De Trizio|L.; Manna|L."),
    ("Suchand Sandeep, C. S.; O'Dwyer, C. Title", "Suchand Sandeep|C. S.; O'Dwyer|C."),
    ("Rodríguez-Fernández, J. Title", "Rodríguez-Fernández|J."),
    ("Doe, J.; Roe, L. U.S. Patent 1,234,567, 1977.", "Doe|J.; Roe|L."),
]


@pytest.mark.parametrize(("printed", "expected"), AUTHORS)
def test_authors(printed: str, expected: str) -> None:
    authors, _ = names_ahead(printed)
    assert "; ".join(f"{author.family}|{author.given}" for author in authors) == expected


ENTRIES = [
    (
        "Doe, J. Thin Films: A Case. *J. Ex. Soc.* **2011**, *5* (6), 7–8.",
        ("Thin Films: A Case", "J. Ex. Soc.", 2011, "5", "6", "7–8", "article-journal"),
    ),
    (
        "Doe, J. A Study of Dots. J. Ex. Technol. A 2012, 30 (1), 010802.",
        ("A Study of Dots", "J. Ex. Technol. A", 2012, "30", "1", "010802", "article-journal"),
    ),
    (
        "Doe, J. Dots. *Ex. Lett.* 2020, 1487–1497.",
        ("Dots", "Ex. Lett.", 2020, "", "", "1487–1497", "article-journal"),
    ),
    (
        "Doe, J. Dots. *Ex. Phys. Lett.* **2013**, *103* (26).",
        ("Dots", "Ex. Phys. Lett.", 2013, "103", "26", "", "article-journal"),
    ),
    (
        "Doe, J. Dots. Ex. Sci. 1985, 22–23 (PART 2), 1061–1074.",
        ("Dots", "Ex. Sci.", 1985, "22–23", "PART 2", "1061–1074", "article-journal"),
    ),
    (
        "Doe, J. Shells. In *Book of Dots*; Roe, L., Poe, E. T., Eds.; Press, 2015; pp 51–115.",
        ("Shells", "Book of Dots", 2015, "", "", "51–115", "chapter"),
    ),
    (
        "Doe, J. Shells. In *6th International Conference on Dots*; 1999; pp 506–509.",
        (
            "Shells",
            "6th International Conference on Dots",
            1999,
            "",
            "",
            "506–509",
            "paper-conference",
        ),
    ),
    (
        "Doe, J. U.S. Patent 1,234,567, 1977.",
        ("U.S. Patent 1,234,567", "", 1977, "", "", "", "patent"),
    ),
]


@pytest.mark.parametrize(("printed", "fields"), ENTRIES)
def test_entries(printed: str, fields: tuple[str | int, ...]) -> None:
    read = read_entry(printed)
    assert (
        read.title,
        read.container,
        read.year,
        read.volume,
        read.issue,
        read.pages,
        read.type,
    ) == fields
    assert read.authors[0].family == "Doe"


def test_a_doi_is_taken_out() -> None:
    read = read_entry("Doe, J. Dots. J. Ex. 2011, 5 (6), 7–8. https://doi.org/10.5555/ab.cd-1.")
    assert (read.doi, read.pages) == ("10.5555/ab.cd-1", "7–8")


@pytest.mark.parametrize("printed", ["", "?", "See also the notes.", "2011", "Doe, J.", "; ; ;"])
def test_what_is_no_entry_stays_empty(printed: str) -> None:
    assert read_entry(printed).type == "document"


OTHER_STYLES = [
    (
        "J. Doe, L. Roe, Growth of oxides, part 2, Thin Solid Films 409 (2002) 138.",
        ("Doe Roe", "Growth of oxides, part 2", "Thin Solid Films", 2002, "409", "138"),
    ),
    (
        "J. Doe, L. Roe, Thin Solid Films 409 (2002) 138.",
        ("Doe Roe", "", "Thin Solid Films", 2002, "409", "138"),
    ),
    ("J. Doe, Chem. Rev. 110, 111 (2010).", ("Doe", "", "Chem. Rev.", 2010, "110", "111")),
    (
        "J. Doe, A. B. Roe and C. Poe, J. Phys. Ex., 2012, 134, 185–190.",
        ("Doe Roe Poe", "", "J. Phys. Ex.", 2012, "134", "185–190"),
    ),
    (
        "Doe, J. et al. Growth on dots. Nature 500, 1–5 (2013).",
        ("Doe", "Growth on dots", "Nature", 2013, "500", "1–5"),
    ),
    (
        "Doe, J. A.; Roe, B. J. Phys. Ex. 2004, 126, 12.",
        ("Doe Roe", "", "J. Phys. Ex.", 2004, "126", "12"),
    ),
]


@pytest.mark.parametrize(("printed", "fields"), OTHER_STYLES)
def test_other_styles(printed: str, fields: tuple[str | int, ...]) -> None:
    read = read_entry(printed)
    families = " ".join(author.family for author in read.authors)
    assert (families, read.title, read.container, read.year, read.volume, read.pages) == fields


HOUSE_STYLES = [
    (
        "Doe JA, Roe R. Air and lead sulfide dots. J Ex Chem. 2015;12(3):101-9.",
        ("Doe Roe", "Air and lead sulfide dots", "J Ex Chem", 2015, "12", "3", "101-9"),
    ),
    (
        "Doe J, van der Roe R, et al. Films: do they last? Ex Lett 2015 Mar 3;12:e101.",
        ("Doe van der Roe", "Films: do they last?", "Ex Lett", 2015, "12", "", "e101"),
    ),
    (
        "Doe, J.A. and Roe, R. (2015) 'Air and lead sulfide dots', Journal of Examples, 12(3), "
        "pp. 101–109.",
        ("Doe Roe", "Air and lead sulfide dots", "Journal of Examples", 2015, "12", "3", "101–109"),
    ),
    (
        "Doe, J. A., & Roe, R. (2015). Air and lead sulfide dots. *Journal of Examples*, *12*(3), "
        "101–109. https://doi.org/10.5555/a",
        ("Doe Roe", "Air and lead sulfide dots", "Journal of Examples", 2015, "12", "3", "101–109"),
    ),
    (
        "Doe, J., Roe, R., Poe, A.-B., 2015a. Air and dots. J. Ex. Chem. 12, 101–109.",
        ("Doe Roe Poe", "Air and dots", "J. Ex. Chem.", 2015, "12", "", "101–109"),
    ),
    (
        "Doe J, Roe R (2015) Air and dots. J Ex Chem 12:101–109",
        ("Doe Roe", "Air and dots", "J Ex Chem", 2015, "12", "", "101–109"),
    ),
    (
        "J. Doe and R. Roe, “Air and dots,” J. Ex., vol. 12, no. 3, pp. 101–109, Mar. 2015.",
        ("Doe Roe", "Air and dots", "J. Ex.", 2015, "12", "3", "101–109"),
    ),
    (
        "Doe, J., 2001. Dots and films. Example Press.",
        ("Doe", "Dots and films", "", 2001, "", "", ""),
    ),
    (
        "Doe, J. (2015) Air and dots. J. Ex. Chem. 12 (3), 101.",
        ("Doe", "Air and dots", "J. Ex. Chem.", 2015, "12", "3", "101"),
    ),
]


@pytest.mark.parametrize(("printed", "fields"), HOUSE_STYLES)
def test_styles_of_vancouver_harvard_and_engineers(
    printed: str, fields: tuple[str | int, ...]
) -> None:
    read = read_entry(printed, clean)
    families = " ".join(author.family for author in read.authors)
    found = (families, read.title, read.container, read.year, read.volume, read.issue, read.pages)
    assert found == fields
