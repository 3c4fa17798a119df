"""Rules of a theme that have no effect, since those of the shipped sheets weigh more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint import HTML

from issuebrief.layout.styles.outweighed import outweighed
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

SHIPPED = """.body .part { color: navy; border-left: 2pt solid }
.part > .head, .head.long { color: navy !important }
.body { & .inner { margin: 0 } }
"""
PAGE = """<body class="body"><div class="part"><p class="head">Head</p><p class="inner">Text</p></div>
<p class="part note">Note</p></body>"""


def problems_of(folder: Path, css: str) -> tuple[Diagnostic, ...]:
    shipped, own = folder / "shipped.css", folder / "own.css"
    shipped.write_text(SHIPPED, "utf-8")
    own.write_text(css, "utf-8")
    page = HTML(string=PAGE)
    return outweighed(read_rules([shipped, own]), page.wrapper_element, lambda sheet: sheet == shipped)


def test_a_rule_that_wins_nowhere_is_told_with_the_selector_that_would(tmp_path: Path) -> None:
    css = "p { margin: 0 }\n.note, .part { color: red; border-left: 0; padding: 0 }"
    _, part = sorted(problems_of(tmp_path, css), key=lambda problem: problem.message)
    assert part.code == "style.outweighed"
    assert part.message.startswith("color, border-left of `.part` have no effect: ")
    assert part.hint == "write the rule for `.body .part`"
    assert part.place
    assert (part.place.line, part.place.column) == (2, 16)


@pytest.mark.parametrize(
    ("css", "named", "hint"),
    [
        (".head { color: red }", "color of `.head` has no effect", "write !important after the value"),
        (".inner { margin: 3pt }", "margin of `.inner` has no effect", "write the rule for `.body`"),
        ("div { color: red }", "`.body .part` in shipped.css", "write the rule for `.body .part`"),
    ],
)
def test_what_weighs_more_may_be_important_or_stand_in_another_rule(
    tmp_path: Path, css: str, named: str, hint: str
) -> None:
    (problem,) = problems_of(tmp_path, css)
    assert named in problem.message
    assert problem.hint == hint


@pytest.mark.parametrize(
    "css",
    [
        "p { color: red }",  # wins elsewhere
        ".part { color: navy }",  # the same
        ".part { border: 1pt solid }",  # in part
        ".part { color: red } .body .part { color: green }",  # both are the theme's
        ".none { color: red }",  # not on this page
        "@layer own { .part { color: red } }",
        ".part { colour: red }",
        ".part::nothing { color: red }",
    ],
)
def test_what_counts_or_is_told_elsewhere_is_no_problem(tmp_path: Path, css: str) -> None:
    assert problems_of(tmp_path, css) == ()


@pytest.mark.parametrize(
    ("parent", "child", "told"),
    [
        (":root { --a: 1 }", ":root { --a: 2 }", None),
        (
            ":root { --a: 1 }",
            "html { --a: 2 }",
            "--a of `html` has no effect: `:root` in parent.css weighs more",
        ),
        (":root { --a: 1 !important }", ":root { --a: 2 }", "`:root` in parent.css weighs more"),
        (
            ".part .inner { padding: 0 }",
            ".inner { padding: 1pt }",
            "`.part .inner` in parent.css weighs more",
        ),
        (".inner { padding: 0 }", ".part .inner { padding: 1pt }", None),
        ("p.inner { padding: 0 }", "p { padding: 1pt }", None),
    ],
)
def test_what_a_theme_changes_of_one_that_it_imports_in_vain_is_told(
    tmp_path: Path, parent: str, child: str, told: str | None
) -> None:
    (tmp_path / "parent.css").write_text(parent)
    found = problems_of(tmp_path, f'@import "parent.css";\n{child}')
    assert len(found) == (told is not None)
    assert all(told and problem.message.endswith(told) for problem in found)
    assert all(problem.place and problem.place.line == 2 for problem in found)
