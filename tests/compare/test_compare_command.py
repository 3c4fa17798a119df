"""`issuebrief compare`, as an editor types it."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pymupdf
import pytest
from setting import write_brief

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
OLD = """\
The ferry leaves at six and the harbour is dark.[^a]

A second paragraph stays where it is and says what it said.

## A heading

The third one is moved to the end of the text without a change in it.

| Port | Depth |
| --- | --- |
| Aber | 4 |
| Bryn | 12 |

A fourth one stands behind the table and stays there.

A fifth one stands behind the fourth and stays there too.

[^a]: A note on ferries.
"""
NEW = """\
The ferry sails at six and the harbour is dark.[^b][^a]

A second paragraph stays where it is and says what it said.

### A heading

| Port | Tide | Depth |
| --- | --- | --- |
| Aber | low | 4 |
| Bryn | high | 12 |

A fourth one stands behind the table and stays there.

A fifth one stands behind the fourth and stays there too.

The third one is moved to the end of the text without a change in it.

[^a]: A note on ferries.

[^b]: A new note.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two versions of a brief in it, to work in."""
    write_brief(tmp_path / "old", OLD)
    write_brief(tmp_path / "new", NEW)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changes_of(capsys: Capture) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["changes"]
    return found


def test_changes_are_marked_on_the_pages_and_listed(folder: Path, capsys: Capture) -> None:
    assert main(["compare", "old", "new", "--format", "json"]) == 0
    changes = changes_of(capsys)
    kinds = {(change["kind"], change["part"]) for change in changes}
    assert ("replaced", "text") in kinds
    assert ("moved", "text") in kinds
    assert ("restyled", "heading") in kinds
    assert ("inserted", "table") in kinds
    assert ("inserted", "notes") in kinds
    assert all(change["page"] for change in changes)
    ferry = next(change for change in changes if change["before"] == "leaves")
    assert ferry["after"] == "sails"
    document = pymupdf.open(folder / "build/new-changes.pdf")
    assert "leavessails" in document[0].get_text().replace(" ", "").replace("\n", "")
    assert "Changes" in document[-1].get_text()
    assert "/S/Ins" in "".join(
        document.xref_object(xref, compressed=True) for xref in range(1, document.xref_length())
    )


def test_a_web_page_has_the_marks_of_html(folder: Path) -> None:
    assert main(["compare", "old", "new", "--for", "web"]) == 0
    page = (folder / "build/new-changes.html").read_text("utf-8")
    assert '<del id="change-1">leaves</del><ins>sails</ins>' in page
    assert "--inserted:" in page
    assert 'class="moved-to"' in page


def test_versions_that_are_alike_are_said_to_be(folder: Path, capsys: Capture) -> None:
    assert main(["compare", "old", "old"]) == 0
    assert capsys.readouterr().out == "nothing was changed: both versions are set alike\n"
    assert not (folder / "build").exists()


def test_what_is_typed_in_vain_is_answered(folder: Path, capsys: Capture) -> None:
    assert main(["compare", "old"]) == 2
    assert "two versions are to be named" in capsys.readouterr().err
    assert main(["compare", "old", "gone"]) == 2
    assert main(["compare", "-", "old"]) == 2
    assert main(["compare", "old", "new", "-o", "-"]) == 2


def test_a_picture_that_is_gone_is_shown_by_its_name(folder: Path, capsys: Capture) -> None:
    write_brief(folder / "old", f"![A quay](quay.svg)\n\n{OLD}")
    (folder / "old/quay.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"/>')
    assert main(["compare", "old", "new", "--format", "json"]) == 0
    assert any(change["before"] == "quay.svg" for change in changes_of(capsys))
    assert "quay.svg" in pymupdf.open(folder / "build/new-changes.pdf")[0].get_text()


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
class TestSince:
    """An earlier version is taken out of git."""

    @pytest.fixture
    def repository(self, folder: Path) -> Path:
        def git(*words: str) -> None:
            who = ("-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
            subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

        git("init", "-q")
        shutil.copy(folder / "old/brief.md", folder / "new/brief.md")
        git("add", "new")
        git("commit", "-qm", "one")
        git("tag", "v1")
        write_brief(folder / "new", NEW)
        return folder

    def test_a_brief_is_compared_with_itself_as_it_was(self, repository: Path, capsys: Capture) -> None:
        assert main(["compare", "--since", "v1", "new", "--format", "json"]) == 0
        assert any(change["before"] == "leaves" for change in changes_of(capsys))
        text = pymupdf.open(repository / "build/new-changes.pdf")[-1].get_text()
        assert "new/brief.md at v1" in text

    @pytest.mark.parametrize(
        ("revision", "said"),
        [
            ("v2", "there is no revision “v2”"),
            ("--output=x", "is no name of a revision"),
            ("", "is no name of"),
        ],
    )
    def test_a_revision_that_is_not_there_is_told(
        self, repository: Path, capsys: Capture, revision: str, said: str
    ) -> None:
        assert main(["compare", f"--since={revision}", "new"]) == 1
        assert said in capsys.readouterr().err

    def test_a_brief_that_was_not_there_yet_is_told(self, repository: Path, capsys: Capture) -> None:
        assert main(["compare", "--since", "v1", "old"]) == 1
        assert "was not there at the revision" in capsys.readouterr().err


def test_where_there_is_no_repository_that_is_told(folder: Path, capsys: Capture) -> None:
    assert main(["compare", "--since", "v1", "new"]) == 1
    assert "is not in a git repository" in capsys.readouterr().err


def test_where_there_is_no_git_that_is_told(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(folder))
    assert main(["compare", "--since", "v1", "new"]) == 1
    assert "git is not installed" in capsys.readouterr().err
