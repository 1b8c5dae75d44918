"""Word documents: what is printed is read, and nothing else."""

from __future__ import annotations

from tests.corpus.office_files import item, paragraph, read, run, table, texts
from tests.rows import each_row

ENTRY = "Roe, R. Zirconia on lead telluride. J. Ex. Chem. 2014, 5, 11–16."
OTHER = "Poe, A.; Vik, S. Hafnia on wires. Ex. Lett. 2016, 8, 40–44."
LIST = paragraph("References", "berschrift1") + item(ENTRY, 1) + item(OTHER, 1)


def _field(code: str, result: str) -> str:
    """A field with an instruction and a result, as Word writes it."""
    signs = {
        kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    }
    told = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return signs["begin"] + told + signs["separate"] + result + signs["end"]


def _box(text: str) -> str:
    """A text box as new programs show it and as old ones do."""
    shown = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    new = f"<w:drawing><wps:wsp><wps:txbx>{shown}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:textbox>{shown}</v:textbox></w:pict>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice>{new}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _math(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def _m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


#: The body of a document, and what is read.
READ: dict[str, tuple[str, list[str]]] = {
    "runs of a formula": (
        paragraph("Layers of Zr_{}O_{2} grew on Pb_{1-x}Sn_{x}Te."),
        ["paragraph: Layers of ZrO2 grew on Pb1-xSnxTe."],
    ),
    "powers and charges": (
        paragraph("It reached 3 cm^{2} V^{-1} s^{-1} with Cd^{2+} at 10^{17} cm^{-3}."),
        ["paragraph: It reached 3 cm² V⁻¹ s⁻¹ with Cd²⁺ at 10¹⁷ cm⁻³."],
    ),
    "a script of several runs": (
        paragraph(run("Held 10") + run("1", "sup") + run("5", "sup") + run(" cycles.")),
        ["paragraph: Held 10¹⁵ cycles."],
    ),
    "a script by a style": (
        paragraph(run("Area in m") + run("2", '<w:rStyle w:val="Hoch"/>') + run(" alone.")),
        ["paragraph: Area in m² alone."],
    ),
    "a script that is turned off again": (
        paragraph(
            run("Bottle ")
            + run("2", '<w:rStyle w:val="Hoch"/><w:vertAlign w:val="baseline"/>')
            + run(" was cold.")
        ),
        ["paragraph: Bottle 2 was cold."],
    ),
    "headings by their style, whatever its id": (
        paragraph("Growth", "berschrift1")
        + paragraph("Pulses", "berschrift2")
        + paragraph("The pulses were short.")
        + paragraph("Etching of hafnia", "Verlag1")
        + paragraph("It was slow."),
        [
            *(
                "heading: Growth",
                "heading: Pulses",
                "paragraph: The pulses were short.",
            ),
            *("heading: Etching of hafnia", "paragraph: It was slow."),
        ],
    ),
    "styles of publishers' templates": (
        paragraph("Zirconia wires", "HouseTitle")
        + paragraph("Growth", "HouseHead")
        + paragraph("It was slow.")
        + paragraph("Table 2 Rates", "HouseTable")
        + paragraph(ENTRY, "HouseList"),
        [
            *("heading: Zirconia wires", "heading: Growth"),
            *("paragraph: It was slow.", "caption: Table 2 Rates"),
        ],
    ),
    "a heading by an outline level": (
        paragraph("Growth", properties='<w:outlineLvl w:val="0"/>')
        + paragraph("It was slow.", properties='<w:outlineLvl w:val="9"/>'),
        ["heading: Growth", "paragraph: It was slow."],
    ),
    "a text that is set as a heading": (
        paragraph("Growth", "berschrift1")
        + paragraph("The rate fell by a half. " * 9, "berschrift2"),
        ["heading: Growth", f"paragraph: {('The rate fell by a half. ' * 9).strip()}"],
    ),
    "headings in bold, below those that are told otherwise": (
        paragraph(run("The layers of a northern works", "<w:b/>"))
        + paragraph("Introduction")
        + paragraph("It was slow.")
        + paragraph(run("Pulses ", "<w:b/>") + run("of zirconium", "<w:b/>"))
        + paragraph(run("They were short", "<w:b/>") + run(" today"))
        + paragraph(run("Valves.", "<w:b/>"))
        + paragraph(run("Table 3 Rates of zirconia", "<w:b/>")),
        [
            *("title: The layers of a northern works", "heading: Introduction"),
            *("paragraph: It was slow.", "heading: Pulses of zirconium"),
            *("paragraph: They were short today", "paragraph: Valves."),
            "paragraph: Table 3 Rates of zirconia",
        ],
    ),
    "a heading by its words alone": (
        paragraph("2. Results and Discussion") + paragraph("It was slow."),
        ["heading: 2. Results and Discussion", "paragraph: It was slow."],
    ),
    "a paragraph that begins with a number sign": (
        paragraph("Code of the model follows here.") + paragraph("# number of pulses in a run"),
        ["paragraph: Code of the model follows here.", "paragraph: # number of pulses in a run"],
    ),
    "deleted and inserted text": (
        paragraph(
            run("The rate was ")
            + f"<w:del><w:r><w:delText>0.7</w:delText></w:r></w:del><w:ins>{run('0.9')}</w:ins>"
            + run(" Å per cycle.")
        ),
        ["paragraph: The rate was 0.9 Å per cycle."],
    ),
    "a deleted end of a paragraph": (
        paragraph("Zirconia grew", properties="<w:rPr><w:del/></w:rPr>") + paragraph(" at 90 °C."),
        ["paragraph: Zirconia grew at 90 °C."],
    ),
    "moved text": (
        f"<w:p><w:moveFrom>{run('It moved away.')}</w:moveFrom>{run('It stayed.')}</w:p>"
        f"<w:p><w:moveTo>{run('It moved here.')}</w:moveTo></w:p>",
        ["paragraph: It stayed.", "paragraph: It moved here."],
    ),
    "comments": (
        paragraph(
            '<w:commentRangeStart w:id="0"/>'
            + run("The dots were large.")
            + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        ),
        ["paragraph: The dots were large."],
    ),
    "hidden text": (
        paragraph(run("Water came first.") + run(" Not printed.", "<w:vanish/>")),
        ["paragraph: Water came first."],
    ),
    "a text box once, behind its paragraph": (
        paragraph(run("The cell is ") + _box("Figure 2. A cell. The bar is 4 nm.") + run("large.")),
        ["paragraph: The cell is large.", "caption: Figure 2. A cell. The bar is 4 nm."],
    ),
    "hyphens, tabs and line breaks": (
        paragraph(
            "<w:r><w:t>Zr</w:t><w:noBreakHyphen/><w:t>doped layers of pero</w:t><w:softHyphen/>"
            "<w:t>vskite</w:t><w:tab/><w:t>grew</w:t><w:br/><w:t>well.</w:t></w:r>"
        ),
        ["paragraph: Zr-doped layers of perovskite grew well."],
    ),
    "signs of the font Symbol": (
        paragraph(
            run("A film of 3 ")
            + '<w:r><w:sym w:font="Symbol" w:char="F06D"/></w:r>'
            + run("m at 90 \uf0b0C, so ")
            + run("D", '<w:rFonts w:ascii="Symbol"/>')
            + run("E fell.")
        ),
        ["paragraph: A film of 3 μm at 90 °C, so ΔE fell."],
    ),
    "a table": (
        paragraph("Table 1. Rates.", "Beschriftung")
        + table(("precursor", "rate"), ("Zr(NMe_{2})_{4}", "0.9 Å"), ("", ""), ("TEMAH", "1.0 Å")),
        [
            *("caption: Table 1. Rates.", "table: | precursor | rate |"),
            *("table: | Zr(NMe2)4 | 0.9 Å |", "table: | TEMAH | 1.0 Å |"),
        ],
    ),
    "a table of one column, which frames a text": (
        table(("The layer was smooth.",)),
        ["paragraph: The layer was smooth."],
    ),
    "a content control": (
        f"<w:sdt><w:sdtContent>{paragraph('Zirconia grew on wires.')}</w:sdtContent></w:sdt>",
        ["paragraph: Zirconia grew on wires."],
    ),
    "a caption by its style": (
        paragraph("Figure 3 Rates of growth", "Beschriftung"),
        ["caption: Figure 3 Rates of growth"],
    ),
    "a caption whose number is a field": (
        paragraph(run("Figure ") + _field(" SEQ Figure ", run("4")) + run(". A reactor.")),
        ["caption: Figure 4. A reactor."],
    ),
    "a table of contents": (
        paragraph("Growth 3", "Verzeichnis1")
        + paragraph(_field(" TOC \\o ", run("Etching 5")))
        + paragraph("Growth", "berschrift1")
        + paragraph("It was slow."),
        ["heading: Growth", "paragraph: It was slow."],
    ),
    "a field that has no end": (
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("It was slow."))
        + paragraph("It went on."),
        ["paragraph: It was slow.", "paragraph: It went on."],
    ),
    "lists": (
        item("Pulse the metal.", 3) + item("Purge.", 5) + item("Pulse the ozone.", 3),
        ["list_item: Pulse the metal.", "list_item: Purge.", "list_item: Pulse the ozone."],
    ),
    "an equation in a line": (
        paragraph(
            run("The rate")
            + _math(
                f"<m:sSub><m:e>{_m('r')}</m:e><m:sub>{_m('0')}</m:sub></m:sSub>{_m('=')}"
                f"<m:f><m:num>{_m('d')}</m:num><m:den>{_m('N')}</m:den></m:f>"
            )
            + run("was 0.9 Å.")
        ),
        ["paragraph: The rate r0 = d/N was 0.9 Å."],
    ),
    "a letter that damaged fonts have for another": (
        paragraph(run("The resistivity ") + _math(_m("ϱ")) + run(" fell to 3 mΩ cm.")),
        ["paragraph: The resistivity ρ fell to 3 mΩ cm."],
    ),
    "a formula set as an equation": (
        paragraph(
            run("Films of ")
            + _math(f"{_m('Zr')}<m:sSub><m:e>{_m('O')}</m:e><m:sub>{_m('2')}</m:sub></m:sSub>")
            + run(" grew.")
        ),
        ["paragraph: Films of ZrO2 grew."],
    ),
}


@each_row("name", sorted(READ))
def test_what_is_printed_is_read(name: str) -> None:
    body, wanted = READ[name]
    assert texts(read(body)) == wanted


#: Runs behind "It held" and the numbers of the marks that are read of them.
CITED: dict[str, tuple[str, tuple[str, ...]]] = {
    "raised": (run("1,2", "sup"), ("1", "2")),
    "raised in several runs": (run("1", "sup") + run(",", "sup") + run("2", "sup"), ("1", "2")),
    "raised by a style": (run("2", '<w:rStyle w:val="Hoch"/>'), ("2",)),
    "in brackets": (run(" [1, 2]"), ("1", "2")),
    "a citation of Zotero": (
        _field(' ADDIN ZOTERO_ITEM CSL_CITATION {"id": 9} ', run("2", "sup")),
        ("2",),
    ),
    "a citation of EndNote, with its data inside": (
        _field(" ADDIN EN.CITE " + _field(" ADDIN EN.CITE.DATA ", ""), run(" [2]")),
        ("2",),
    ),
    "a reference to a paragraph of the list": (
        run(" ") + _field(" REF _Ref7 \\r \\h ", run("[1]")),
        ("1",),
    ),
}


@each_row("name", sorted(CITED))
def test_marks_of_every_kind_are_citations(name: str) -> None:
    mark, wanted = CITED[name]
    paper = read(paragraph(run("Films of HfO") + run("2", "sub") + run(" held") + mark) + LIST)
    (passage,) = (p for p in paper.passages if p.kind == "paragraph")
    assert passage.text == "Films of HfO2 held"
    assert [citation.numbers for citation in passage.citations] == [wanted]
    (citation,) = passage.citations
    assert any(map(str.isdigit, paper.raw[slice(*citation.span)]))


def test_a_power_in_an_equation_is_no_citation() -> None:
    power = f"<m:sSup><m:e>{_m('(ahv)')}</m:e><m:sup>{_m('2')}</m:sup></m:sSup>"
    paper = read(paragraph(run("The plot of ") + _math(power) + run(" is straight.")) + LIST)
    assert [p.citations for p in paper.passages if p.kind == "paragraph"] == [()]


#: Reference lists, and the numbers of the entries that are read.
LISTS: dict[str, tuple[str, list[str]]] = {
    "numbered by Word": (LIST, ["1", "2"]),
    "by two lists that count together": (
        paragraph("References", "berschrift1") + item(ENTRY, 1) + item(OTHER, 2),
        ["1", "2"],
    ),
    "from another number on": (
        paragraph("References", "berschrift1")
        + "".join(item(entry, list) for entry, list in ((ENTRY, 3), (OTHER, 3), (ENTRY, 4))),
        ["1", "2", "4"],
    ),
    "by a style": (
        paragraph("References", "berschrift1")
        + paragraph(ENTRY, "Liste")
        + paragraph(OTHER, "Liste"),
        ["1", "2"],
    ),
    "typed": (
        paragraph("References") + paragraph(f"[1]\t{ENTRY}") + paragraph(f"[2]\t{OTHER}"),
        ["1", "2"],
    ),
    "without numbers": (
        paragraph("References", "berschrift1") + paragraph(ENTRY) + paragraph(OTHER),
        ["1", "2"],
    ),
    "without numbers, one by no person": (
        paragraph("References", "berschrift1")
        + paragraph(ENTRY)
        + paragraph("Northern Layer Works. Handbook of valves. 2015.")
        + paragraph(OTHER),
        ["1", "2", "3"],
    ),
    "told by the style of its entries alone": (
        paragraph("The last words of a text.")
        + paragraph(ENTRY, "Literatur")
        + paragraph(OTHER, "Literatur"),
        ["1", "2"],
    ),
    "an entry of two paragraphs": (
        paragraph("References", "berschrift1")
        + item(ENTRY, 1)
        + paragraph("https://doi.org/10.5555/zirconia.5")
        + item(OTHER, 1),
        ["1", "2"],
    ),
}


@each_row("name", sorted(LISTS))
def test_a_reference_list_is_read(name: str) -> None:
    body, wanted = LISTS[name]
    paper = read(paragraph("Wires were coated with oxides of two metals.") + body)
    assert [reference.number for reference in paper.references] == wanted
    assert paper.references[0].authors[0].family == "Roe"
    assert paper.references[-1].year in {2014, 2016}
    for reference in paper.references:
        assert reference.span is not None
        assert str(reference.year) in paper.raw[slice(*reference.span)]
    assert not any("Ex. Chem." in passage.text for passage in paper.passages)


def test_authors_and_years_are_citations_of_a_list_without_numbers() -> None:
    text = paragraph("Zirconia grew on lead telluride (Roe, 2014). Poe and Vik (2016) saw hafnia.")
    entries = paragraph(ENTRY) + paragraph(OTHER)
    paper = read(text + paragraph("References", "berschrift1") + entries)
    found = [c.numbers for p in paper.passages for c in p.citations]
    assert found == [("1",), ("2",)]


def test_items_that_cite_works_are_no_reference_list() -> None:
    models = ("Linear growth", "Ligand exchange", "Pore diffusion", "Site balance", "Slow purges")
    body = "".join(item(f"{name} (Gan et al., 201{at})", 3) for at, name in enumerate(models))
    paper = read(paragraph("Five models were compared.") + body)
    assert (len(paper.references), len(paper.passages)) == (0, 6)


def test_a_text_behind_the_list_is_no_entry() -> None:
    behind = paragraph(
        "The authors thank the workshop for its help with the valves of the reactor."
    )
    paper = read(paragraph("Wires were coated.") + LIST + behind)
    assert "paragraph: The authors thank" in "\n".join(texts(paper))
