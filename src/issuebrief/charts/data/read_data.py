"""Data of a chart: a file beside the brief, or what stands in the brief itself.

In:  the name that a chart gives, the brief's folder, and the place of the name.
Out: a `DataTable`, or what is wrong. Files come through the gate of `file_access.py`; nothing is fetched.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.charts.data.delimited import read_delimited
from issuebrief.charts.data.json_rows import read_json
from issuebrief.charts.data.model import DataTable, Unreadable
from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, warning
from issuebrief.file_access import MOST_TEXT, Denied, Outside, read, resolved

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.charts.data.model import Problems

TEXTS = {".csv": "", ".tsv": "\t", ".tab": "\t", ".txt": ""}
SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
KINDS = (*TEXTS, *SHEETS, ".json")
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
DRIVE = re.compile(r"[A-Za-z]:[\\/]")
ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")


@dataclass(frozen=True)
class DataRequest:
    """The name of a file with data as a chart gives it, and where it stands in the brief."""

    name: str
    sheet: str
    folder: Path
    place: SourceRange
    excerpt: str

    def problem(self, code: str, message: str, hint: str = "") -> tuple[None, Problems]:
        """The problem that the file cannot be used, at its name."""
        return None, (error(code, message, self.place, hint, self.excerpt),)


def read_data(request: DataRequest) -> tuple[DataTable | None, Problems]:
    """The table of a file, or what is wrong with it."""
    content, problems = read_file(request)
    if content is None:
        return None, problems
    return _understood(request, request.folder / request.name, content)


def read_file(request: DataRequest) -> tuple[bytes | None, Problems]:
    """The bytes of a file in the brief's folder, or what is wrong with it."""
    name = request.name
    if DRIVE.match(name) or name.lower().startswith("file:"):
        return _outside(request)
    if ADDRESS.match(name):
        message = f"{name} is an address: no data are fetched"
        return request.problem(
            "chart.outside", message, "save the data as a file beside the brief, and name it"
        )
    try:
        path = resolved(request.folder / name, (request.folder,))
        return read(path, (request.folder,), MOST_TEXT), ()
    except Outside:
        return _outside(request)
    except Denied as fault:
        return request.problem("chart.data", f"{name} cannot be read: {fault}")
    except (FileNotFoundError, NotADirectoryError):
        return request.problem("chart.data", f"there is no file {name}", _nearest(request))
    except OSError as fault:
        return request.problem("chart.data", f"{name} cannot be read: {fault.strerror or fault}")


def _outside(request: DataRequest) -> tuple[None, Problems]:
    message = f"{request.name} is outside the brief's folder"
    return request.problem(
        "chart.outside", message, "copy the data into the brief's folder, and name them from there"
    )


def _understood(request: DataRequest, path: Path, content: bytes) -> tuple[DataTable | None, Problems]:
    kind = path.suffix.lower()
    lines: list[str] = []
    try:
        if kind in SHEETS:
            from issuebrief.charts.data.sheets import read_sheet

            return read_sheet(content, request.sheet, request.name, SourceRange(path))
        if request.sheet:
            message = f"{request.name} has no sheets"
            return request.problem("chart.data", message, "leave sheet: out")
        if kind not in KINDS:
            message = f"{request.name} is not data that can be read"
            return request.problem("chart.data", message, "save it as CSV, TSV, JSON, XLSX or ODS")
        text = decoded(content)
        lines = text.split("\n")
        doubts = () if is_unicode(content) else (_encoding(path, request.name),)
        if kind == ".json":
            return read_json(text, request.name, SourceRange(path)), doubts
        tab = TEXTS[kind] == "\t"
        return read_delimited(text, request.name, lambda *at: _place(path, *at), tab), doubts
    except Unreadable as fault:
        place = SourceRange(path, fault.line, fault.column)
        excerpt = lines[fault.line - 1][:400] if 0 < fault.line <= len(lines) else ""
        code = "chart.no-package" if "not installed" in str(fault) else "chart.data"
        message = f"the data {request.name} cannot be used: {fault}"
        if not fault.line:
            return request.problem(code, message, fault.hint)
        return None, (error(code, message, place, fault.hint, excerpt),)


def decoded(content: bytes) -> str:
    """The text of a file; UTF-8, UTF-16 with its mark, or what Windows wrote. Raises `Unreadable`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Unreadable("it is not a text", "save it again as CSV in UTF-8")


def is_unicode(content: bytes) -> bool:
    """Whether a text is in UTF-8, or in UTF-16 with its mark."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _encoding(path: Path, name: str) -> Diagnostic:
    message = f"{name} is not in UTF-8, and is read as Windows Latin 1"
    return warning(
        "chart.encoding", message, SourceRange(path), "save it in UTF-8: accents may come out wrong"
    )


def _place(path: Path, line: int, column: int, end: int) -> SourceRange:
    return SourceRange(path, line, column, line, end) if end > column else SourceRange(path, line, column)


def _nearest(request: DataRequest) -> str:
    """The hint for a missing file: the file of data in the brief's folder with the most similar name."""
    try:
        names = [path.name for path in sorted(request.folder.iterdir()) if path.suffix.lower() in KINDS]
    except OSError:
        names = []
    near = difflib.get_close_matches(request.name.lower(), [name.lower() for name in names], 1, 0.5)
    return (
        f"did you mean {next(name for name in names if name.lower() == near[0])}?"
        if near
        else "put it beside the brief"
    )
