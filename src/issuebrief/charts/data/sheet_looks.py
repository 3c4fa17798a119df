"""What a sheet shows otherwise than its bare values: what is hidden, in per cent, or not worked out.

In:  the bytes of an .xlsx or .ods file, and the name of a sheet.
Out: a `SheetLook`; an empty one for files of other kinds, and where the file is not as it should be.

The parts of an .xlsx file are those of ECMA-376, part 1, 18.3 (worksheets) and 18.8 (styles); those of an
.ods file are those of OpenDocument 1.3, part 3, 9.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from posixpath import join, normpath
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, fromstring, iterparse
from zipfile import BadZipFile, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator

PER_CENT_FORMATS = frozenset((9, 10))
"""The numbers of formats in per cent that every Excel has."""
QUOTED = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")
"""What a format prints as it stands."""
CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
MOST_REPEATED = 1000
"""Rows and columns that are repeated oftener are the empty rest of a sheet."""
HIDDEN = ("collapse", "filter")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class SheetLook:
    """Rows, counted from 1, and columns, from 0, that are hidden; cells by row and column.

    `per_cent` are the cells that are shown in per cent, `unsaved` those with a formula without a value.
    """

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    per_cent: frozenset[tuple[int, int]] = frozenset()
    unsaved: frozenset[tuple[int, int]] = frozenset()


def sheet_look(data: bytes, sheet: str) -> SheetLook:
    """The look of a sheet of that name."""
    try:
        with ZipFile(BytesIO(data)) as package:
            names = frozenset(package.namelist())
            if "xl/workbook.xml" in names:
                return _of_excel(package, sheet)
            return _of_open_document(package, sheet) if "content.xml" in names else SheetLook()
    except (BadZipFile, LookupError, ParseError, ValueError, OSError, RuntimeError, StopIteration):
        # The reader of the values says what is wrong with the file.
        return SheetLook()


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _of_excel(package: ZipFile, sheet: str) -> SheetLook:
    book = fromstring(package.read("xl/workbook.xml"))
    key = next(
        each.get(RELATION) for each in book.iter() if _local(each) == "sheet" and each.get("name") == sheet
    )
    relations = fromstring(package.read("xl/_rels/workbook.xml.rels"))
    target = next(each.get("Target", "") for each in relations if each.get("Id") == key)
    part = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    formats = _formats_in_per_cent(package)
    rows, columns, per_cent, unsaved = set[int](), set[int](), set[tuple[int, int]](), set[tuple[int, int]]()
    with package.open(part) as file:
        for _, element in iterparse(file):
            kind = _local(element)
            if kind == "col" and _is_true(element.get("hidden")):
                first, last = int(element.get("min", 0)), int(element.get("max", 0))
                columns |= set(range(first - 1, min(last, first + MOST_REPEATED)))
            elif kind == "row":
                if _is_true(element.get("hidden")):
                    rows.add(int(element.get("r", 0)))
                element.clear()
            elif kind == "c" and (found := CELL.fullmatch(element.get("r", ""))):
                place = int(found[2]), column_of(found[1])
                parts = {_local(child): child for child in element}
                if int(element.get("s", 0)) in formats:
                    per_cent.add(place)
                if "f" in parts and element.get("t") not in ("str", "s") and not _text(parts.get("v")):
                    unsaved.add(place)
    return SheetLook(frozenset(rows), frozenset(columns), frozenset(per_cent), frozenset(unsaved))


def _formats_in_per_cent(package: ZipFile) -> frozenset[int]:
    """The numbers of the styles whose cells are shown in per cent."""
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    styles = fromstring(package.read("xl/styles.xml"))
    own = {
        int(each.get("numFmtId", 0))
        for each in styles.iter()
        if _local(each) == "numFmt" and "%" in QUOTED.sub("", each.get("formatCode", ""))
    }
    cells = next((each for each in styles if _local(each) == "cellXfs"), ())
    wanted = PER_CENT_FORMATS | own
    return frozenset(n for n, each in enumerate(cells) if int(each.get("numFmtId", 0)) in wanted)


def _of_open_document(package: ZipFile, sheet: str) -> SheetLook:
    content = fromstring(package.read("content.xml"))
    table = next(
        each for each in content.iter() if _local(each) == "table" and _attribute(each, "name") == sheet
    )
    columns = {n for n, each in _counted(table, 0, "table-column") if _is_hidden(each)}
    rows, per_cent = set[int](), set[tuple[int, int]]()
    for number, row in _counted(table, 1, "table-row"):
        if _is_hidden(row):
            rows.add(number)
        cells = _counted(row, 0, "table-cell", "covered-table-cell")
        per_cent |= {(number, n) for n, cell in cells if _attribute(cell, "value-type") == "percentage"}
    return SheetLook(frozenset(rows), frozenset(columns), frozenset(per_cent))


def _counted(parent: Element, number: int, *kinds: str) -> Iterator[tuple[int, Element]]:
    """The rows, columns or cells in an element with their numbers, each as often as it is repeated."""
    for element in parent.iter():
        if _local(element) not in kinds:
            continue
        repeated = next((value for name, value in element.items() if name.endswith("-repeated")), "1")
        for n in range(min(int(repeated), MOST_REPEATED)):
            yield number + n, element
        number += int(repeated)


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _is_hidden(element: Element) -> bool:
    return _attribute(element, "visibility") in HIDDEN


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")


def _text(element: Element | None) -> str:
    return (element.text or "") if element is not None else ""


def column_of(letters: str) -> int:
    """The number of a column, from 0, by its letters."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1
