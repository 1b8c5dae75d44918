"""Entries of reference lists: what is printed and what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.bibliography import read_entry
from corpus.names import names_ahead
from corpus.text import clean
from tests.rows import each_row

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


@each_row(("printed", "fields"), ENTRIES)
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


@each_row(("printed", "fields"), HOUSE_STYLES)
def test_styles_of_vancouver_harvard_and_engineers(
    printed: str, fields: tuple[str | int, ...]
) -> None:
    read = read_entry(printed, clean)
    families = " ".join(author.family for author in read.authors)
    found = (families, read.title, read.container, read.year, read.volume, read.issue, read.pages)
    assert found == fields


#: (style, entry, families, title, container, year, volume, issue, pages, type)
PUBLISHERS = """
ACS|Holm, R.; Ek, T. Appl. Layer Lett. 2009, 12, 340.|Holm Ek||Appl. Layer Lett.|2009|12||340|article-journal
MDPI|Holm, R.; Ek, T. Dry Oxides on Dots. Films 2009, 12, 340. [CrossRef] [PubMed]|Holm Ek|Dry Oxides on Dots|Films|2009|12||340|article-journal
AIP|R. Holm, T. Ek, and S. Vik, Appl. Layer Lett. 12, 340 (2009).|Holm Ek Vik||Appl. Layer Lett.|2009|12||340|article-journal
AIP, old font|R. Holm and T. Ek, Appl. Layer Lett. 12, 340 ~2009!.|Holm Ek||Appl. Layer Lett.|2009|12||340|article-journal
AIP, lost bracket|R. Holm and T. Ek, Appl. Layer Lett. 12, 340 2009-.|Holm Ek||Appl. Layer Lett.|2009|12||340|article-journal
APS|R. Holm, T. Ek, and S. Vik, Dry oxides on dots, Phys. Rev. B 12, 340 (2009).|Holm Ek Vik|Dry oxides on dots|Phys. Rev. B|2009|12||340|article-journal
Wiley|R. Holm, T. Ek, Angew. Chem. 2009, 121, 1234; Angew. Chem. Int. Ed. 2009, 48, 1234.|Holm Ek||Angew. Chem.|2009|121||1234|article-journal
Elsevier|R. Holm, T. Ek, Dry oxides on dots, Thin Solid Films 12 (3) (2009) 340–345, https://doi.org/10.5555/a.b.|Holm Ek|Dry oxides on dots|Thin Solid Films|2009|12|3|340–345|article-journal
Nature|Holm, R., Ek, T. & Vik, S. Dry oxides on dots. Nat. Ex. 12, 340–345 (2009).|Holm Ek Vik|Dry oxides on dots|Nat. Ex.|2009|12||340–345|article-journal
Springer|Holm R, Ek T (2009) Dry oxides on dots. J Ex Chem 12:340–345|Holm Ek|Dry oxides on dots|J Ex Chem|2009|12||340–345|article-journal
Springer, colon|Holm, R., Ek, T.: Dry oxides on dots. J. Ex. 12(3), 340–345 (2009)|Holm Ek|Dry oxides on dots|J. Ex.|2009|12|3|340–345|article-journal
RSC|R. Holm, T. Ek and S. Vik, J. Mater. Chem., 2009, 12, 340–345.|Holm Ek Vik||J. Mater. Chem.|2009|12||340–345|article-journal
IOP|Holm R, Ek T and van der Vik S 2009 Appl. Layer Lett. 12 340|Holm Ek van der Vik||Appl. Layer Lett.|2009|12||340|article-journal
IOP, title|Holm R J 2010 Dry oxides: an overview Chem. Rev. 110 111–31|Holm|Dry oxides: an overview|Chem. Rev.|2010|110||111–31|article-journal
JJAP|R. Holm, T. Ek and S. Vik: Jpn. J. Appl. Phys. 48 (2009) 04C123.|Holm Ek Vik||Jpn. J. Appl. Phys.|2009|48||04C123|article-journal
ECS|R. Holm and T. Ek, J. Electrochem. Soc., 150, G1 (2003).|Holm Ek||J. Electrochem. Soc.|2003|150||G1|article-journal
Optica|R. Holm, T. Ek, and S. Vik, "Dry oxides," Appl. Layer Lett. 12(4), 340-348 (2009).|Holm Ek Vik|Dry oxides|Appl. Layer Lett.|2009|12|4|340-348|article-journal
Taylor & Francis|R. Holm, T. Ek, Dry oxides on dots, J. Ex. 12 (2009), pp. 340–345.|Holm Ek|Dry oxides on dots|J. Ex.|2009|12||340–345|article-journal
PNAS|Holm, R. & Ek, T. (2009)J. Ex. Chem. 12, 340–345.|Holm Ek||J. Ex. Chem.|2009|12||340–345|article-journal
Frontiers|Holm, R., Ek, T., and Vik, S. (2009). Dry oxides on dots. J. Ex. 12, 340–345. doi: 10.5555/a|Holm Ek Vik|Dry oxides on dots|J. Ex.|2009|12||340–345|article-journal
BibTeX|R. Holm, T. Ek. Dry oxides on dots. J. Ex., 12(3):340–345, 2009.|Holm Ek|Dry oxides on dots|J. Ex.|2009|12|3|340–345|article-journal
Vancouver|Holm RA, Ek T, et al. Films of dots. Nanotechnology. 2009 Jan 12;20(3):034001.|Holm Ek|Films of dots|Nanotechnology|2009|20|3|034001|article-journal
suffix|R. Holm, W. C. Jones, Jr., and A. de Vik, Phys. Ex. Lett. 102, 12 (2009).|Holm Jones de Vik||Phys. Ex. Lett.|2009|102||12|article-journal
hyphen|J.-P. Holm and S.-H. Ek, J. Vac. Films A 27, 340 (2009).|Holm Ek||J. Vac. Films A|2009|27||340|article-journal
accents|J. H€am€al€ainen and U. G¨osele, J. Vac. Films A 27, 340 (2009).|Hämäläinen Gösele||J. Vac. Films A|2009|27||340|article-journal
capitals|R. HOLM AND T. EK, Appl. Layer Lett. 12, 340 (2009).|HOLM EK||Appl. Layer Lett.|2009|12||340|article-journal
no comma|U. Holm J. Ek, J. Vac. Films A 27, 11 (2011).|Holm Ek||J. Vac. Films A|2011|27||11|article-journal
section|R. Holm, T. Ek, J. Vac. Films, A, 2009, 27, 340.|Holm Ek||J. Vac. Films, A|2009|27||340|article-journal
group|R. Holm et al., Phys. Ex. B 79, 085307 (2009), and references therein.|Holm||Phys. Ex. B|2009|79||085307|article-journal
introduced|For a review, see, e.g., R. Holm and T. Ek, Phys. Ex. B 79, 8 (2009).|Holm Ek||Phys. Ex. B|2009|79||8|article-journal
thesis|R. Holm, Dry oxides on dots, Ph.D. thesis, University of Examples, 2009.|Holm|Dry oxides on dots||2009||||thesis
book, AIP|R. Holm, Physics of Dots, 2nd ed. (Wiley, New York, 1981), p. 12.|Holm|Physics of Dots, 2nd ed||1981|||12|book
book, ACS|Holm, R. Physics of Dots, 2nd ed.; Wiley: New York, 1981.|Holm|Physics of Dots||1981||||book
chapter, AIP|R. Holm, in Handbook of Dots, edited by T. Ek (Academic Press, London, 2009), Vol. 2, p. 12.|Holm||Handbook of Dots|2009|2||12|chapter
chapter, Elsevier|R. Holm, T. Ek, Dry oxides, in: S. Vik (Ed.), Handbook of Dots, Elsevier, Amsterdam, 2009, pp. 12–20.|Holm Ek|Dry oxides|Handbook of Dots|2009|||12–20|chapter
patent|T. Holm and J. Ek, U.S. Patent No. 4,123,456 (15 November 1977).|Holm Ek|U.S. Patent No. 4,123,456||1977||||patent
preprint|R. Holm, T. Ek, arXiv:1234.5678 (2015).|Holm Ek||arXiv:1234.5678|2015||||preprint
full names|Jane B. Holm, Tom Ek, and Ann Vik. Dry oxides on dots. J. Ex. 12, 340–345 (2009).|Holm Ek Vik|Dry oxides on dots|J. Ex.|2009|12||340–345|article-journal
bare initials|S-W Holm, T. Ek, Dry oxides on dots[J]. Phys. Ex. Lett., 6 (1), 13–20. (2007).|Holm Ek|Dry oxides on dots[J]|Phys. Ex. Lett.|2007|6|1|13–20|article-journal
commas in title|Holm, R.; Ek, T. Dry Oxides: Basics, Uses, and Challenges. J. Vac. Ex. Technol. A 2011, 29 (5), 50801.|Holm Ek|Dry Oxides: Basics, Uses, and Challenges|J. Vac. Ex. Technol. A|2011|29|5|50801|article-journal
quotation in title|Holm, R. “Giant” Dots with Dry Shells. J. Ex. Chem. Soc. 2008, 130, 5026.|Holm|"Giant" Dots with Dry Shells|J. Ex. Chem. Soc.|2008|130||5026|article-journal
in press|R. Holm, T. Ek, S. Vik, Adv. Ex., in press (2009).|Holm Ek Vik||Adv. Ex.|2009||||document
"""  # noqa: E501


def test_styles_of_publishers() -> None:
    failed = []
    for row in PUBLISHERS.strip().splitlines():
        style, printed, *expected = row.split("|")
        read = read_entry(printed, clean)
        families = " ".join(author.family for author in read.authors)
        found = [families, read.title, read.container, str(read.year), read.volume, read.issue]
        found += [read.pages, read.type]
        if found != expected:
            failed.append((style, found, expected))
    assert failed == []


def test_the_address_of_a_web_page_and_a_doi_that_a_link_prints_are_kept() -> None:
    page = read_entry("Dots and films. https://www.example.org/dots (accessed 12 March 2020).")
    assert (page.url, page.authors) == ("https://www.example.org/dots", ())
    linked = read_entry("R. Holm, J. Ex. 12 (2009) 3, https://doi.org/10.5555/a.b(c)1.")
    assert (linked.doi, linked.url) == ("10.5555/a.b(c)1", "")
    broken = read_entry("R. Holm, J. Ex. 12 (2009) 3, http://dx.doi.org/10.5555/2014/ 809.")
    assert (broken.doi, broken.pages) == ("10.5555/2014/809", "3")


@given(st.text(alphabet=st.sampled_from('Aa.,;:&- ()12[]"“”*_é~^{}\x01'), max_size=200))
def test_any_entry_is_read(text: str) -> None:
    record = read_entry(text, clean)
    assert all(author.family for author in record.authors)
