"""Word and OpenDocument files for the tests, put together from small XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus import Paper, read_bytes

WORD = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATION = (
    '<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}"/>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{0}</Relationships>"
)
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:creator>{author}</dc:creator></cp:coreProperties>"
)
#: As Word keeps them, whatever the language of its menus.
STYLES = "".join(
    f'<w:style w:type="paragraph" w:default="{int(id == "Standard")}" w:styleId="{id}">'
    f'<w:name w:val="{name}"/>{rest}</w:style>'
    for id, name, rest in (
        ("Standard", "Normal", '<w:rPr><w:sz w:val="24"/></w:rPr>'),
        ("Titel", "Title", ""),
        ("Untertitel", "Subtitle", ""),
        ("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("berschrift2", "heading 2", ""),
        ("Verlag1", "Publisher Section", '<w:basedOn w:val="berschrift1"/>'),
        ("Beschriftung", "caption", ""),
        ("Literatur", "Bibliography", ""),
        ("Verzeichnis1", "toc 1", ""),
        ("HouseTitle", "MDPI_1.2_title", ""),
        ("HouseHead", "MDPI_2.1_heading1", ""),
        ("HouseTable", "VD_Table_Title", ""),
        ("HouseList", "TF_References_Section", ""),
        ("Liste", "Numbered", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
    )
) + (
    '<w:style w:type="character" w:styleId="Hoch"><w:name w:val="Raised"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
#: Lists: 1 and 2 count together as "[1]", 3 as "1.", 4 begins with 4, 5 has bullets.
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{id}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl><w:lvl w:ilvl="1">'
    f'<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl>'
    "</w:abstractNum>"
    for id, kind, text in ((0, "decimal", "[%1]"), (1, "decimal", "%1."), (2, "bullet", "•"))
) + (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="4"/></w:lvlOverride></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>'
)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of files: the same files give the same bytes, whatever the time is."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """Return a run; ``properties`` is "sup", "sub" or XML."""
    aligned = {"sup": "superscript", "sub": "subscript"}.get(properties)
    inner = f'<w:vertAlign w:val="{aligned}"/>' if aligned else properties
    inner = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph of runs, or of a text in which ``^{..}`` and ``_{..}`` are scripts."""
    runs = content if content.startswith("<") else "".join(_runs(content))
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def _runs(text: str) -> Iterator[str]:
    for part in re.split(r"([_^]\{[^}]*\})", text):
        if part.startswith(("_{", "^{")):
            yield run(part[2:-1], "sup" if part[0] == "^" else "sub")
        elif part:
            yield run(part)


def item(content: str, list: int, depth: int = 0) -> str:
    """Return an item of a list of :data:`NUMBERING`."""
    numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list}"/></w:numPr>'
    return paragraph(content, properties=numbered)


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of texts."""
    written = (
        "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells).join(("<w:tr>", "</w:tr>"))
        for cells in rows
    )
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def docx(
    body: str,
    *,
    footnotes: Mapping[int, str] | None = None,
    endnotes: Mapping[int, str] | None = None,
    title: str = "",
    author: str = "",
    main: str = "word/document.xml",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a Word document; notes are paragraphs by the ids that the body calls."""
    name = main.rpartition("/")[2]
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _RELATIONS.format(
            _RELATION.format(id="a", kind="officeDocument", target=main)
            + _RELATION.format(id="b", kind="metadata/core-properties", target="docProps/core.xml")
        ),
        main: f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {WORD}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {WORD}>{NUMBERING}</w:numbering>",
        "docProps/core.xml": _CORE.format(title=title, author=author),
    }
    related = {"styles": "styles.xml", "numbering": "numbering.xml"}
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes:
            written = "".join(
                f'<w:{kind} w:id="{id}">{text}</w:{kind}>' for id, text in notes.items()
            )
            rule = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
            files[f"word/{kind}s.xml"] = f"<w:{kind}s {WORD}>{rule}{written}</w:{kind}s>"
            related[f"{kind}s"] = f"{kind}s.xml"
    files[f"word/_rels/{name}.rels"] = _RELATIONS.format(
        "".join(
            _RELATION.format(id=kind, kind=kind, target=target) for kind, target in related.items()
        )
    )
    return zipped({**files, **(more or {})})


OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
_NAMED = "".join(
    f'<style:style style:name="{name}" style:family="paragraph" style:display-name="{shown}"/>'
    for name, shown in (("Title", "Title"), ("Figure", "Figure"), ("Bibliography_20_1", ""))
)
_AUTOMATIC = (
    "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties'
        f" {properties}/></style:style>"
        for name, properties in (
            ("T1", 'style:text-position="super 58%"'),
            ("T2", 'style:text-position="-33% 58%"'),
            ("T3", 'text:display="none"'),
            ("T4", 'fo:font-size="20pt"'),
        )
    )
    + '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    + '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-prefix="[" style:num-suffix="]"/></text:list-style>'
)


def odt(
    body: str,
    *,
    title: str = "",
    author: str = "",
    kind: str = OPEN_TEXT,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return an OpenDocument text."""
    return zipped(
        {
            "mimetype": kind,
            "content.xml": (
                f"<office:document-content {OPEN}><office:automatic-styles>{_AUTOMATIC}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>"
            ),
            "styles.xml": (
                f"<office:document-styles {OPEN}><office:styles>{_NAMED}</office:styles>"
                "</office:document-styles>"
            ),
            "meta.xml": (
                f"<office:document-meta {OPEN}><office:meta><dc:title>{title}</dc:title>"
                f"<meta:initial-creator>{author}</meta:initial-creator></office:meta>"
                "</office:document-meta>"
            ),
            **(more or {}),
        }
    )


def open_paragraph(content: str, style: str = "") -> str:
    """Return a paragraph of XML, or of a text in which ``^{..}`` and ``_{..}`` are scripts."""
    parts = (
        f'<text:span text:style-name="{"T1" if part[0] == "^" else "T2"}">{part[2:-1]}</text:span>'
        if part.startswith(("_{", "^{"))
        else part
        for part in re.split(r"([_^]\{[^}]*\})", content)
    )
    return f'<text:p text:style-name="{style or "Standard"}">{"".join(parts)}</text:p>'


_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰⁻", "1234567890-")


def of_plain(path: Path, form: str) -> bytes:
    """Make a Word or OpenDocument file of a text: title, headings, scripts, a numbered list."""
    text = path.read_text(encoding="utf-8").replace("₂", "_{2}").replace("₃", "_{3}")
    text = re.sub("[¹²³⁴⁵⁶⁷⁸⁹⁰⁻]+", lambda m: f"^{{{m[0].translate(_RAISED)}}}", text)
    blocks = [line for line in text.split("\n") if line]
    if form == "docx":
        body = "".join(_as_word(at, line) for at, line in enumerate(blocks))
        return docx(body, title=blocks[0], author="Jane Doe; Richard Roe")
    entries = [line for line in blocks if line.startswith("[")]
    listed = "".join(
        f"<text:list-item>{open_paragraph(line.partition('] ')[2])}</text:list-item>"
        for line in entries
    )
    body = "".join(_as_open(at, line) for at, line in enumerate(blocks) if line not in entries)
    body += f'<text:list text:style-name="L1">{listed}</text:list>'
    return odt(body, title=blocks[0], author="Jane Doe; Richard Roe")


def _as_word(at: int, line: str) -> str:
    if line.startswith("#"):
        return paragraph(line.strip("# "), "berschrift1")
    if line.startswith("["):
        return item(line.partition("] ")[2], 1)
    return paragraph(line, "" if at else "Titel")


def _as_open(at: int, line: str) -> str:
    if line.startswith("#"):
        return f'<text:h text:outline-level="1">{line.strip("# ")}</text:h>'
    return open_paragraph(line, "" if at else "P1")


def read(body: str, **parts: object) -> Paper:
    """The paper that a Word file with this body is read as."""
    return read_bytes(docx(body, **parts), id="a", source="a.docx")  # type: ignore[arg-type]


def texts(paper: Paper) -> list[str]:
    """The passages of a paper, each behind its kind."""
    return [f"{passage.kind}: {passage.text}" for passage in paper.passages]
