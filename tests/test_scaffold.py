"""`issuebrief new`: the first files of a brief."""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml

from issuebrief import checking
from issuebrief.cli import main
from issuebrief.problem import Severity
from issuebrief.workplace import jobs

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def test_a_new_brief_is_written_with_what_it_shares(workplace: Path, capsys: Capture) -> None:
    assert main(["new", "my-brief"]) == 0
    assert sorted(str(path.relative_to(workplace)) for path in workplace.rglob("*.*")) == [
        "content/brief.schema.json",
        "content/my-brief/brief.md",
        "content/publisher.yaml",
    ]
    out = capsys.readouterr().out
    assert out.endswith("edit content/my-brief/brief.md, then run: issuebrief build\n")


def test_it_has_no_problems_as_it_is(workplace: Path) -> None:
    main(["new", "my-brief"])
    problems = checking.check_brief(jobs([], None, workplace)[0]).problems
    assert [problem.code for problem in problems] == ["metadata.incomplete"]
    assert problems[0].severity is Severity.INFO


def test_it_has_the_title_of_its_name_and_the_date_of_today(workplace: Path) -> None:
    main(["new", "2024-in_Review"])
    text = (workplace / "content/2024-in_Review/brief.md").read_text()
    front_matter = yaml.safe_load(text.split("---\n")[1])
    assert front_matter["title"] == "2024 in Review"
    assert front_matter["date"] == datetime.date.today()


def test_what_it_shows_in_remarks_is_right_too(workplace: Path) -> None:
    """With every remark taken out, the front matter has only keys that exist."""
    main(["new", "my-brief"])
    brief = workplace / "content/my-brief/brief.md"
    head, front_matter, body = brief.read_text().split("---\n", 2)
    remarks = re.sub(r"(?m)^( *)# (?=[a-z_ ]+:|  )", r"\1", front_matter)
    brief.write_text("---\n".join([head, remarks, body]))
    for picture in ("cover.jpg", "portrait.jpg"):
        (brief.parent / picture).touch()
    codes = {problem.code for problem in checking.check_brief(jobs([], None, workplace)[0]).problems}
    assert "accent:" in remarks and "# accent:" not in remarks
    assert not {code for code in codes if code.startswith(("front-matter", "yaml"))}


def test_editors_are_told_where_the_schema_is(workplace: Path) -> None:
    main(["new", "my-brief"])
    folder = workplace / "content/my-brief"
    found = re.search(r"# yaml-language-server: \$schema=(\S+)", (folder / "brief.md").read_text())
    assert found
    assert json.loads((folder / found[1]).read_text())["title"] == "Front matter of an issue brief"


def test_in_a_project_with_its_own_schema_that_one_is_used(workplace: Path) -> None:
    (workplace / "docs").mkdir()
    (workplace / "docs/brief.schema.json").write_text("{}")
    main(["new", "my-brief"])
    assert "$schema=../../docs/brief.schema.json\n" in (workplace / "content/my-brief/brief.md").read_text()
    assert not (workplace / "content/brief.schema.json").exists()


def test_nothing_is_overwritten(workplace: Path, capsys: Capture) -> None:
    (workplace / "content").mkdir()
    (workplace / "content/publisher.yaml").write_text("name: Ours\n")
    main(["new", "one"])
    capsys.readouterr()
    assert main(["new", "two"]) == 0
    assert capsys.readouterr().out.startswith("wrote content/two/brief.md\nedit")
    assert (workplace / "content/publisher.yaml").read_text() == "name: Ours\n"
    assert main(["new", "two"]) == 2
    assert "content/two is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("My brief", "my-brief"),
        ("content/moon", "moon"),
        ("../moon", "moon"),
        ("Återkomst", "aterkomst"),
        (".", "my-brief"),
        ("", "my-brief"),
        ("-x", "x"),
        ("月", "my-brief"),
    ],
)
def test_an_odd_name_is_answered_with_a_better_one(
    name: str, better: str, workplace: Path, capsys: Capture
) -> None:
    assert main(["new", "--", name]) == 2
    assert capsys.readouterr().err.endswith(f"use letters, digits and hyphens: issuebrief new {better}\n")
    assert not (workplace / "content").exists()
