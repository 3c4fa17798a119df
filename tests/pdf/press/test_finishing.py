"""How a brief is finished: who is asked first, and what is wrong with the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from press_facts import PressFacts
from setting import SMALL_PICTURES, told, write_brief

from issuebrief.cli.main import main
from issuebrief.diagnostics.model import Severity
from issuebrief.job import Job, Output, Printing, Purpose
from issuebrief.pdf.press.finishing import Finishing, settle_finishing
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.read import read
from issuebrief.resources import search_path
from issuebrief.units import PX_PER_MM

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def settled(
    folder: Path, printing: Printing | None = None, **press: Any
) -> tuple[Finishing | None, tuple[Diagnostic, ...]]:
    front = {"press": press} if press else {}
    manuscript, problems = read(Job(write_brief(folder, "Text.", **front), (), search_path(folder)))
    assert manuscript, problems
    return settle_finishing(printing or Printing(), manuscript)


def test_without_a_wish_pages_are_left_as_they_are(tmp_path: Path) -> None:
    assert settled(tmp_path) == (Finishing(), ())
    assert Finishing().blanks(7) == 0


def test_the_brief_says_and_the_command_line_comes_first(tmp_path: Path) -> None:
    assert settled(tmp_path, pages=4)[0] == Finishing(4)
    assert settled(tmp_path, Printing(pages="8"), pages=4)[0] == Finishing(8)
    found, _ = settled(tmp_path, imposition="booklet", creep="0.1")
    assert found == Finishing(4, True, 0.1 * PX_PER_MM)
    assert settled(tmp_path, Printing(imposition="none", creep="0"), imposition="booklet")[0] == Finishing()


def test_a_booklet_comes_in_a_multiple_of_four_too(tmp_path: Path) -> None:
    found, _ = settled(tmp_path, imposition="booklet", pages=6)
    assert found
    assert found.multiple == 12


@pytest.mark.parametrize(
    ("pages", "multiple", "blanks"), [(4, 4, 0), (5, 4, 3), (6, 4, 2), (7, 4, 1), (1, 8, 7), (3, 1, 0)]
)
def test_blank_pages_fill_the_multiple(pages: int, multiple: int, blanks: int) -> None:
    assert Finishing(multiple).blanks(pages) == blanks


@pytest.mark.parametrize(
    "press",
    [
        {"pages": 0},
        {"pages": 65},
        {"pages": "many"},
        {"imposition": "booklett"},
        {"imposition": "perfect binding"},
        {"imposition": "booklet", "creep": "2mm"},
        {"imposition": "booklet", "creep": "thin"},
        {"creep": "0.1mm"},
    ],
)
def test_what_cannot_be_done_is_told_with_its_place_and_a_mend(tmp_path: Path, press: dict[str, Any]) -> None:
    found, problems = settled(tmp_path, **press)
    assert found is None
    assert told(problems) == [f"brief.md:{6 + len(press)} press.finishing"]
    assert problems[0].hint


@pytest.mark.parametrize("pages", ["0", "65", "many", "-4"])
def test_a_multiple_that_is_none_is_told(tmp_path: Path, pages: str) -> None:
    found, problems = settled(tmp_path, Printing(pages=pages))
    assert found is None
    assert [problem.code for problem in problems] == ["press.finishing"]


@pytest.mark.parametrize("creep", ["0.1mm", "0.1 mm", "0.1", 0.1])
def test_creep_may_be_written_with_its_unit_or_without(tmp_path: Path, creep: object) -> None:
    found, problems = settled(tmp_path, imposition="booklet", creep=creep)
    assert problems == ()
    assert found
    assert found.creep == 0.1 * PX_PER_MM


def test_the_nearest_imposition_is_named(tmp_path: Path) -> None:
    _, (problem,) = settled(tmp_path, imposition="bookelt")
    assert problem.hint == "did you mean booklet?"


def test_blank_pages_have_marks_and_nothing_else_and_are_told(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.", press={"pages": 4})
    output = Output(Purpose.PRESS, tmp_path / "brief-press.pdf")
    outcome = set_brief(Job(brief, (output,), search_path(tmp_path), policy=SMALL_PICTURES))
    (problem,) = outcome.problems
    assert (problem.code, problem.severity) == ("press.blank-pages", Severity.INFO)
    assert "3 blank pages are added at the end of the press file, to a multiple of 4" in problem.message
    with PressFacts(output.path) as press:
        assert len(press) == 4
        assert press.box(3, "TrimBox") == press.box(0, "TrimBox")
        last = press.pdf.pages[3].Contents.read_bytes()
        assert last.count(b" Tj") + last.count(b"TJ") == 1
        assert b"/All CS" in last


def test_the_screen_file_has_no_blank_pages(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.", press={"pages": 4, "imposition": "booklet"})
    screen, press = (Output(p, tmp_path / f"brief{p.ending}") for p in (Purpose.SCREEN, Purpose.PRESS))
    outcome = set_brief(Job(brief, (screen, press), search_path(tmp_path), policy=SMALL_PICTURES))
    assert outcome.pages == 1
    with PressFacts(screen.path) as facts:
        assert len(facts) == 1


def test_the_command_makes_a_booklet_once_and_again_when_it_is_gone(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_brief(workplace / "content" / "moon", "Text.")
    command = ["build", "--for", "press", "--pages-multiple", "4", "--imposition", "booklet"]
    assert main(command) == 0
    booklet = workplace / "build" / "moon-booklet.pdf"
    assert booklet.exists()
    assert main(command) == 0
    assert "nothing has changed" in capsys.readouterr().out
    booklet.unlink()
    assert main(command) == 0
    assert booklet.exists()


def test_an_option_that_means_nothing_keeps_the_file_from_being_made(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_brief(workplace / "content" / "moon", "Text.")
    assert main(["build", "--for", "press", "--creep", "a lot"]) == 1
    assert "the creep of a sheet is a length from 0 to 1 mm, not “a lot”" in capsys.readouterr().err
    assert not (workplace / "build" / "moon-press.pdf").exists()


@pytest.mark.parametrize("option", [["--ticket"], ["--imposition", "booklet"], ["--pages-multiple", "4"]])
def test_options_of_the_press_file_need_one(
    workplace: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    write_brief(workplace / "content" / "moon", "Text.")
    for verb in ("build", "check"):
        assert main([verb, *option]) == 2
        assert f"{option[0]} is for the press file, and none is made" in capsys.readouterr().err


def test_standard_output_takes_no_booklet_beside_the_press_file(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_brief(workplace / "content" / "moon", "Text.")
    assert main(["build", "content/moon", "--for", "press", "--imposition", "booklet", "-o", "-"]) == 2
    assert "the press file comes with another file, and standard output takes one" in capsys.readouterr().err


def test_the_institutes_file_says_it_for_all_briefs_and_is_where_mistakes_are_told(tmp_path: Path) -> None:
    shared = tmp_path / "publisher.yaml"
    for pages, multiple in (("4", 4), ("many", None)):
        shared.write_text(f"name: An institute\npress:\n  pages: {pages}\n")
        brief = write_brief(tmp_path / "brief", "Text.")
        manuscript, problems = read(Job(brief, (), search_path(tmp_path)))
        assert manuscript, problems
        found, wrong = settle_finishing(Printing(), manuscript)
        assert (found.multiple if found else None) == multiple
        assert told(wrong) == ([] if multiple else ["publisher.yaml:3 press.finishing"])
