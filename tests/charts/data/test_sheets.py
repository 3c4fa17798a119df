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


def relation(kind: str, target: str) -> str:
    found = f'<Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{RELATIONS}">{found}</Relationships>'


def workbook(cells: str) -> bytes:
    """An .xlsx file with one sheet called Data."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    sheet = '<sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets>'
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"/>',
            "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{sheet}</workbook>',
            "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
            ),
        }
    )


def word(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


CELLS = (
    f'<row r="3">{word("B3", "Year")}{word("C3", "Share")}</row>'
    '<row r="4"><c r="B4"><v>2019</v></c><c r="C4"><v>12.5</v></c></row>'
    f'<row r="6"><c r="B6"><v>2020</v></c>{word("C6", "n/a")}</row>'
)


def test_cells_have_their_values_and_the_names_that_the_program_gives_them() -> None:
    found, problems = read_sheet(workbook(CELLS), "", "t.xlsx", AT)
    assert problems == ()
    assert found.names == ("Year", "Share")
    assert [[(cell.name, cell.text, cell.number) for cell in row] for row in found.rows] == [
        [("cell B4", "2019", 2019.0), ("cell C4", "12.5", 12.5)],
        [("cell B6", "2020", 2020.0), ("cell C6", "n/a", None)],
    ]


def test_the_first_sheet_is_the_first_that_is_not_hidden() -> None:
    with ZipFile(BytesIO(workbook(CELLS))) as package:
        parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    hidden = '<sheets><sheet name="Old" sheetId="2" state="hidden" r:id="r2"/>'
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheets>", hidden)
    old = f'<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace("</Relationships>", old)
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet2.xml"] = sheet.replace("Share", "Guess")
    assert read_sheet(packed(parts), "", "t.xlsx", AT)[0].names == ("Year", "Share")
    assert read_sheet(packed(parts), "Old", "t.xlsx", AT)[0].names == ("Year", "Guess")


def test_sheets_of_open_document_files_are_read_too() -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def words(text: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    day = '<table:table-cell office:value-type="date" office:date-value="2023-10-16"/>'
    rows = row(words("Name"), words("When")) + row(words("x"), day)
    spaces = "".join(f' xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    inside = f'<table:table table:name="Data">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{inside}</office:spreadsheet></office:body>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"/>',
        "content.xml": f"<office:document-content{spaces}>{body}</office:document-content>",
    }
    found, _ = read_sheet(packed(parts), "Data", "t.ods", AT)
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
