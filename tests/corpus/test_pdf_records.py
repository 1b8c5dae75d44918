"""The record of a PDF: from its pages, from what the file tells, and from a file beside it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from corpus import Paper, Reference, match_records, read_bytes
from corpus.imprint import FORMS, find_doi, read_imprint
from corpus.manuscript import read_authors
from corpus.readers.pdf.information import read_information
from tests.data.printing import Article, Block, Piece, print_pdf, set_article

#: Lines as journals print them, in other names: the journal, year, volume and pages in them.
IMPRINTS = {
    "J. Layer Sci. Technol. A 31, 01A123 (2013)": (
        "J. Layer Sci. Technol. A",
        2013,
        "31",
        "01A123",
    ),
    "JOURNAL OF LAYER PHYSICS 101, 023106 2007": (
        "Journal of Layer Physics",
        2007,
        "101",
        "023106",
    ),
    "850 dx.doi.org/10.5555/la41092 | J. Am. Layer Soc. 2014, 136, 850−853": (
        "J. Am. Layer Soc.",
        2014,
        "136",
        "850-853",
    ),
    "Cite This: Layer Energy Lett. 2020, 5, 2602−2604": (
        "Layer Energy Lett.",
        2020,
        "5",
        "2602-2604",
    ),
    "Cite this: Layer Sci., 2022, 13, 1408": ("Layer Sci.", 2022, "13", "1408"),
    "Adv. Layer Mater. 2018, 1802366": ("Adv. Layer Mater.", 2018, "", "1802366"),
    "Journal of Crystal Layers 310 (2008) 123–129": (
        "Journal of Crystal Layers",
        2008,
        "310",
        "123-129",
    ),
    "J. Phys.: Condens. Layers 37 (2025) 445701 (9pp)": (
        "J. Phys.: Condens. Layers",
        2025,
        "37",
        "445701",
    ),
    "To cite this article: I Kranz et al 2019 J. Layer Films 12 031501": (
        "J. Layer Films",
        2019,
        "12",
        "031501",
    ),
    "Layer-Micro Lett. (2021) 13:152": ("Layer-Micro Lett.", 2021, "13", "152"),
    "LAYER COMMUNICATIONS | (2018)9:3021 | DOI: 10.5555/s41467 | www.layers.example": (
        "Layer Communications",
        2018,
        "9",
        "3021",
    ),
    "PLS July 13, 2004 vol. 101 no. 28 10303": ("PLS", 2004, "101", "10303"),
    "#59862 Received 13 April 2005 2 May 2005 / Vol. 13, No. 9 / LAYER EXPRESS 3331": (
        "Layer Express",
        2005,
        "13",
        "3331",
    ),
    "VOLUME 76, NUMBER 7 LAYER REVIEW LETTERS 12 FEBRUARY 1996": (
        "Layer Review Letters",
        1996,
        "76",
        "",
    ),
    "LAYER REVIEW A VOLUME 57, NUMBER 3 MARCH 1998": ("Layer Review A", 1998, "57", ""),
    "LAYER DESIGN & SELECTION vol. 23 no. 1 pp. 35–42, 2010": (
        "Layer Design & Selection",
        2010,
        "23",
        "35-42",
    ),
    "Layer Science (2022), 13, 1408-1418, doi:10.5555/D1SC05088E": (
        "Layer Science",
        2022,
        "13",
        "1408-1418",
    ),
    "Ida Kranz & Olov Lind (2017) A review of layers, Layers, 507:1, 69-85, DOI: 10.5555/l": (
        "Layers",
        2017,
        "507",
        "69-85",
    ),
    "Ida Kranz. On oxides in thin layers. Journal de Couches, 1979, 40 (13), pp.287-290.": (
        "Journal de Couches",
        1979,
        "40",
        "287-290",
    ),
    "Layer Communications, doi:10.5555/s41467-018-05454-4": ("Layer Communications", None, "", ""),
}
NO_IMPRINTS = (
    "The films of Fig. 3 were grown at 100, 200 (2013)",
    "Received 3 May 2018; accepted 4 June 2018",
    "Kranz and Lind, 2013, were the first to do so",
    "I. Kranz, O. Lind Layer Energy 162 (2018) 525–532",
    "",
)


def test_imprints_are_read_in_every_form() -> None:
    wrong = {}
    for line, expected in IMPRINTS.items():
        found = read_imprint(line)
        fields = found and (found.container, found.year, found.volume, found.pages)
        if fields != expected:
            wrong[line] = fields
    assert wrong == {}
    assert [line for line in NO_IMPRINTS if read_imprint(line) is not None] == []


def test_each_form_reads_its_own_example() -> None:
    found = {example: read_imprint(example) for example, _ in FORMS}
    assert [example for example, reference in found.items() if reference is None] == []
    assert all("ayer" in r.container.lower() or r.container == "PLS" for r in found.values() if r)


DOIS = {
    "https://doi.org/10.5555/layers.2020(3)12).": "10.5555/layers.2020(3)12",
    "[doi:10.5555/1.2409490]": "10.5555/1.2409490",
    "DOI: 10.5555/s11772−010−0049−0": "10.5555/s11772-010-0049-0",
    "<10.5555/couches:019790040013028700>. <jpa-1>": "10.5555/couches:019790040013028700",
    "10.5555/layers.22205/-/DCSupplemental": "10.5555/layers.22205",
    "10.5555/layers.2022\u200b05": "10.5555/layers.202205",
    "pressure of 10.5 Torr / 3": "",
}


def test_a_doi_ends_where_it_ends() -> None:
    assert {text: find_doi(text) for text in DOIS} == DOIS


NAMES = {
    "Jane Doe^{a}, R. Roe* and Ann van der Poe": ["Doe", "Roe", "van der Poe"],
    "LUIS C. DOE,^{1,*} AND ANN-MARIE ROE^{2}": ["Doe", "Roe"],
    "KRANZ Ida(一二)^{1}, LIND Olov-Per(三)^{1**}": ["Kranz", "Lind"],
    "I.K.Kranz^{1}, O.Lind^{2}": ["Kranz", "Lind"],
    "A.S. Kranz (✉) · R. Lind · O. d'Arco": ["Kranz", "Lind", "d'Arco"],
    "Ida M. Kranz,^{[a]} Olov U. Lind,^{[a]} and Per Roe*^{[a, b]}": ["Kranz", "Lind", "Roe"],
    "Ida Kranz a, Olov Lind a,b, *": ["Kranz", "Lind"],
    "Prof. Ida Kranz and Olov Lind Jr.": ["Kranz", "Lind"],
    "I Kranz, X G Lind and J C Roe1": ["Kranz", "Lind", "Roe"],
    "Department of Layers, University of Films": [],
    "Research Article": [],
    "Thin Films on Dots": [],
    "We coat dots of lead selenide.": [],
    "Layer City, United Kingdom": [],
}


def test_lines_of_names_are_read_in_every_form() -> None:
    found = {line: [author.family for author in read_authors(line)] for line in NAMES}
    assert found == NAMES


RUBBISH = (
    "Microsoft Word - draft3.doc",
    "untitled",
    "Untitled-1",
    "ja410920 1..4",
    "650062.qxd",
    "doi:10.5555/layers.2020",
    "Layer Journal template",
    "paper",
)


def test_what_programs_leave_as_title_is_none() -> None:
    assert [t for t in RUBBISH if read_information({"Title": t}, b"").titles] == []
    assert not read_information({"Author": "Administrator"}, b"").record.authors
    assert not read_information({"Author": "pm026"}, b"").record.authors


XMP = """<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">
<rdf:Description rdf:about="" prism:volume="12">
<dc:title><rdf:Alt><rdf:li>Alumina on dots of lead selenide</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ida Kranz</rdf:li><rdf:li>Olov Lind</rdf:li></rdf:Seq></dc:creator>
<prism:publicationName>Journal of Layer Films</prism:publicationName>
<prism:coverDate>2019-03-01</prism:coverDate><prism:doi>10.5555/layers.31501</prism:doi>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
SENTENCE = "The films were kept in the air and it was seen that they were as thick as before. "


def _article(*, names: str = "Ida Kranz and Olov Lind", head: str = "", foot: str = "") -> Paper:
    return _printed({}, "", names=names, head=head, foot=foot)


def _printed(
    information: Mapping[str, str],
    xmp: str,
    *,
    names: str = "",
    head: str = "",
    foot: str = "",
) -> Paper:
    pages = set_article(
        Article(
            title=["Alumina on dots of", "lead selenide"],
            names=names,
            blocks=[Block(kind="text", text=30 * SENTENCE)],
        )
    )
    pages[0] += [Piece(x=54, y=760, text=head, size=8), Piece(x=54, y=50, text=foot, size=8)]
    data = print_pdf(pages, information=information, xmp=xmp)
    return read_bytes(data, id="a", source="a.pdf")


def _record(paper: Paper) -> Reference:
    assert paper.record is not None
    return paper.record


def test_the_page_tells_title_names_journal_year_and_doi() -> None:
    record = _record(
        _article(
            head="J. Layer Films 12, 031501 (2019)",
            foot="doi: 10.5555/layers.31501 © 2018 The Layer Society",
        )
    )
    assert record.title == "Alumina on dots of lead selenide"
    assert [author.family for author in record.authors] == ["Kranz", "Lind"]
    assert (record.container, record.year, record.volume) == ("J. Layer Films", 2019, "12")
    assert (record.pages, record.doi) == ("031501", "10.5555/layers.31501")


def test_without_an_imprint_the_year_is_that_of_the_rights_or_of_printing() -> None:
    assert _record(_article(foot="© 2018 The Layer Society")).year == 2018
    assert _record(_article(foot="Received 3 May 2017; accepted 4 June 2018")).year == 2018
    assert _record(_article()).year is None


def test_the_file_fills_what_the_page_does_not_tell() -> None:
    record = _record(_printed({}, XMP))
    assert record.title == "Alumina on dots of lead selenide"
    assert [author.family for author in record.authors] == ["Kranz", "Lind"]
    assert (record.container, record.year) == ("Journal of Layer Films", 2019)
    assert (record.volume, record.doi) == ("12", "10.5555/layers.31501")


def test_the_page_is_believed_before_the_file_which_spells_its_journal_out() -> None:
    head = "J. Layer Films 13, 041501 (2020)"
    record = _record(_printed({}, XMP, names="Ida Kranz, Olov Lind, Per Roe", head=head))
    assert (record.container, record.year) == ("Journal of Layer Films", 2020)
    assert (record.volume, len(record.authors)) == ("13", 3)
    other = XMP.replace("Journal of Layer Films", "Biochemical Annals")
    assert _record(_printed({}, other, head=head)).container == "J. Layer Films"


def test_information_of_the_file_is_read_where_it_is_no_rubbish() -> None:
    information = {
        "Title": "Microsoft Word - draft3.doc",
        "Author": "Ida Kranz; Olov Lind",
        "Subject": "Layer Lett. 2012.12:1234-1240",
        "WPS-ARTICLEDOI": "10.5555/layl.2012",
    }
    record = _record(_printed(information, ""))
    assert record.title == "Alumina on dots of lead selenide"
    assert [author.family for author in record.authors] == ["Kranz", "Lind"]
    assert (record.container, record.year, record.pages) == ("Layer Lett.", 2012, "1234-1240")
    assert record.doi == "10.5555/layl.2012"


def test_a_title_that_the_file_tells_is_found_in_any_size() -> None:
    text = "Alumina on dots of lead selenide"
    page = [
        Piece(x=54, y=740, text="LAYER LETTERS AND FILMS", size=22),
        Piece(x=54, y=700, text=text, size=10),
        Piece(x=54, y=680, text="Ida Kranz and Olov Lind", size=10),
        *(Piece(x=54, y=640 - 12 * at, text=SENTENCE, size=10) for at in range(30)),
    ]
    paper = read_bytes(print_pdf([page], information={"Title": text}), id="a", source="a.pdf")
    assert _record(paper).title == text


@pytest.mark.parametrize("broken", ["<x:xmpmeta", XMP[:300] + "</rdf:RDF>", XMP * 3, "\ud835"])
def test_broken_packets_are_passed_over(broken: str) -> None:
    data = broken.encode("utf-8", errors="surrogatepass")
    told = read_information({"Title": "A \ud835 film", "Author": ", ; and"}, data)
    assert told.record.authors == () or len(told.record.authors) == 2


def test_a_record_beside_the_file_wins() -> None:
    paper = _article(head="J. Layer Films 12, 031501 (2019)")
    beside = Reference(
        title="Alumina on Dots of Lead Selenide", container="Journal of Layer Films", year=2020
    )
    record = _record(match_records([paper], [beside])[0])
    assert (record.container, record.year, record.volume) == ("Journal of Layer Films", 2020, "12")
