"""`issuebrief import`: what it writes, what it refuses, how it reports."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from word_files import FRONT, bold, docx, needs_pandoc, par, run

from issuebrief.cli.main import main
from issuebrief.word_import.documents import pandoc

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


@pytest.fixture
def manuscript(workplace: Path) -> Path:
    path = workplace / "Über Flüsse.docx"
    path.write_bytes(docx(FRONT + par("Start", style="berschrift1") + par("Text.")))
    return path


@needs_pandoc
def test_the_brief_is_written_to_a_folder_named_after_the_file(manuscript: Path, capsys: Capture) -> None:
    assert main(["import", manuscript.name]) == 0
    brief = manuscript.parent / "content/uber-flusse/brief.md"
    assert brief.read_text("utf-8").startswith("---\ntitle: A Title\n")
    assert "words: 6 in the manuscript, 6 in the brief" in capsys.readouterr().out


@needs_pandoc
def test_a_brief_that_is_there_is_replaced_only_if_that_is_asked_for(
    manuscript: Path, capsys: Capture
) -> None:
    brief = manuscript.parent / "mine/brief.md"
    brief.parent.mkdir()
    brief.write_text("My work", "utf-8")
    assert main(["import", manuscript.name, "-o", "mine"]) == 1
    assert brief.read_text("utf-8") == "My work"
    assert "the file is there already" in capsys.readouterr().err
    assert main(["import", manuscript.name, "-o", "mine", "--force"]) == 0
    assert "A Title" in brief.read_text("utf-8")


@needs_pandoc
def test_the_report_can_be_json(manuscript: Path, capsys: Capture) -> None:
    assert main(["import", manuscript.name, "-o", "mine", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["files"] == ["mine/brief.md", "mine/import-report.json"]
    assert {"kind": "words", "manuscript": 6, "brief": 6} in report["totals"]
    assert {problem["code"] for problem in report["problems"]} == {"word.guess"}


def test_without_pandoc_one_line_says_how_to_get_it(
    manuscript: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pandoc, "pandoc_program", lambda: None)
    assert main(["import", manuscript.name]) == 1
    answer = capsys.readouterr().err
    assert "the reader of Word files is not installed" in answer
    assert "pip install 'issuebrief[word]'" in answer
    assert not (manuscript.parent / "content").exists()


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("missing.docx", "there is no missing.docx"),
        ("old.doc", "save it in Word or LibreOffice as .docx"),
        ("with.docm", "save it in Word as .docx, without macros"),
    ],
)
def test_other_files_are_refused_with_what_would_do(
    workplace: Path, name: str, answer: str, capsys: Capture
) -> None:
    if not name.startswith("missing"):
        (workplace / name).write_bytes(b"")
    assert main(["import", name]) == 2
    assert answer in capsys.readouterr().err


CHANGED = '<w:ins w:id="1" w:author="E. Ditor">' + run("new words") + "</w:ins>"


class Terminal(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


@needs_pandoc
@pytest.mark.parametrize(
    ("typed", "status", "kept"), [("a\n", 0, True), ("what\nr\n", 0, False), ("q\n", 1, None), ("", 1, None)]
)
def test_at_a_terminal_one_is_asked_what_becomes_of_changes(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, typed: str, status: int, kept: bool | None
) -> None:
    (workplace / "draft.docx").write_bytes(
        docx(FRONT + par("Start", style="berschrift1") + par("Text, ", CHANGED))
    )
    said = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    monkeypatch.setattr("sys.stderr", said)
    assert main(["import", "draft.docx", "-o", "mine"]) == status
    assert "1 tracked change: accept all (a), reject all (r), or stop (q)? " in said.getvalue()
    assert "inserted by E. Ditor: “new words”" in said.getvalue()
    brief = workplace / "mine/brief.md"
    assert brief.exists() == (kept is not None)
    if kept is not None:
        assert ("new words" in brief.read_text("utf-8")) == kept


@needs_pandoc
def test_the_report_is_a_page_with_the_words_of_each_paragraph(workplace: Path, capsys: Capture) -> None:
    bold_line = par(bold("What <Is> Measured"))
    text = par("Start", style="berschrift1") + par("Text.") + bold_line + par("More.")
    (workplace / "draft.docx").write_bytes(docx(FRONT + text))
    assert main(["import", "draft.docx", "-o", "mine", "--report"]) == 0
    assert "wrote mine/import-report.html" in capsys.readouterr().out
    page = (workplace / "mine/import-report.html").read_text("utf-8")
    assert "<td>6</td><td><p>A bold line is taken for a heading: “What &lt;Is&gt; Measured”.</p>" in page
    assert '<p class="words">What &lt;Is&gt; Measured</p>' in page
    assert '<tr><th scope="row">words</th><td>10</td><td>10</td></tr>' in page
    assert "<script" not in page and "default-src 'none'" in page


@needs_pandoc
def test_changes_that_stop_an_import_are_in_the_report(workplace: Path) -> None:
    (workplace / "draft.docx").write_bytes(docx(FRONT + par("Text, ", CHANGED)))
    assert main(["import", "draft.docx", "-o", "mine", "--report"]) == 1
    assert [path.name for path in (workplace / "mine").iterdir()] == ["import-report.html"]
    assert "Changes to decide on (1)" in (workplace / "mine/import-report.html").read_text("utf-8")
