"""Word files: notes, title, authors, year and DOI, sections and offsets."""

from __future__ import annotations

from corpus import read_bytes
from tests.corpus.office_files import docx, item, paragraph, read, run, texts
from tests.rows import each_row

ENTRY = "Roe, R. Zirconia on lead telluride. J. Ex. Chem. 2014, 5, 11–16."
OTHER = "Poe, A.; Vik, S. Hafnia on wires. Ex. Lett. 2016, 8, 40–44."
LIST = paragraph("References", "berschrift1") + item(ENTRY, 1) + item(OTHER, 1)
TITLE = "Zirconia around lead telluride wires"
HEAD = paragraph("Ann Gan^{a}, Bo Vik^{b}") + paragraph("^{a} Institute of Wires, Northern")
TEXT = paragraph("Abstract", "berschrift1") + paragraph("Wires were coated with zirconia.")


def test_title_and_names_are_those_that_are_printed() -> None:
    paper = read(paragraph(TITLE, "Titel") + HEAD + TEXT, title="An older talk", author="office")
    assert paper.record is not None
    assert paper.record.title == TITLE
    assert [author.family for author in paper.record.authors] == ["Gan", "Vik"]
    assert texts(paper) == [
        *(f"title: {TITLE}", "heading: Abstract", "paragraph: Wires were coated with zirconia."),
    ]


#: Title and author in the properties; the author of the record.
PROPERTIES: dict[str, tuple[str, str, list[str]]] = {
    "the printed title": (TITLE, "Ann Gan", ["Gan"]),
    "the printed title in other letters": (TITLE.upper(), "Ann Gan; Bo Vik", ["Gan", "Vik"]),
    "no title: Word enters the owner of the account": ("", "Ann Gan", []),
    "the title of a template": ("Thesis of the faculty of wires", "Ann Gan", []),
    "no name": (TITLE, "user", []),
}


@each_row("name", sorted(PROPERTIES))
def test_properties_count_where_the_text_confirms_them(name: str) -> None:
    title, author, wanted = PROPERTIES[name]
    paper = read(paragraph(TITLE) + TEXT, title=title, author=author)
    assert paper.record is not None
    assert paper.record.title == TITLE
    assert [author.family for author in paper.record.authors] == wanted


def test_the_title_of_a_cover_has_the_largest_letters() -> None:
    large = '<w:sz w:val="40"/>'
    cover = paragraph("University of the North") + paragraph(run("Doctoral thesis", large))
    title = paragraph(run("Zirconia around wires", large)) + paragraph(run("of PbTe", large))
    names = paragraph(run("Ann Gan", large)) + paragraph("Northern, May 2021", "Untertitel")
    text = "".join(paragraph(f"Wires of kind {n} were coated.") for n in range(6))
    paper = read(cover + title + names + TEXT + text)
    assert paper.record is not None
    assert paper.record.title == "Zirconia around wires of PbTe"
    assert [author.family for author in paper.record.authors] == ["Gan"]
    assert paper.record.year == 2021


def test_large_letters_below_the_first_heading_are_no_title() -> None:
    large = paragraph(run("They are shown in large letters", '<w:sz w:val="40"/>'))
    text = "".join(paragraph(f"Wires of kind {n} were coated.") for n in range(6))
    paper = read(paragraph(TITLE) + paragraph("Introduction") + large + text)
    assert paper.record is not None
    assert paper.record.title == TITLE


def test_a_doi_far_below_the_title_is_of_another_work() -> None:
    lines = "".join(paragraph(f"Wires of kind {n} were coated.") for n in range(20))
    other = paragraph("https://doi.org/10.5555/zirconia.5")
    title = paragraph(TITLE, "Titel")
    records = [read(body).record for body in (title + TEXT + lines + other, title + other + TEXT)]
    assert [record and record.doi for record in records] == ["", "10.5555/zirconia.5"]


def test_names_that_a_template_sets_as_a_heading_are_authors() -> None:
    names = paragraph("Ann Gan^{a}, Bo Vik^{b}", "berschrift2")
    paper = read(paragraph(TITLE, "Titel") + names + TEXT)
    assert paper.record is not None
    assert [author.family for author in paper.record.authors] == ["Gan", "Vik"]


def test_the_document_is_found_by_its_relation() -> None:
    data = docx(paragraph("Wires were coated."), main="word/document2.xml")
    assert texts(read_bytes(data, id="a", source="a.docx")) == ["paragraph: Wires were coated."]


def test_sections_are_the_headings_above() -> None:
    paper = read(
        paragraph("Growth", "berschrift1")
        + paragraph("Pulses", "berschrift2")
        + paragraph(run("Valves", "<w:b/>"))
        + paragraph("They were fast.")
    )
    assert paper.passages[-1].section == ("Growth", "Pulses", "Valves")


def test_offsets_lead_back_to_the_text_as_read() -> None:
    paper = read(paragraph("Layers of Zr_{3}N_{4} grew.^{1} They were hard.") + LIST)
    passage = paper.passages[0]
    start = passage.text.index("Zr3N4")
    (span,) = passage.raw_spans(start, start + len("Zr3N4 grew. They"))
    assert paper.raw[slice(*span)] == "Zr_{3}N_{4} grew.^{1} They"


NOTE = "<w:r><w:footnoteRef/></w:r>"


def _call(kind: str, id: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind} w:id="{id}"/></w:r>'


@each_row("kind", ("footnote", "endnote"))
def test_notes_that_are_references_are_the_list(kind: str) -> None:
    body = paragraph(
        run("Zirconia grew.")
        + _call(f"{kind}Reference", 4)
        + run(" Hafnia etched.")
        + _call(f"{kind}Reference", 2)
    )
    notes = {2: paragraph(NOTE + run(f" {OTHER}")), 4: paragraph(NOTE + run(f" {ENTRY}"))}
    paper = read(body, **{f"{kind}s": notes})
    assert [(r.number, r.authors[0].family) for r in paper.references] == [
        ("1", "Roe"),
        ("2", "Poe"),
    ]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",), ("2",)]
    assert "Zirconia grew. Hafnia etched." in [p.text for p in paper.passages]


def test_other_notes_follow_the_text_and_their_marks_cite_nothing() -> None:
    body = paragraph(run("Zirconia grew.") + _call("footnoteReference", 1)) + LIST
    paper = read(body, footnotes={1: paragraph(NOTE + run(" The wires were drawn in Northern."))})
    assert [c for p in paper.passages for c in p.citations] == []
    assert [p.text for p in paper.passages if p.section == ("Notes",)] == [
        "The wires were drawn in Northern."
    ]
    assert len(paper.references) == 2


def test_notes_beside_a_reference_list_are_no_entries() -> None:
    body = paragraph(run("Zirconia grew.") + _call("footnoteReference", 1)) + LIST
    other = "Gan, P. Titania on rods. Ex. Lett. 2019, 9, 12–14."
    paper = read(body, footnotes={1: paragraph(NOTE + run(f" {other}"))})
    assert [r.authors[0].family for r in paper.references] == ["Roe", "Poe"]
    assert [c for p in paper.passages for c in p.citations] == []
