"""The house style on the path of a brief: told by a check and by the preview, not by a build."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from setting import job, write_brief

from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.house_style.settings.shapes import HouseStyle, PreferredWord, StyleWords
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.check import check_brief
from issuebrief.preview.session import RenderSession
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

STYLE = HouseStyle(words=StyleWords(preferred=(PreferredWord(write="Kyiv", not_=("Kiev",)),)))


def test_a_check_tells_it_with_its_place_and_a_build_does_not(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "“Kiev” is a city.\nThey met in\nKiev.[^1]\n\n[^1]: In Kiev.")
    wanted = replace(job(brief), policy=SeverityPolicy(style=STYLE))
    told = [problem for problem in check_brief(wanted).problems if problem.code.startswith("style.")]
    line = brief.read_text("utf-8").split("\n").index("Kiev.[^1]") + 1
    assert [(str(each.place), each.excerpt, each.hint) for each in told] == [
        (f"{brief}:{line}:1", "Kiev.[^1]", "write “Kyiv”"),
        (f"{brief}:{line + 2}:10", "[^1]: In Kiev.", "write “Kyiv”"),
    ]
    assert told[0].place and told[0].place.end_column == 5
    # Both are on the first page, the note below the text.
    assert [len(each.spots) for each in told] == [1, 1]
    assert told[0].spots[0].y < told[1].spots[0].y or told[0].spots[0].page < told[1].spots[0].page
    assert [each.code for each in set_brief(wanted).problems if each.code.startswith("style.")] == []


def test_the_preview_tells_it_too(tmp_path: Path) -> None:
    words = '[style.words]\npreferred = [{ write = "Kyiv", not = ["Kiev"] }]\n'
    tmp_path.joinpath("issuebrief.toml").write_text(words, "utf-8")
    session = RenderSession(write_brief(tmp_path, "In Kiev."), search_path(tmp_path), tmp_path)
    session.revision(set(), lambda: False)
    assert [each.code for each in session.inspected() if each.code.startswith("style.")] == [
        "style.preferred-word"
    ]


def test_nothing_is_loaded_for_a_house_without_a_style() -> None:
    code = (
        "import sys, issuebrief.pipeline.check, issuebrief.preview.session\n"
        "print([n for n in sys.modules if n.startswith('issuebrief.house_style')])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[]"
