"""A release holds everything that belongs to a version, and a brief with errors is not released."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pymupdf
import pytest

from issuebrief.cli.main import main
from issuebrief.pipeline.cache import file_sums
from issuebrief.release import validators

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
BRIEF = """---
title: Tides and Timetables
date: 2026-03-01
lang: {lang}
{more}authors: [{{name: Jo Ferry}}]
abstract: Boats and tides.
---

The first boat leaves at six.
"""


@pytest.fixture(autouse=True)
def tides(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(workplace)
    # Those in Java take longer than all else; `tests/epub/` asks them.
    quick = [each for each in validators.VALIDATORS if each.name == "qpdf"]
    monkeypatch.setattr(validators, "VALIDATORS", quick)
    folder = workplace / "content/tides"
    folder.mkdir(parents=True)
    (folder / "brief.md").write_text(BRIEF.format(lang="en-GB", more=""))
    (workplace / "content/publisher.yaml").write_text("name: Harbour Institute\n")
    return folder / "brief.md"


def test_a_release_has_all_editions_their_metadata_sources_and_reports(
    workplace: Path, tides: Path, capsys: Capture
) -> None:
    tides.with_name("brief.sv.md").write_text(BRIEF.format(lang="sv-SE", more=""))
    assert main(["release", "content/tides", "--version", "1.0"]) == 0
    folder = workplace / "releases/tides-1.0"
    assert [path.name for path in (workplace / "releases").iterdir()] == ["tides-1.0"]
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for stem in ("tides", "tides-sv"):
        assert {f"data/{stem}{end}" for end in (".pdf", "-press.pdf", ".html", ".epub")} <= names
        assert f"data/metadata/{stem}.bib" in names
    assert {"data/source/tides/brief.sv.md", "data/source/publisher.yaml"} <= names
    assert json.loads((folder / "data/reports/preflight.json").read_text())["counts"]["error"] == 0
    verdicts = json.loads((folder / "data/reports/validators.json").read_text())
    assert {each["file"] for each in verdicts} == {
        "tides.pdf", "tides-press.pdf", "tides-sv.pdf", "tides-sv-press.pdf",
    }  # fmt: skip
    assert {each["result"] for each in verdicts} <= {"passed", "not installed"}
    for line in (folder / "manifest-sha256.txt").read_text().splitlines():
        digits, name = line.split("  ", 1)
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digits
    assert "Version 1.0" in " ".join(pymupdf.open(folder / "data/tides.pdf")[0].get_text().split())
    capsys.readouterr()
    assert main(["release", "content/tides", "--version", "1.0"]) == 0
    assert "released already, and the same" in capsys.readouterr().out
    tides.write_text(BRIEF.format(lang="en-GB", more="subtitle: At Six\n"))
    before = (folder / "data/tides.pdf").read_bytes()
    assert main(["release", "content/tides", "--version", "1.0"]) == 2
    assert "a release is never changed" in capsys.readouterr().err
    assert (folder / "data/tides.pdf").read_bytes() == before


def test_a_brief_of_another_version_or_with_an_error_is_not_released(
    workplace: Path, tides: Path, capsys: Capture
) -> None:
    tides.write_text(BRIEF.format(lang="en-GB", more="version: 1.1\n"))
    assert main(["release", "content/tides", "--version", "1.0"]) == 1
    assert "[release.other-version]" in capsys.readouterr().err
    tides.write_text(BRIEF.format(lang="en-GB", more="") + "\n![A quay](quay.png)\n")
    assert main(["release", "content/tides", "--version", "1.0"]) == 1
    assert not (workplace / "releases").exists()


def test_a_folder_that_holds_too_much_is_told(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(file_sums, "MANY", 0)
    assert main(["release", "content/tides", "--version", "1.0"]) == 1
    assert "[output.too-much]" in capsys.readouterr().err
    assert not (workplace / "releases").exists()


def test_one_brief_is_released_at_a_time_under_a_name_that_is_one(workplace: Path, capsys: Capture) -> None:
    (workplace / "content/other").mkdir()
    (workplace / "content/other/brief.md").write_text(BRIEF.format(lang="en-GB", more=""))
    assert main(["release", "content", "--version", "1.0"]) == 2
    assert "one is released at a time" in capsys.readouterr().err
    assert main(["release", "content/tides", "--version", "../1"]) == 2
    assert "is no version" in capsys.readouterr().err
