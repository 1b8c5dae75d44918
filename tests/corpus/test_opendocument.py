"""OpenDocument texts: what is printed is read, and nothing else."""

from __future__ import annotations

from corpus import Paper, read_bytes
from tests.corpus.office_files import odt, open_paragraph
from tests.rows import each_row

ENTRY = "Roe, R. Zirconia on lead telluride. J. Ex. Chem. 2014, 5, 11–16."
OTHER = "Poe, A.; Vik, S. Hafnia on wires. Ex. Lett. 2016, 8, 40–44."


def _read(body: str, **parts: object) -> Paper:
    return read_bytes(odt(body, **parts), id="a", source="a.odt")  # type: ignore[arg-type]


def _texts(paper: Paper) -> list[str]:
    return [f"{passage.kind}: {passage.text}" for passage in paper.passages]


def _heading(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def _list(*items: str, more: str = "") -> str:
    written = "".join(f"<text:list-item>{open_paragraph(one)}</text:list-item>" for one in items)
    return f'<text:list text:style-name="L1"{more}>{written}</text:list>'


READ: dict[str, tuple[str, list[str]]] = {
    "scripts": (
        open_paragraph("Layers of ZrO_{2} held 3 cm^{2} V^{-1} s^{-1}."),
        ["paragraph: Layers of ZrO2 held 3 cm² V⁻¹ s⁻¹."],
    ),
    "headings": (
        _heading("Growth") + _heading("Pulses", 2) + open_paragraph("It was slow."),
        ["heading: Growth", "heading: Pulses", "paragraph: It was slow."],
    ),
    "deleted text, comments and hidden text": (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{open_paragraph('It was gone.')}</text:deletion></text:changed-region>"
        "</text:tracked-changes>"
        + open_paragraph(
            "The rate<office:annotation><text:p>Sure?</text:p></office:annotation> <text:change"
            ' text:change-id="c1"/>was 0.9 Å.<text:span text:style-name="T3"> Hidden.</text:span>'
        ),
        ["paragraph: The rate was 0.9 Å."],
    ),
    "blanks and breaks": (
        open_paragraph('Zr<text:s text:c="3"/>wires<text:tab/>grew<text:line-break/>well.'),
        ["paragraph: Zr wires grew well."],
    ),
    "a table": (
        "<table:table><table:table-header-rows><table:table-row>"
        + "".join(
            f"<table:table-cell>{open_paragraph(cell)}</table:table-cell>"
            for cell in ("metal", "rate")
        )
        + "</table:table-row></table:table-header-rows></table:table>",
        ["table: | metal | rate |"],
    ),
    "a text box with a caption": (
        open_paragraph(
            "The cell is large.<draw:frame><draw:text-box>"
            + open_paragraph("Figure 2 A cell", "Figure")
            + "</draw:text-box></draw:frame>"
        ),
        ["paragraph: The cell is large.", "caption: Figure 2 A cell"],
    ),
    "a table of contents": (
        f"<text:table-of-content><text:index-body>{open_paragraph('Growth 3')}</text:index-body>"
        f"</text:table-of-content>{open_paragraph('It was slow.')}",
        ["paragraph: It was slow."],
    ),
    "a formula in a file of its own": (
        open_paragraph(
            'The rate <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> fell.'
        ),
        ["paragraph: The rate r0 fell."],
    ),
}
MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML"><msub><mi>r</mi><mn>0</mn></msub></math>'


@each_row("name", sorted(READ))
def test_what_is_printed_is_read(name: str) -> None:
    body, wanted = READ[name]
    assert _texts(_read(body, more={"Object 1/content.xml": MATH})) == wanted


def test_a_numbered_list_is_the_reference_list() -> None:
    text = open_paragraph("Zirconia grew on wires.^{1} Hafnia did not.^{2}")
    first, second = _list(ENTRY), _list(OTHER, more=' text:continue-numbering="true"')
    between = open_paragraph("https://doi.org/10.5555/zirconia.5")
    paper = _read(text + _heading("References") + first + between + second)
    assert [(r.number, r.authors[0].family) for r in paper.references] == [
        ("1", "Roe"),
        ("2", "Poe"),
    ]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",), ("2",)]


def test_notes_that_are_references_are_the_list() -> None:
    note = (
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1'
        f"</text:note-citation><text:note-body>{open_paragraph(ENTRY)}</text:note-body></text:note>"
    )
    paper = _read(open_paragraph(f"Zirconia grew.{note} It held."))
    assert [p.text for p in paper.passages if p.kind == "paragraph"] == ["Zirconia grew. It held."]
    assert [c.numbers for p in paper.passages for c in p.citations] == [("1",)]
    assert [r.authors[0].family for r in paper.references] == ["Roe"]


def test_title_by_its_style_and_author_of_the_properties() -> None:
    title = "Zirconia around lead telluride wires"
    body = open_paragraph(title, "P1") + _heading("Abstract") + open_paragraph("Wires were coated.")
    paper = _read(body, title=title, author="Ann Gan")
    assert paper.record is not None
    assert (paper.record.title, paper.record.authors[0].family) == (title, "Gan")


def test_the_title_of_a_cover_has_the_largest_letters() -> None:
    title = '<text:span text:style-name="T4">Zirconia around wires of PbTe</text:span>'
    cover = open_paragraph("University of the North") + open_paragraph(title)
    text = "".join(open_paragraph(f"Wires of kind {n} were coated.") for n in range(6))
    paper = _read(cover + open_paragraph("Ann Gan, Bo Vik") + _heading("Abstract") + text)
    assert paper.record is not None
    assert paper.record.title == "Zirconia around wires of PbTe"
    assert [author.family for author in paper.record.authors] == ["Gan", "Vik"]
