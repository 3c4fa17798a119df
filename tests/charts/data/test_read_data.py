"""Files of data beside a brief, and what is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.charts.data.read_data import DataRequest, read_data
from issuebrief.diagnostics.model import SourceRange

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.charts.data.model import DataTable


def read(folder: Path, name: str, sheet: str = "") -> tuple[DataTable | None, list[str]]:
    found, problems = read_data(DataRequest(name, sheet, folder, SourceRange(folder / "brief.md", 3), "data"))
    return found, [problem.code for problem in problems]


@pytest.mark.parametrize(
    "name",
    [
        "https://example.org/a.csv", "//example.org/a.csv", "ftp://example.org/a.csv", "data:text/csv,a",
        "/etc/passwd", "file:///etc/passwd", "FILE:a.csv", "../a.csv", "link.csv", "C:\\a.csv",
        "\\\\host\\a.csv", "http:a.csv",
    ],
)  # fmt: skip
def test_nothing_is_read_outside_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2")
    folder = tmp_path / "brief"
    folder.mkdir()
    (folder / "link.csv").symlink_to(tmp_path / "a.csv")
    assert read(folder, name) == (None, ["chart.outside"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes("Namn,värde\r\nå,1\r\n".encode(encoding))
    found, problems = read(tmp_path, "a.csv")
    assert found is not None
    assert found.names == ("Namn", "värde")
    assert found.rows[0][0].text == "å"
    assert problems == []


def test_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Namn,värde\nå,1".encode("cp1252"))
    found, problems = read(tmp_path, "a.csv")
    assert found is not None
    assert found.names == ("Namn", "värde")
    assert problems == ["chart.encoding"]


@pytest.mark.parametrize(
    ("name", "sheet"), [("b.csv", ""), (".", ""), ("a.png", ""), ("a.csv", "One"), ("zero.csv", "")]
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, sheet: str) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2")
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    (tmp_path / "zero.csv").write_bytes(b"a\0b,c\n")
    assert read(tmp_path, name, sheet) == (None, ["chart.data"])


def test_a_missing_file_is_told_with_the_name_that_was_probably_meant(tmp_path: Path) -> None:
    (tmp_path / "missions.csv").write_text("a,b\n1,2")
    _, (problem,) = read_data(DataRequest("mission.csv", "", tmp_path, SourceRange(tmp_path), ""))
    assert problem.hint == "did you mean missions.csv?"
