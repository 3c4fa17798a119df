"""The job ticket beside a press file."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from setting import ROOT, SMALL_PICTURES, write_brief

from issuebrief.cli.main import main
from issuebrief.job import Job, Output, Printing, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

SPOT = '@import "isdp.css"; :root { --brand: #203a70; --brand-cmyk: 100 70 0 30; --brand-spot: "House Blue" }'


def ticket_of(folder: Path, printing: Printing | None = None, **press: Any) -> dict[str, Any]:
    themes = folder / "styles" / "themes"
    themes.mkdir(parents=True)
    (themes / "ours.css").write_text(SPOT)
    brief = write_brief(folder / "brief", "Words. " * 900, theme="ours", press={"ticket": True, **press})
    output = Output(Purpose.PRESS, folder / "moon-press.pdf")
    job = Job(brief, (output,), search_path(folder), policy=SMALL_PICTURES, printing=printing or Printing())
    outcome = set_brief(job)
    assert not outcome.failed
    assert outcome.deliveries[0].copies[-1] == "moon-press.json"
    found: dict[str, Any] = json.loads((folder / "moon-press.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ticket")


@pytest.fixture(scope="module")
def ticket(folder: Path) -> dict[str, Any]:
    return ticket_of(folder, imposition="booklet", creep="0.1mm")


def test_it_says_which_form_it_has_and_which_file_it_is_about(folder: Path, ticket: dict[str, Any]) -> None:
    content = (folder / "moon-press.pdf").read_bytes()
    assert (ticket["schema"], ticket["version"]) == ("issuebrief/press-ticket", 1)
    assert ticket["file"] == {
        "name": "moon-press.pdf",
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "standard": "PDF/X-4",
    }


def test_it_says_how_large_the_pages_are_and_how_many(ticket: dict[str, Any]) -> None:
    assert ticket["trim_mm"] == {"width": 210, "height": 297}
    assert ticket["bleed_mm"] == 3
    assert ticket["pages"]["count"] == 4
    assert ticket["pages"]["sheets"] == 1
    assert 0 < ticket["pages"]["blank"] < 4


def test_it_names_every_ink_with_what_it_covers(ticket: dict[str, Any]) -> None:
    inks = ticket["inks"]
    assert [ink["name"] for ink in inks] == ["Cyan", "Magenta", "Yellow", "Black", "House Blue"]
    assert [ink["kind"] for ink in inks] == ["process"] * 4 + ["spot"]
    assert inks[4]["alternate_percent"] == [100, 70, 0, 30]
    assert inks[4]["coverage_percent"] > 1
    assert inks[2]["coverage_percent"] < 0.1
    assert all(len(ink["coverage_by_page_percent"]) == 4 for ink in inks)
    assert 100 <= ticket["most_ink"]["percent"] <= ticket["condition"]["ink_limit_percent"] == 300


def test_it_names_the_condition_the_faces_and_the_smallest_text(ticket: dict[str, Any]) -> None:
    assert ticket["condition"]["name"] == "FOGRA39"
    assert all(face["embedded"] for face in ticket["faces"])
    assert "Source-Serif-4" in {face["name"] for face in ticket["faces"]}
    assert 6 < ticket["smallest_text"]["points"] < 9
    assert ticket["thinnest_line"]["points"] >= 0.25


def test_it_says_how_the_brief_is_finished(folder: Path, ticket: dict[str, Any]) -> None:
    finishing = ticket["finishing"]
    assert finishing["binding"] == "saddle stitch"
    assert finishing["creep_mm"] == 0.1
    booklet = (folder / "moon-booklet.pdf").read_bytes()
    assert finishing["imposition"]["sha256"] == hashlib.sha256(booklet).hexdigest()


def test_without_a_booklet_nothing_is_said_of_a_binding(tmp_path: Path) -> None:
    found = ticket_of(tmp_path, Printing(profile="uncoated"))
    assert found["finishing"]["binding"] is None
    assert found["finishing"]["imposition"] is None
    assert found["condition"]["name"] == "FOGRA29"
    assert found["pages"]["blank"] == 0


def test_it_is_written_where_it_is_asked_for_alone(workplace: Path) -> None:
    write_brief(workplace / "content" / "moon", "Text.")
    assert main(["build", "--for", "press"]) == 0
    assert not (workplace / "build" / "moon-press.json").exists()
    assert main(["build", "--for", "press", "--ticket"]) == 0
    assert (workplace / "build" / "moon-press.json").exists()


def test_every_key_is_documented(ticket: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "delivering.md").read_text("utf-8")
    part = page.partition("## The job ticket")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)", part, re.MULTILINE)) == set(ticket)
