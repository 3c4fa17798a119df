"""Comments and guesses of an import, and what is ticked off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from issuebrief.preview.desk.manuscript_notes import DONE, manuscript_notes, tick
from issuebrief.word_import.documents.comments import as_list
from issuebrief.word_import.documents.import_problems import guessed, left_out
from issuebrief.word_import.documents.import_record import RECORD, as_record
from issuebrief.word_import.documents.model import Comment

if TYPE_CHECKING:
    from pathlib import Path


def imported(folder: Path) -> Path:
    """A folder with what an import leaves beside a brief."""
    path = folder / "draft.docx"
    told = [
        guessed(path, "a bold line is taken for a heading: “What Is Measured”", 12),
        left_out(path, "a chart has no picture", 3, "paste it as a picture"),
    ]
    (folder / RECORD).write_text(as_record(told, path.name), "utf-8")
    comments = [
        Comment("A. Editor", "2026-05-01", "Is this so (still)?", "the gauge of 1907", 7),
        Comment("", "", "Cut.", "", 0),
    ]
    (folder / "comments.md").write_text(as_list(comments, path.name), "utf-8")
    return folder


def test_comments_and_guesses_stand_in_the_order_of_the_manuscript(tmp_path: Path) -> None:
    document, notes = manuscript_notes(imported(tmp_path))
    assert document == "draft.docx"
    assert [(note.kind, note.paragraph, note.about) for note in notes] == [
        ("comment", 0, ""),
        ("left out", 3, ""),
        ("comment", 7, "the gauge of 1907"),
        ("guess", 12, "What Is Measured"),
    ]
    assert notes[2].words == "Is this so (still)?" and notes[2].who == "A. Editor, 2026-05-01"
    assert notes[1].hint == "paste it as a picture"
    assert not any(note.done for note in notes)


def test_what_is_ticked_off_stays_so_when_the_manuscript_is_imported_again(tmp_path: Path) -> None:
    note = manuscript_notes(imported(tmp_path))[1][3]
    assert tick(tmp_path, note.id, done=True) == ()
    path = tmp_path / "draft.docx"
    moved = [guessed(path, "a bold line is taken for a heading: “What Is Measured”", 40)]
    (tmp_path / RECORD).write_text(as_record(moved, path.name), "utf-8")
    (again,) = [each for each in manuscript_notes(tmp_path)[1] if each.kind == "guess"]
    assert (again.paragraph, again.done) == (40, True)
    assert tick(tmp_path, note.id, done=False) == ()
    assert json.loads((tmp_path / DONE).read_text("utf-8")) == {"done": []}


def test_two_notes_in_the_same_words_are_ticked_off_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    same = [guessed(path, "a text box is a box where it is anchored", number) for number in (2, 9)]
    (tmp_path / RECORD).write_text(as_record(same, path.name), "utf-8")
    first, second = manuscript_notes(tmp_path)[1]
    assert first.id != second.id
    tick(tmp_path, second.id, done=True)
    assert [note.done for note in manuscript_notes(tmp_path)[1]] == [False, True]


def test_a_note_that_is_not_there_is_not_ticked_off(tmp_path: Path) -> None:
    assert tick(imported(tmp_path), "000000000000", done=True) is None
    assert not (tmp_path / DONE).exists()


def test_files_that_are_broken_or_lead_elsewhere_hold_no_notes(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    assert manuscript_notes(folder) == ("", ())
    (folder / RECORD).write_text('{"remarks": [{"code": "word.guess"}]}', "utf-8")
    (folder / DONE).write_text("[1]", "utf-8")
    assert manuscript_notes(folder) == ("", ())
    imported(tmp_path)
    (folder / "comments.md").symlink_to(tmp_path / "comments.md")
    assert manuscript_notes(folder) == ("", ())
