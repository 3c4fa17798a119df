"""Corrections of an author, taken into a brief by `issuebrief import --into`: the files and what is said."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.main import main
from issuebrief.cli.manuscripts.import_corrections import PATCH, patch_of
from issuebrief.word_export import corrections
from issuebrief.word_export.correction_record import RECORD
from issuebrief.word_export.corrections import Corrections
from issuebrief.word_import.documents.model import WrittenFile

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
BEFORE = "---\ntitle: Tides\ndate: 2024-01-01\nauthors: [{name: B}]\n---\n\nIt is dark.\n"
AFTER = BEFORE.replace("dark", "light")
INTO = ["import", "--into", "brief.md", "sent.docx"]


@pytest.fixture
def brief(workplace: Path) -> Path:
    """A brief beside a file that came back; what that changes is given by `comes_back`."""
    workplace.joinpath("sent.docx").write_bytes(b"a document")
    path = workplace / "brief.md"
    path.write_text(BEFORE, "utf-8")
    return path


def comes_back(patch: pytest.MonkeyPatch, after: str, *pictures: WrittenFile) -> None:
    found = Corrections(BEFORE, after, (), pictures)
    patch.setattr(corrections, "take_corrections", lambda *_: found)


def test_a_patch_a_record_and_new_pictures_lie_beside_the_brief_which_stays(
    brief: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    comes_back(monkeypatch, AFTER, WrittenFile("author-1.png", b"quay"))
    assert main(INTO) == 0
    assert brief.read_text("utf-8") == BEFORE
    assert brief.with_name("author-1.png").read_bytes() == b"quay"
    assert brief.with_name(RECORD).is_file()
    said = capsys.readouterr().out
    assert said.startswith(f"wrote {PATCH}: 1 line in, 1 line out\nto take them: git apply {PATCH}")
    assert "wrote author-1.png, a new picture" in said
    subprocess.run(["git", "apply", PATCH], cwd=brief.parent, check=True)
    assert brief.read_text("utf-8") == AFTER


def test_a_brief_with_the_ends_of_lines_of_windows_keeps_them(
    brief: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    brief.write_bytes(BEFORE.replace("\n", "\r\n").encode())
    comes_back(monkeypatch, AFTER)
    assert main([*INTO, "--apply"]) == 0
    assert brief.read_bytes() == AFTER.replace("\n", "\r\n").encode()
    assert capsys.readouterr().out == "wrote brief.md: 1 line in, 1 line out\n"
    assert not brief.with_name(PATCH).exists()


def test_corrections_that_would_break_the_brief_become_a_patch_though_they_are_to_be_taken(
    brief: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    comes_back(monkeypatch, AFTER.replace("2024-01-01", "2024-13-01"))
    assert main([*INTO, "--apply"]) == 1
    assert brief.read_text("utf-8") == BEFORE
    assert "+date: 2024-13-01" in brief.with_name(PATCH).read_text("utf-8")
    out, err = capsys.readouterr()
    assert "front-matter.wrong-form" in err
    assert "to take them: git apply" in out


def test_a_file_that_changes_nothing_writes_nothing(
    brief: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    comes_back(monkeypatch, BEFORE)
    assert main(INTO) == 0
    assert capsys.readouterr().out == "the author changed nothing that the brief does not have already\n"
    assert sorted(path.name for path in brief.parent.iterdir()) == ["brief.md", "sent.docx"]


def test_one_brief_is_corrected_and_nothing_else_is_named(brief: Path, capsys: Capture) -> None:
    assert main([*INTO, "-o", "elsewhere"]) == 2
    assert "--into names the brief" in capsys.readouterr().err
    for name in ("one", "two"):
        folder = brief.parent / "content" / name
        folder.mkdir(parents=True)
        folder.joinpath("brief.md").write_text(BEFORE, "utf-8")
    assert main(["import", "--into", "content", "sent.docx"]) == 2
    assert "content holds 2 briefs" in capsys.readouterr().err


def test_a_last_line_without_an_end_is_marked_as_patch_wants_it() -> None:
    patch = patch_of("one\ntwo", "one\nthree", "brief.md")
    no_end = "\\ No newline at end of file\n"
    assert patch == f"--- a/brief.md\n+++ b/brief.md\n@@ -1,2 +1,2 @@\n one\n-two\n{no_end}+three\n{no_end}"
