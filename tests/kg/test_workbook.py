from __future__ import annotations

import io
import re
import zipfile

from kg.export import workbook
from kg.table import Table


def test_texts_are_no_formulas_and_nothing_is_lost_in_silence():
    table = Table(
        columns=("study", "value", "note", "unsaid"),
        rows=(("=1+1", 0.5, "a" * 40_000, None), ("b", None, "<b>", None)),
    )
    with zipfile.ZipFile(io.BytesIO(workbook.render({"Answer": table}))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "<v>0.5</v>" in sheet
    assert "aa…" in texts
    assert "&lt;b&gt;" in texts
    assert "unsaid" not in texts


def test_rows_of_both_sheets_belong_together():
    table = Table(
        columns=("study", "change", "sentence", "said_by"),
        rows=(("A", "increase", "It rose.", "the paper itself"), ("B", "decrease", None, None)),
    )
    sheets = workbook.with_sentences(table)
    assert sheets["Answer"].columns == ("study", "change")
    assert sheets["Sentences"].rows[0] == ("A", "It rose.", "the paper itself")
    assert len(sheets["Sentences"]) == 2


def test_a_wide_sheet_is_printed_on_the_width_of_a_page():
    columns = tuple(f"c{number}" for number in range(12))
    table = Table(columns=columns, rows=(("word " * 40,) * 12,))
    with zipfile.ZipFile(io.BytesIO(workbook.render({"Answer": table}))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'orientation="landscape"' in sheet
    assert 'paperSize="9"' in sheet
    assert "fitToPage" in sheet
    widths = [
        float(width) * (int(last) - int(first) + 1)
        for first, last, width in re.findall(
            r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet
        )
    ]
    assert 150 < sum(widths) < 215


def test_printed_numbers_are_numbers_under_the_headings_of_readers():
    table = Table(
        columns=("study", "change", "from", "to", "unit"),
        rows=(("A", "increase", "1", "0.36", "nm"), ("B", "increase", None, "10 to 20", "nm")),
    )
    with zipfile.ZipFile(io.BytesIO(workbook.render({"Answer": table}))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<v>0.36</v>" in sheet
    assert "0.36" not in texts
    assert "10 to 20" in texts
    assert "to or by" in texts
