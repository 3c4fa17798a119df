"""Sheets of Excel and OpenDocument files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from issuebrief.charts.data import sheets
from issuebrief.charts.data.model import Unreadable
from issuebrief.charts.data.sheets import read_sheet
from issuebrief.diagnostics.model import SourceRange

AT = SourceRange(Path("t.xlsx"))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: dict[str, str]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target.getvalue()


def workbook(cells: str) -> bytes:
    """An .xlsx file with one sheet called Data."""
    return packed({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Data" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    })  # fmt: skip


def word(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


CELLS = (
    f'<row r="3">{word("B3", "Year")}{word("C3", "Share")}</row>'
    '<row r="4"><c r="B4"><v>2019</v></c><c r="C4"><v>12.5</v></c></row>'
    f'<row r="6"><c r="B6"><v>2020</v></c>{word("C6", "n/a")}</row>'
)


def test_cells_have_their_values_and_the_names_that_the_program_gives_them() -> None:
    found = read_sheet(workbook(CELLS), "", "t.xlsx", AT)
    assert found.names == ("Year", "Share")
    assert [[(cell.name, cell.text, cell.number) for cell in row] for row in found.rows] == [
        [("cell B4", "2019", 2019.0), ("cell C4", "12.5", 12.5)],
        [("cell B6", "2020", 2020.0), ("cell C6", "n/a", None)],
    ]


def test_sheets_of_open_document_files_are_read_too() -> None:
    content = (
        f'<office:document-content xmlns:office="{OASIS}:office:1.0" xmlns:table="{OASIS}:table:1.0" '
        f'xmlns:text="{OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Data">'
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>When</text:p></table:table-cell></table:table-row>'
        '<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2023-10-16"><text:p>16/10/23</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"/>'
    parts = {"mimetype": mime, "META-INF/manifest.xml": manifest, "content.xml": content}
    found = read_sheet(packed(parts), "Data", "t.ods", AT)
    assert [cell.text for cell in found.rows[0]] == ["x", "2023-10-16"]


@pytest.mark.parametrize(
    ("data", "sheet", "message"),
    [
        (workbook(CELLS), "Other", "no sheet “Other”"),
        (workbook(""), "", "nothing in the sheet"),
        (b"PK\x03\x04 and no more", "", "cannot be read as a sheet"),
        (b"words", "", "cannot be read as a sheet"),
        (workbook(f'<row r="1">{word("A1", "a")}{word("B1", "a")}</row>'), "", "two columns"),
    ],
)
def test_what_is_no_table_is_told(data: bytes, sheet: str, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_sheet(data, sheet, "t.xlsx", AT)


def test_a_file_that_swells_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_UNPACKED", 1000)
    with pytest.raises(Unreadable, match="too large"):
        read_sheet(workbook("<row/>" * 1000), "", "t.xlsx", AT)


def test_without_the_package_the_author_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "find_spec", lambda name: None)
    with pytest.raises(Unreadable, match="not installed") as fault:
        read_sheet(workbook(CELLS), "", "t.xlsx", AT)
    assert "issuebrief[sheets]" in fault.value.hint
