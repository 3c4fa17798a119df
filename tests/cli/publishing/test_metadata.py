"""The command `issuebrief metadata`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from records import BODY, FRONT
from setting import write_brief

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_brief(tmp_path / "content/moon", BODY, **FRONT)


def test_all_formats_lie_in_the_build_folder(brief: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["metadata"]) == 0
    names = sorted(path.name for path in (brief.parents[2] / "build").iterdir())
    assert names == [
        "moon-crossref.xml",
        "moon-csl.json",
        "moon-datacite.json",
        "moon-dc.xml",
        "moon-jats.xml",
        "moon.bib",
        "moon.ris",
    ]
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        f"build/moon{ending}"
        for ending in ("-crossref.xml", "-datacite.json", "-dc.xml", "-jats.xml", ".bib", ".ris", "-csl.json")
    ]
    assert "deposit.sparse" in captured.err


def test_a_reference_can_go_to_standard_output(
    brief: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["metadata", str(brief), "--format", "bibtex", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"@techreport{doe2024tides,\n")


def test_a_deposit_that_would_be_refused_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_brief(tmp_path / "content/moon", BODY, **{**FRONT, "doi": None, "supersedes": None})
    assert main(["metadata", "--format", "crossref", "--format", "ris"]) == 1
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == ["moon.ris"]
    assert "a deposit at Crossref needs a DOI" in capsys.readouterr().err
    assert main(["metadata"]) == 0
    assert "deposit.none" in capsys.readouterr().err
    assert not (tmp_path / "build/moon-datacite.json").exists()


def test_one_file_holds_one_format(brief: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["metadata", str(brief), "-o", "moon.xml"]) == 2
    assert "moon.xml would hold 7 files" in capsys.readouterr().err
    assert main(["metadata", str(brief), "--format", "ris", "-o", "moon.xml"]) == 2
    assert "end its name in .ris" in capsys.readouterr().err
    assert main(["metadata", str(brief), "--format", "dc", "-o", "out/moon.xml"]) == 0
    assert (brief.parents[2] / "out/moon.xml").read_bytes().startswith(b"<?xml")


def test_pictures_lie_beside_the_text_that_names_them(brief: Path) -> None:
    (brief.parent / "quay.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>', "utf-8"
    )
    with brief.open("a", encoding="utf-8") as file:
        file.write("\n![A quay](quay.svg)\n")
    assert main(["metadata", "--format", "jats"]) == 0
    build = brief.parents[2] / "build"
    assert (build / "moon-jats-files/quay.svg").is_file()
    text = (build / "moon-jats.xml").read_text("utf-8")
    assert 'xlink:href="moon-jats-files/quay.svg"' in text
