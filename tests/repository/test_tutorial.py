"""The tutorial, followed to the letter, ends in a brief without problems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from setting import ROOT

from issuebrief.cli.commands.parser import parser
from issuebrief.cli.main import main
from issuebrief.pipeline import check
from issuebrief.project.workspace import jobs

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = (ROOT / "docs/writing.md").read_text("utf-8")
TUTORIAL = GUIDE.partition("\n## A brief in ten minutes\n")[2].partition("\n## Full syntax\n")[0]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", TUTORIAL, re.MULTILINE | re.DOTALL)


def test_what_is_typed_in_the_tutorial_is_a_brief_without_problems(workplace: Path) -> None:
    main(["new", "harbour"])
    brief = workplace / "content/harbour/brief.md"
    (front,) = blocks("yaml")
    brief.write_text("\n".join([front, *blocks("markdown")]), "utf-8")
    brief.with_name("harbour.svg").write_bytes((ROOT / "docs/sample/harbour.svg").read_bytes())
    (job,) = jobs([], None, workplace)
    outcome = check.check_brief(job)
    assert [problem.code for problem in outcome.problems] == ["metadata.incomplete"]


def test_the_commands_of_the_tutorial_can_be_typed() -> None:
    typed = [line.split() for block in blocks("sh") for line in block.splitlines()]
    commands = [words[1:] for words in typed if words[0] == "issuebrief" and words[1] != "preview"]
    assert [words[0] for words in commands] == ["new", "explain", "check", "build"]
    for words in commands:
        assert parser().parse_args(words).command == words[0]
