"""A preview that runs beside another brief, for all tests of a file that look at the desk."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from preview_page import kept, preview_of
from setting import write_brief

from issuebrief.word_import.documents.comments import as_list
from issuebrief.word_import.documents.import_problems import guessed
from issuebrief.word_import.documents.import_record import RECORD, as_record
from issuebrief.word_import.documents.model import Comment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from preview_page import Preview


def import_files(folder: Path) -> None:
    """What an import leaves beside a brief."""
    path = folder / "draft.docx"
    comments = [Comment("A. Editor", "2026-05-01", "Is this so?", "Entry 30 begins", 31)]
    told = [guessed(path, "a bold line is taken for a heading: “Day 2”", 9, "look at it")]
    (folder / "comments.md").write_text(as_list(comments, path.name), "utf-8")
    (folder / RECORD).write_text(as_record(told, path.name), "utf-8")


@pytest.fixture(scope="module")
def running(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("desk")
    write_brief(folder / "harbour", "Words of the other brief.", title="The Harbour", theme="own")
    with preview_of(folder) as preview:
        import_files(preview.brief.parent)
        yield preview


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """It; its files are as they were before each test, and none is made of it."""
    with kept(running):
        yield running
    shutil.rmtree(running.brief.parent.parent / "build", ignore_errors=True)
