"""A theme's sheet is written whole, or not at all where somebody else has written it."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from own_themes import own_theme

from issuebrief.preview.theme_panel.model import SheetDraft
from issuebrief.preview.theme_panel.save import save_draft

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sheet_is_written_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    sheet = own_theme(tmp_path, "a")
    sheet.chmod(0o640)
    assert save_draft(SheetDraft(sheet, b"a", b"b"), tmp_path) is None
    assert sheet.read_bytes() == b"b"
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o640
    assert [path.name for path in sheet.parent.iterdir()] == ["own.css"]


def test_a_sheet_is_made_with_its_folder(tmp_path: Path) -> None:
    sheet = tmp_path / "styles/themes/isdp.css"
    assert save_draft(SheetDraft(sheet, None, b"new"), tmp_path) is None
    assert sheet.read_bytes() == b"new"


def test_what_has_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    sheet = own_theme(tmp_path, "another's")
    fault = save_draft(SheetDraft(sheet, b"a", b"b"), tmp_path)
    assert fault
    assert "has changed meanwhile" in fault[0]
    fault = save_draft(SheetDraft(sheet, None, b"b"), tmp_path)
    assert fault
    assert "has been made meanwhile" in fault[0]
    assert sheet.read_bytes() == b"another's"


def test_a_sheet_that_is_gone_is_told(tmp_path: Path) -> None:
    fault = save_draft(SheetDraft(tmp_path / "styles/themes/own.css", b"a", b"b"), tmp_path)
    assert fault
    assert "own.css cannot be written" in fault[0]


def test_nothing_is_written_outside_the_folder_of_styles(tmp_path: Path) -> None:
    work, elsewhere = tmp_path / "work", tmp_path / "elsewhere"
    elsewhere.mkdir()
    work.mkdir()
    (work / "styles").mkdir()
    (work / "styles/themes").symlink_to(elsewhere)
    fault = save_draft(SheetDraft(work / "styles/themes/own.css", None, b"b"), work)
    assert fault
    assert "outside" in fault[0]
    assert list(elsewhere.iterdir()) == []


def test_a_link_inside_the_folder_stays_a_link(tmp_path: Path) -> None:
    sheet = own_theme(tmp_path, "a")
    link = sheet.with_name("linked.css")
    link.symlink_to(sheet)
    assert save_draft(SheetDraft(link, b"a", b"b"), tmp_path) is None
    assert link.is_symlink()
    assert sheet.read_bytes() == b"b"
