"""`issuebrief new`: the first files of a brief."""

from __future__ import annotations

import datetime
import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml

from issuebrief.cli.main import main
from issuebrief.diagnostics.model import Severity
from issuebrief.pipeline import check
from issuebrief.project.workspace import jobs

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def test_a_new_brief_is_written_with_what_it_shares(workplace: Path, capsys: Capture) -> None:
    assert main(["new", "my-brief"]) == 0
    files = sorted(str(path.relative_to(workplace)) for path in workplace.rglob("*") if path.is_file())
    assert files == [
        ".vscode/brief.schema.json",
        ".vscode/extensions.json",
        ".vscode/issuebrief.code-snippets",
        ".vscode/issuebrief.schema.json",
        ".vscode/publisher.schema.json",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        "content/my-brief/brief.md",
        "content/publisher.yaml",
    ]
    *wrote, edit, make = capsys.readouterr().out.splitlines()
    assert sorted(wrote) == [f"wrote {name}" for name in files]
    assert edit == "edit content/my-brief/brief.md beside its pages: issuebrief preview content/my-brief"
    assert make == "make the PDF: issuebrief build content/my-brief"


def test_it_has_no_problems_but_the_words_that_are_to_be_replaced(workplace: Path) -> None:
    main(["new", "my-brief"])
    problems = check.check_brief(jobs([], None, workplace)[0]).problems
    assert {problem.code for problem in problems} == {"text.placeholder", "metadata.incomplete"}
    assert max(problem.severity for problem in problems) is Severity.WARNING


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
    codes = {problem.code for problem in check.check_brief(jobs([], None, workplace)[0]).problems}
    assert "accent:" in remarks and "# accent:" not in remarks
    assert not {code for code in codes if code.startswith(("front-matter", "yaml"))}


@pytest.mark.parametrize(
    ("file", "line", "title"),
    [
        ("content/my-brief/brief.md", 2, "Front matter of an issue brief"),
        ("content/publisher.yaml", 1, "Institute, and what its briefs have in common"),
    ],
)
def test_editors_are_told_where_the_schema_is(file: str, line: int, title: str, workplace: Path) -> None:
    main(["new", "my-brief"])
    path = workplace / file
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", path.read_text().splitlines()[line - 1])
    assert found
    assert json.loads((path.parent / found[1]).read_text())["title"] == title


def test_what_is_said_of_the_schema_moves_no_problem_to_another_line(workplace: Path) -> None:
    main(["new", "my-brief"])
    brief = workplace / "content/my-brief/brief.md"
    text = brief.read_text().replace("lang: en-GB", "lang: englisch!") + "\nMore.[^none]\n"
    brief.write_text(text)
    lines = text.splitlines()
    problems = check.check_brief(jobs([], None, workplace)[0]).problems
    places = {problem.code: problem.place for problem in problems}
    wrong, undefined = places["front-matter.wrong-form"], places["notes.undefined"]
    assert wrong and undefined
    assert (lines[wrong.line - 1][wrong.column - 1 :])[:9] == "englisch!"
    assert (lines[undefined.line - 1][undefined.column - 1 :]) == "[^none]"


def test_in_a_project_with_its_own_schema_that_one_is_used(workplace: Path) -> None:
    (workplace / "docs").mkdir()
    (workplace / "docs/brief.schema.json").write_text("{}")
    main(["new", "my-brief"])
    assert "$schema=../../docs/brief.schema.json\n" in (workplace / "content/my-brief/brief.md").read_text()
    settings = json.loads((workplace / ".vscode/settings.json").read_text())
    assert settings["yaml.schemas"]["./docs/brief.schema.json"] == "content/*/brief.md"
    assert not (workplace / ".vscode/brief.schema.json").exists()


def test_nothing_is_overwritten(workplace: Path, capsys: Capture) -> None:
    (workplace / "content").mkdir()
    (workplace / "content/publisher.yaml").write_text("name: Ours\n")
    (workplace / ".vscode").mkdir()
    (workplace / ".vscode/tasks.json").write_text("// ours\n")
    main(["new", "one"])
    capsys.readouterr()
    assert main(["new", "two"]) == 0
    assert capsys.readouterr().out.startswith(
        "wrote content/two/brief.md\n"
        "left alone .vscode/tasks.json, which differs from what would be written\n"
        "edit content/two/brief.md"
    )
    assert (workplace / ".vscode/tasks.json").read_text() == "// ours\n"
    assert (workplace / "content/publisher.yaml").read_text() == "name: Ours\n"
    assert main(["new", "two"]) == 2
    assert "content/two is there already" in capsys.readouterr().err


def test_an_institute_at_the_top_is_not_hidden_by_another(workplace: Path) -> None:
    (workplace / "publisher.yaml").write_text("name: Ours\n")
    main(["new", "tides"])
    assert not (workplace / "content/publisher.yaml").exists()


def test_where_no_folder_for_an_editor_can_be_made_the_brief_is_begun_without(workplace: Path) -> None:
    (workplace / ".vscode").touch()
    assert main(["new", "one"]) == 0
    assert (workplace / "content/one/brief.md").is_file()
    assert (workplace / ".vscode").read_bytes() == b""


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
