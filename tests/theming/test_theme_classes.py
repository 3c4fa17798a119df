"""Classes that a theme has rules for and that nothing is called by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import told

from issuebrief.theming.style_sheets import read_rules
from issuebrief.theming.theme_classes import mistyped_classes

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def problems_of(folder: Path, css: str, html: str = "") -> tuple[Diagnostic, ...]:
    base, own = folder / "shipped" / "base.css", folder / "own.css"
    base.parent.mkdir()
    base.write_text(".pull-quote { color: red } .key-points { color: red }", "utf-8")
    own.write_text(css, "utf-8")
    return tuple(mistyped_classes(read_rules([base, own]), html, lambda sheet: sheet == base))


@pytest.mark.parametrize(
    ("css", "meant"),
    [
        ("p { color: red }\n.pullquote { color: blue }", ".pull-quote"),
        ("p { color: red }\nmain > .key_points li { color: blue }", ".key-points"),
        ("p { color: red;\n& .pul-quote { color: blue } }", ".pull-quote"),
    ],
)
def test_a_class_that_is_nearly_a_shipped_one_is_told_once(tmp_path: Path, css: str, meant: str) -> None:
    (problem,) = problems_of(tmp_path, f"{css}\n{css}")
    assert told((problem,)) == ["own.css:2 style.unused-class"]
    assert problem.hint == f"did you mean {meant}?"


@pytest.mark.parametrize(
    ("css", "html"),
    [
        (".pull-quote, .key-points { color: blue }", ""),
        (".remark { color: blue }", ""),
        (".key_points { color: blue }", '<aside class="x key_points">'),
        ("p { background: url(a.pullquote.png) }", ""),
    ],
)
def test_classes_of_the_sheets_of_the_house_and_of_the_page_are_no_problem(
    tmp_path: Path, css: str, html: str
) -> None:
    assert problems_of(tmp_path, css, html) == ()
