"""Files beside a brief that it links to: copies lie beside the web page, and are kept up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
from setting import ROOT, write_brief
from web_pages import Page

from issuebrief.cli.main import main
from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from issuebrief.job import Delivery


def delivered(brief: Path, out: Path) -> Delivery:
    """The web page of a brief, set into a folder."""
    outcome = set_brief(Job(brief, (Output(Purpose.WEB, out / "page.html"),), search_path(ROOT)))
    (delivery,) = outcome.deliveries
    return delivery


def links(out: Path) -> list[str]:
    return [str(each) for each in Page((out / "page.html").read_bytes()).all("//p//a/@href")]


def test_a_link_leads_to_a_copy_beside_the_page(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "brief", "See [the tides](data/Tides%20of%20May.csv#row=2).")
    (brief.parent / "data").mkdir()
    (brief.parent / "data/Tides of May.csv").write_text("1,2")
    delivery = delivered(brief, tmp_path)
    assert delivery.copies == ("page-files/Tides-of-May.csv",)
    assert (tmp_path / delivery.copies[0]).read_text() == "1,2"
    assert "page-files/Tides-of-May.csv#row=2" in links(tmp_path)
    assert [problem.code for problem in delivery.problems] == ["links.local"]


def test_a_field_of_the_front_matter_brings_its_file_too(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "brief", "Text.", disclaimer="See [the terms](terms.txt).")
    (brief.parent / "terms.txt").write_text("kept")
    assert delivered(brief, tmp_path).copies == ("page-files/terms.txt",)
    assert "page-files/terms.txt" in links(tmp_path)


def test_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "brief", "[a](one/T.csv), [b](two/t.csv), [a again](one/../one/T.csv).")
    for name in ("one/T.csv", "two/t.csv"):
        (brief.parent / name).parent.mkdir()
        (brief.parent / name).write_text(name)
    copies = delivered(brief, tmp_path).copies
    assert copies == ("page-files/T.csv", "page-files/t-2.csv")
    assert [(tmp_path / copy).read_text() for copy in copies] == ["one/T.csv", "two/t.csv"]


def test_nothing_from_outside_the_folder_and_nothing_hidden_is_copied(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("no")
    body = (
        '[a](../secret.txt), [b](way.txt), [c](.env), [d](gone.csv), <span data-file="../secret.txt">e</span>'
    )
    brief = write_brief(tmp_path / "brief", body)
    (brief.parent / "way.txt").symlink_to(tmp_path / "secret.txt")
    (brief.parent / ".env").write_text("no")
    delivery = delivered(brief, tmp_path)
    assert delivery.written
    assert delivery.copies == ()
    assert not (tmp_path / "page-files").exists()
    assert not [link for link in links(tmp_path) if "page-files" in link]
    told = [problem.message for problem in delivery.problems if problem.code == "links.local"]
    assert len(told) == 4
    assert "gone.csv" in told[3]
    assert "not there" in told[3]


def test_a_page_is_made_again_when_a_file_or_its_copy_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    brief = write_brief(tmp_path / "tides", "See [the tides](tides.csv).")
    file, copy = brief.parent / "tides.csv", tmp_path / "out/tides-files/tides.csv"
    file.write_text("1")

    def build() -> bool:
        assert main(["build", "--for", "web", "tides", "-o", "out/"]) == 0
        return "nothing has changed" not in capsys.readouterr().out

    assert [build(), build()] == [True, False]
    file.write_text("2")
    assert build()
    assert copy.read_text() == "2"
    copy.unlink()
    assert build()
    assert copy.read_text() == "2"
    assert not build()


def test_copies_beside_the_brief_do_not_make_it_look_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    brief = write_brief(tmp_path / "tides", "See [the tides](tides.csv).")
    (brief.parent / "tides.csv").write_text("1")
    for said in ("tides.html", "nothing has changed"):
        assert main(["build", "--for", "web", "tides", "-o", "tides/"]) == 0
        assert said in capsys.readouterr().out
    assert (tmp_path / "tides/tides-files/tides.csv").is_file()


def test_the_pdf_prints_the_words_without_the_link(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "brief", "See [the tides](tides.csv).")
    (brief.parent / "tides.csv").write_text("1")
    outcome = set_brief(Job.for_screen(brief, tmp_path / "a.pdf", search_path(ROOT)))
    assert [problem.code for problem in outcome.problems if problem.place] == ["links.local"]
    with pymupdf.open(tmp_path / "a.pdf") as pdf:
        assert not [link for page in pdf for link in page.get_links() if "tides.csv" in str(link)]
        assert "the tides" in pdf[0].get_text()
