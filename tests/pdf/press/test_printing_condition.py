"""How a brief is printed: who is asked first, and what is wrong with the answers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from setting import ROOT, told, write_brief

from issuebrief.job import Job, Printing
from issuebrief.pdf.press.printing_condition import Condition, profile_names, settle
from issuebrief.pipeline.read import read
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

COATED = ROOT / "styles" / "profiles" / "coated-fogra39.icc"


def other(path: Path, description: bytes = b"Other") -> Path:
    """A profile like the shipped one that calls itself something else."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(COATED.read_bytes().replace(b"Coated", description[:6].ljust(6), 1))
    return path


def settled(
    workplace: Path, printing: Printing | None = None, **front: Any
) -> tuple[Condition | None, tuple[Diagnostic, ...]]:
    brief = write_brief(workplace / "brief", "Text.", **front)
    job = Job(brief, (), search_path(workplace))
    manuscript, problems = read(job)
    assert manuscript, problems
    return settle(printing or Printing(), manuscript, job.search_path)


def theme(workplace: Path, css: str) -> None:
    folder = workplace / "styles" / "themes"
    folder.mkdir(parents=True)
    (folder / "ours.css").write_text(f":root {{ {css} }}")


def test_without_a_wish_it_is_coated_paper_and_three_hundred_per_cent(tmp_path: Path) -> None:
    condition, problems = settled(tmp_path)
    assert problems == ()
    assert condition
    assert (condition.profile.condition, condition.limit) == ("FOGRA39", 3.0)


def test_the_theme_comes_before_the_house_the_brief_before_both_and_the_command_line_first(
    tmp_path: Path,
) -> None:
    for name in ("one", "two", "three"):
        other(tmp_path / "styles" / "profiles" / f"{name}.icc", name.encode())
    theme(tmp_path, "--press-profile: one; --press-ink: 280%")
    mine = {"theme": "ours", "press": {"profile": "two", "ink": 260}}

    def name_and_limit(**options: Any) -> tuple[str, float]:
        condition, problems = settled(tmp_path, **options)
        assert condition, problems
        return condition.profile.description.split()[0], condition.limit

    assert name_and_limit(theme="ours") == ("one", 2.8)
    assert name_and_limit(**mine) == ("two", 2.6)
    assert name_and_limit(**mine, printing=Printing("three", "240")) == ("three", 2.4)
    assert name_and_limit(**mine, printing=Printing(ink="240")) == ("two", 2.4)


def test_a_profile_may_lie_beside_the_brief(tmp_path: Path) -> None:
    other(tmp_path / "brief" / "paper" / "ours.icc")
    condition, _ = settled(tmp_path, press={"profile": "paper/ours.icc"})
    assert condition
    assert condition.profile.description.startswith("Other")


def test_a_profile_may_be_named_on_the_command_line_by_its_path(tmp_path: Path) -> None:
    path = other(tmp_path / "elsewhere" / "ours.icc")
    for name in (str(path), "elsewhere/ours.icc"):
        condition, _ = settled(tmp_path, Printing(name, folder=tmp_path))
        assert condition
        assert condition.profile.description.startswith("Other")


def test_a_brief_may_not_reach_for_profiles_elsewhere(tmp_path: Path) -> None:
    other(tmp_path / "elsewhere" / "ours.icc")
    condition, problems = settled(tmp_path, press={"profile": "../elsewhere/ours.icc"})
    assert condition is None
    assert [problem.code for problem in problems] == ["press.no-profile"]


def test_an_unknown_profile_is_told_where_it_is_named_with_the_nearest(tmp_path: Path) -> None:
    condition, (problem,) = settled(tmp_path, press={"profile": "coated-fogra93"})
    assert condition is None
    assert told((problem,)) == ["brief.md:7 press.no-profile"]
    assert problem.hint == "did you mean “coated-fogra39”?"
    _, (problem,) = settled(tmp_path, Printing("newsprint"))
    assert problem.place is None

    names = "coated-fogra39, uncoated-fogra29, coated, uncoated"
    assert problem.hint.startswith(f"there are: {names}; another goes into styles/profiles/")


def test_a_file_that_is_no_profile_is_told(tmp_path: Path) -> None:
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "notes.icc").write_text("Not a profile at all.")
    _, (problem,) = settled(tmp_path, press={"profile": "notes.icc"})
    assert problem.code == "press.profile"
    assert problem.message == "notes.icc is not a usable press profile: it is no ICC profile"


@pytest.mark.parametrize("ink", ["99", "401", "much", "-300", "3.0"])
def test_a_limit_that_makes_no_sense_is_told(tmp_path: Path, ink: str) -> None:
    condition, problems = settled(tmp_path, press={"ink": ink})
    assert condition is None
    assert told(problems) == ["brief.md:7 press.ink"]


@pytest.mark.parametrize("ink", ["300", "300%", "300 %", 300])
def test_a_limit_may_be_written_with_its_sign(tmp_path: Path, ink: object) -> None:
    condition, problems = settled(tmp_path, press={"ink": ink})
    assert condition, problems
    assert condition.limit == 3.0


def test_a_themes_mistake_is_told_in_the_theme(tmp_path: Path) -> None:
    theme(tmp_path, "--press-profile: nowhere; --press-ink: lots")
    _, problems = settled(tmp_path, theme="ours")
    assert told(problems) == ["ours.css:0 press.no-profile", "ours.css:0 press.ink"]


def test_profiles_of_the_workplace_and_shipped_ones_are_listed_by_name(tmp_path: Path) -> None:
    (tmp_path / "styles" / "profiles").mkdir(parents=True)
    shutil.copy(COATED, tmp_path / "styles" / "profiles" / "Ours.ICM")
    assert profile_names(search_path(tmp_path)) == ("Ours", "coated-fogra39", "uncoated-fogra29")


@pytest.mark.parametrize(
    ("paper", "condition"), [("coated", "FOGRA39"), ("uncoated", "FOGRA29"), ("Uncoated", "FOGRA29")]
)
def test_the_profiles_that_ship_are_known_by_the_names_of_their_papers(
    tmp_path: Path, paper: str, condition: str
) -> None:
    found, problems = settled(tmp_path, Printing(paper))
    assert found, problems
    assert found.profile.condition == condition
    brief, _ = settled(tmp_path, press={"profile": paper})
    assert brief == found


def test_a_profile_of_the_houses_own_comes_before_the_name_of_a_paper(tmp_path: Path) -> None:
    (tmp_path / "styles" / "profiles").mkdir(parents=True)
    content = COATED.read_bytes().replace(b"FOGRA39", b"FOGRA52", 1)
    (tmp_path / "styles" / "profiles" / "uncoated.icc").write_bytes(content)
    found, _ = settled(tmp_path, Printing("uncoated"))
    assert found
    assert found.profile.condition == "FOGRA52"


def test_the_institute_says_how_its_briefs_are_printed(tmp_path: Path) -> None:
    other(tmp_path / "ours.icc", b"Ours")
    shared = tmp_path / "publisher.yaml"
    shared.write_text("name: A\npress:\n  profile: ours.icc\n  ink: 270\n")
    condition, problems = settled(tmp_path)
    assert condition, problems
    assert condition.limit == 2.7
    assert b"Ours" in condition.profile.data
    condition, _ = settled(tmp_path, press={"ink": 250})
    assert condition
    assert condition.limit == 2.5
    shared.write_text("name: A\npress:\n  ink: 50\n")
    condition, problems = settled(tmp_path)
    assert (condition, told(problems)) == (None, ["publisher.yaml:3 press.ink"])
    assert problems[0].excerpt == "  ink: 50"
