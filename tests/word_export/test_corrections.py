"""A brief goes to its author as a Word file and comes back with corrections."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from setting import ROOT, job, write_brief
from word_files import needs_pandoc

from issuebrief.cli.main import main
from issuebrief.word_export.corrections import Corrections, take_corrections
from issuebrief.word_export.export_brief import export_docx
from issuebrief.word_export.kept_brief import kept_brief
from issuebrief.word_export.own_pictures import with_own_pictures
from issuebrief.word_import.documents.model import Changes, ImportedBrief, WrittenFile
from issuebrief.word_import.import_document import import_document

pytestmark = needs_pandoc
BODY = """\
The ferry leaves at *six* and the harbour is dark.[^boat]   Nobody speaks.

!!! pull-quote
    Nobody speaks.

## What is measured {#measured}


1. First the tide, as the gauge has it.
2. Then the wind.

| Port | Depth |
| --- | ---: |
| Aber | 4 |
| Bryn | 12 |

Table: Two ports {#tab-ports}

A last paragraph cites another note.[^sea]

[^sea]: On the "sea", 12 May 2020, <https://example.org/sea>.

[^boat]: On boats.
"""
FRONT = {"subtitle": "A subtitle", "abstract": "What is said here is short.", "key_points": ["One.", "Two."]}


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    return write_brief(tmp_path / "ferry", BODY, **FRONT)


def changed(content: bytes, *pairs: tuple[str, str]) -> bytes:
    """A Word file in which words of the text or of notes are others."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(target, "w") as after:
        for entry in before.infolist():
            text = before.read(entry)
            if entry.filename in ("word/document.xml", "word/footnotes.xml"):
                for old, new in pairs:
                    text = text.replace(old.encode(), new.encode())
            after.writestr(entry, text)
    return target.getvalue()


def corrected(brief: Path, *pairs: tuple[str, str]) -> Corrections:
    file = brief.with_name("sent.docx")
    file.write_bytes(changed(export_docx(job(brief)).content, *pairs))
    return take_corrections(job(brief), file, Changes.ACCEPT)


def test_a_file_that_comes_back_as_it_was_changes_nothing(brief: Path) -> None:
    found = corrected(brief)
    assert found.before == found.after == brief.read_text("utf-8")
    assert found.problems == ()


@pytest.mark.parametrize("name", ["return-to-the-moon", "reading-the-launch-calendar"])
def test_no_brief_of_ours_is_changed_by_the_way_through_word(name: str, tmp_path: Path) -> None:
    path = ROOT / "content" / name / "brief.md"
    file = tmp_path / "sent.docx"
    file.write_bytes(export_docx(job(path, ROOT)).content)
    found = take_corrections(job(path, ROOT), file, Changes.ACCEPT)
    assert found.after == path.read_text("utf-8")
    assert found.problems == ()


def test_an_export_can_be_imported_with_nothing_lost(brief: Path) -> None:
    made = export_docx(job(brief))
    assert kept_brief(made.content) == brief.read_text("utf-8")
    file = brief.with_name("sent.docx")
    file.write_bytes(made.content)
    read = import_document(file)
    text = next(file.content.decode() for file in read.files if file.name == "brief.md")
    assert [count for count in read.counts if count.before != count.after] == []
    assert "subtitle: A subtitle" in text
    assert "abstract: What is said here is short." in text
    assert "## What is measured" in text
    assert "1. First the tide, as the gauge has it." in text
    assert "Table: Two ports {#tab-1}" in text
    assert '[^n2]: On the "sea", 12 May 2020, <https://example.org/sea>.' in text


def test_corrections_are_taken_in_the_words_of_the_brief(brief: Path) -> None:
    before = brief.read_text("utf-8")
    found = corrected(
        brief,
        ("the harbour is dark", "the harbour was dark"),
        ("Then the wind.", "Then the wind, as the mast has it."),
        ("Bryn", "Brynn"),
        ("Two ports", "Two Welsh ports"),
        ("12 May", "13 May"),
        ("is short", "is very short"),
    )
    after = before.replace("the harbour is dark", "the harbour was dark")
    after = after.replace("Then the wind.", "Then the wind, as the mast has it.").replace("Bryn", "Brynn")
    after = after.replace("Two ports", "Two Welsh ports").replace("12 May", "13 May")
    assert found.after == after.replace("is short", "is very short")
    assert found.problems == ()


def test_a_change_on_both_sides_is_a_conflict_and_the_brief_keeps_its_own(brief: Path) -> None:
    file = brief.with_name("sent.docx")
    sent = changed(export_docx(job(brief)).content, ("leaves at", "sails at"), ("Nobody speaks", "All speak"))
    file.write_bytes(sent)
    mine = brief.read_text("utf-8").replace("leaves at", "departs at")
    brief.write_text(mine, "utf-8")
    found = take_corrections(job(brief), file, Changes.ACCEPT)
    assert [problem.code for problem in found.problems] == ["word.conflict"]
    assert "“departs” against “sails”" in found.problems[0].message
    assert found.after == mine.replace("]   Nobody speaks", "]   All speak")


def test_new_paragraphs_and_those_taken_out_are_so_in_the_brief(brief: Path) -> None:
    found = corrected(
        brief,
        ("A last paragraph cites another note.", "</w:t></w:r></w:p><w:p><w:r><w:t>New words. "),
    )
    assert "New words." in found.after
    assert "A last paragraph" not in found.after


def test_a_file_that_has_lost_its_brief_is_compared_with_the_brief_as_it_is(brief: Path) -> None:
    target = io.BytesIO()
    content = io.BytesIO(export_docx(job(brief)).content)
    with zipfile.ZipFile(content) as before, zipfile.ZipFile(target, "w") as after:
        for entry in before.infolist():
            if not entry.filename.startswith("customXml/"):
                after.writestr(entry, before.read(entry))
    file = brief.with_name("sent.docx")
    file.write_bytes(target.getvalue())
    found = take_corrections(job(brief), file, Changes.ACCEPT)
    assert [problem.code for problem in found.problems] == ["word.no-version"]
    assert found.after == found.before


def test_the_commands_write_a_file_a_patch_and_the_brief(
    brief: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(brief.parent)
    assert main(["export", "docx", "brief.md", "-o", "ferry.docx"]) == 0
    assert capsys.readouterr().out == "ferry.docx\n"
    sent = brief.with_name("sent.docx")
    sent.write_bytes(changed(brief.with_name("ferry.docx").read_bytes(), ("is dark", "is light")))
    assert main(["import", "--into", "brief.md", "sent.docx"]) == 0
    patch = brief.with_name("corrections.patch").read_text("utf-8")
    assert "-The ferry leaves at *six* and the harbour is dark." in patch
    assert "is dark" in brief.read_text("utf-8")
    assert main(["import", "--into", "brief.md", "sent.docx", "--apply"]) == 0
    assert "is light" in brief.read_text("utf-8")
    assert main(["import", "sent.docx", "--apply"]) == 2
    assert main(["export", "pdf", "brief.md"]) == 2
    assert main(["export", "docx", "gone"]) == 2


def brief_with(text: str, *pictures: WrittenFile) -> ImportedBrief:
    return ImportedBrief(Path("sent.docx"), (WrittenFile("brief.md", text.encode()), *pictures))


def test_new_pictures_are_taken_and_those_that_only_came_back_are_known_again() -> None:
    given = brief_with("![Quay](figure-1.png)", WrittenFile("figure-1.png", b"quay"))
    text = "![New](figure-1.jpg)\n\n![Quay](figure-2.png)"
    pictures = (WrittenFile("figure-1.jpg", b"new"), WrittenFile("figure-2.png", b"quay"))
    back, new = with_own_pictures(given, brief_with(text, *pictures), text, ["author-1.jpg"])
    assert back == "![New](author-2.jpg)\n\n![Quay](figure-1.png)"
    assert new == (WrittenFile("author-2.jpg", b"new"),)


def test_pictures_that_a_program_wrote_anew_are_the_same_in_their_order() -> None:
    text = "![Quay](figure-1.png)\n\n![Port](figure-2.png)"
    names = ("figure-1.png", "figure-2.png")
    given = brief_with(text, *(WrittenFile(name, name.encode()) for name in names))
    sent = brief_with(text, *(WrittenFile(name, b"again " + name.encode()) for name in names))
    assert with_own_pictures(given, sent, text, ()) == (text, ())


CHARTS = """\
[](#fig-x) shows it.

```chart {#fig-x}
type: line
data: |
  Year,Depth
  2019,12
  2020,9
caption: Of *two* harbours, a line.
source: Own work.
```

A last paragraph.
"""


def test_the_words_below_a_chart_come_back_and_those_made_of_its_data_are_told(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "ferry", CHARTS)
    content = export_docx(job(brief)).content
    file = tmp_path / "ferry.docx"
    file.write_bytes(content)
    untouched = take_corrections(job(brief), file, Changes.ACCEPT)
    assert (untouched.after, untouched.problems) == (untouched.before, ())
    file.write_bytes(changed(content, ("harbours", "ports"), ("Own work", "Own sums"), ("a line", "a curve")))
    found = take_corrections(job(brief), file, Changes.ACCEPT)
    assert "caption: Of *two* ports, a curve.\nsource: Own sums." in found.after
    assert "type: line" in found.after
    file.write_bytes(changed(content, ("Line chart: Of", "Curve chart: Of")))
    found = take_corrections(job(brief), file, Changes.ACCEPT)
    assert found.after == found.before
    (problem,) = found.problems
    assert "made of its data" in problem.message and "“Line chart" in problem.message
