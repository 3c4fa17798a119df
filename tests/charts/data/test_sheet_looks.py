"""What is hidden in a sheet, shown in per cent, or not worked out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from issuebrief.charts.data.sheet_looks import SheetLook, column_of, sheet_look
from issuebrief.charts.data.sheets import read_sheet
from issuebrief.diagnostics.model import SourceRange

AT = SourceRange(Path("t.xlsx"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: dict[str, str]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target.getvalue()


def links(kind: str, *targets: str) -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, target in enumerate(targets)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def workbook(*sheets: str, formats: str = "") -> bytes:
    """An .xlsx file with the sheets A, B and so on; style 1 is in per cent, style 2 of the format 164."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": links("officeDocument", "xl/workbook.xml"),
        "xl/_rels/workbook.xml.rels": links(
            "worksheet", *(f"worksheets/{n}.xml" for n in range(len(sheets)))
        ),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{formats}"/></numFmts>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>'
        ),
    }
    named = "".join(f'<sheet name="{"AB"[n]}" sheetId="{n + 1}" r:id="r{n}"/>' for n in range(len(sheets)))
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>'
    )
    for n, sheet in enumerate(sheets):
        parts[f"xl/worksheets/{n}.xml"] = f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>'
    return packed(parts)


def row(number: int, *values: str, more: str = "") -> str:
    cells = "".join(
        value
        if value.startswith("<")
        else f'<c r="{"ABC"[n]}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
        for n, value in enumerate(values)
    )
    return f'<row r="{number}"{more}>{cells}</row>'


SHEET = (
    '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
    + row(1, "Year", "Guess", "Share")
    + row(2, "a", '<c r="B2"><v>1</v></c>', '<c r="C2" s="1"><v>0.125</v></c>')
    + row(3, "b", '<c r="B3"><v>2</v></c>', '<c r="C3" s="1"><v>0.5</v></c>', more=' hidden="1"')
    + row(4, "c", '<c r="B4"><v>3</v></c>', '<c r="C4" s="1"><f>C2*2</f></c>')
    + "</sheetData>"
)


def test_a_sheet_is_read_as_it_is_shown() -> None:
    found, problems = read_sheet(workbook(SHEET), "", "t.xlsx", AT)
    assert found.names == ("Year", "Share")
    assert [[(cell.text, cell.number) for cell in each] for each in found.rows] == [
        [("a", None), ("12.5%", 12.5)],
        [("c", None), ("", None)],
    ]
    assert [(each.code, each.message.rpartition(" in ")[2]) for each in problems] == [
        ("chart.hidden", "t.xlsx is left out of the chart: row 3, column B"),
        ("chart.formula", "C4: they count as missing"),
    ]


def test_the_first_of_several_sheets_is_told_of() -> None:
    _, problems = read_sheet(workbook(SHEET, SHEET), "", "t.xlsx", AT)
    assert problems[0].code == "chart.sheet" and "“A”" in problems[0].message
    _, problems = read_sheet(workbook(SHEET, SHEET), "B", "t.xlsx", AT)
    assert "chart.sheet" not in [each.code for each in problems]


@pytest.mark.parametrize(
    ("code", "per_cent"), [("0.0%", True), ("0,0 &quot;%&quot;", False), ("0.0\\%", False), ("[Red]0%", True)]
)
def test_a_format_of_ones_own_may_be_in_per_cent(code: str, per_cent: bool) -> None:
    sheet = f'<sheetData>{row(1, "a")}<row r="2"><c r="A2" s="2"><v>0.1</v></c></row></sheetData>'
    assert sheet_look(workbook(sheet, formats=code), "A").per_cent == ({(2, 0)} if per_cent else set())


def test_open_document_files_have_looks_too() -> None:
    share = '<table:table-cell office:value-type="percentage" office:value="0.25"/>'
    word = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = (
        f"<table:table-row>{word.format('Name')}{word.format('Share')}</table:table-row>"
        f'<table:table-row table:visibility="filter" table:number-rows-repeated="2">{word.format("x")}{share}'
        f"</table:table-row><table:table-row>{word.format('y')}{share}</table:table-row>"
    )
    spaces = "".join(f' xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    table = f'<table:table table:name="A">{columns}{rows}</table:table>'
    content = f"<office:document-content{spaces}>{table}</office:document-content>"
    look = sheet_look(packed({"content.xml": content}), "A")
    assert look.rows == {2, 3}
    assert look.columns == {1}
    assert look.per_cent == {(2, 1), (3, 1), (4, 1)}


@pytest.mark.parametrize(
    "data", [b"", b"PK", packed({"xl/workbook.xml": "<"}), packed({"a": "b"}), workbook(SHEET)]
)
def test_what_is_no_such_file_has_no_look(data: bytes) -> None:
    assert sheet_look(data, "Other") == SheetLook()


def test_columns_are_counted_by_their_letters() -> None:
    assert [column_of(letters) for letters in ("A", "Z", "AA", "XFD")] == [0, 25, 26, 16383]
