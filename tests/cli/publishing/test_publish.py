"""The command that publishes a site: what it refuses, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from setting import write_brief

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_folders_that_cannot_be_a_site_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_brief(tmp_path / "content/moon", "Text.")
    (tmp_path / "file").write_text("", "utf-8")
    for folder, words in (("content", "briefs in it"), (".", "briefs in it"), ("file", "is a file")):
        assert main(["publish", "-o", folder]) == 2
        assert words in capsys.readouterr().err
    assert main(["publish", "-"]) == 2


def test_a_site_of_drafts_is_a_first_page_alone_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_brief(tmp_path / "content/moon", "Text.", draft=True)
    assert main(["publish"]) == 0
    said = capsys.readouterr()
    assert "site: 0 briefs (1 not final)" in said.out
    assert "[site.no-address]" in said.err
    assert "[site.held-back]" in said.err
    assert (tmp_path / "site/index.html").is_file()
    assert not (tmp_path / "site/feed.xml").exists()
