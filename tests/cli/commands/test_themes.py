"""`issuebrief themes`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.commands.themes import themes
from issuebrief.cli.main import main
from issuebrief.resources import SearchPath

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def test_it_lists_the_shipped_ones_and_names_the_default(workplace: Path, capsys: Capture) -> None:
    assert main(["themes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"isdp +\S.* \(the default\)", lines[0])
    assert lines[1].strip().endswith("styles/themes/isdp.css")
    assert sum("(the default)" in line for line in lines) == 1


def test_a_users_own_theme_takes_the_place_of_a_shipped_one(workplace: Path, capsys: Capture) -> None:
    (workplace / "styles/themes").mkdir(parents=True)
    (workplace / "styles/themes/isdp.css").write_text("/* ====\n * Ours.\n * More. */")
    (workplace / "styles/themes/plain.css").write_text("p { color: red }")
    main(["themes"])
    text = capsys.readouterr().out
    assert re.search(r"^isdp +Ours\. \(the default\)\n +styles/themes/isdp\.css$", text, re.MULTILINE)
    assert re.search(r"^plain +\n +styles/themes/plain\.css$", text, re.MULTILINE)


def test_an_empty_shelf_has_none(workplace: Path) -> None:
    assert themes(SearchPath((), (workplace,))) == []
