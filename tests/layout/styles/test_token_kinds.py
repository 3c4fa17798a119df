"""What kind of value each design token takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import told

from issuebrief.layout.styles.token_kinds import Use, uses_of
from issuebrief.layout.styles.token_values import value_problems
from issuebrief.resources import search_path
from issuebrief.theming.theme import find_theme

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def problems_of(folder: Path, css: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a house's own theme, over the shipped sheets."""
    (folder / "styles/themes").mkdir(parents=True, exist_ok=True)
    (folder / "styles/themes/own.css").write_text(css, "utf-8")
    theme = find_theme("own", search_path(folder))
    assert theme is not None
    return value_problems(theme.rules)


@pytest.mark.parametrize(
    ("declaration", "code", "must"),
    [
        ("--sidebar-side: top", "style.not-understood", "left, right, outer, inner or none"),
        ("--text-align: centre", "style.not-understood", "justify, left,"),
        ("--caption-place: beside", "style.not-understood", "below or sidebar"),
        ("--compose: totalfit", "style.not-understood", "total-fit or greedy"),
        ("--columns: two", "style.not-understood", "a whole number"),
        ("--notes-columns: 2.5", "style.not-understood", "a whole number"),
        ("--expansion: 2%", "style.not-understood", "a share"),
        ("--hanging: yes", "style.not-understood", "a share"),
        ("--tolerance: -1", "style.not-understood", "a number"),
        ("--text-size: 9", "style.no-length", "a length"),
        ("--small-leading: 120%", "style.no-length", "a length"),
        ("--margin-side: 0", "style.no-length", "a length"),
        ("--table-row-rule: 0", "style.no-length", "a length"),
        ("--bleed: 3", "style.no-length", "a length"),
        ("--grid: 1em + 2pt", "style.no-length", "a length"),
        ("--title-leading: tight", "style.not-understood", "something that `"),
    ],
)
def test_a_value_of_another_kind_is_told_with_what_it_must_be(
    tmp_path: Path, declaration: str, code: str, must: str
) -> None:
    (problem,) = problems_of(tmp_path, f":root {{\n  {declaration};\n}}")
    assert told((problem,)) == [f"own.css:2 {code}"]
    assert problem.message.startswith(f"{declaration.partition(':')[0]} must be {must}")
    assert problem.message.endswith(f", not {declaration.partition(': ')[2]}")


@pytest.mark.parametrize(
    "declarations",
    [
        "--text-indent: 0; --title-leading: 1.1; --standfirst-leading: 140%",
        "--measure: clamp(50mm, 66mm, 70mm); --cover-height: calc(10 * var(--grid))",
        "--tracking: 0em; --expansion: 0; --hanging: 0.5; --tolerance: 2",
        "--sidebar-side: outer; --caption-place: sidebar; --text-align: left; --binding: 0mm",
        "--title-face: Own, serif; --brand: rgb(1 2 3); --brand-cmyk: 10 20 30 40",
        "--step: 4mm; --margin-side: calc(3 * var(--step))",
    ],
)
def test_values_of_the_kind_are_no_problem(tmp_path: Path, declarations: str) -> None:
    assert problems_of(tmp_path, f":root {{ {declarations} }}") == ()


def test_a_value_for_a_part_of_the_text_is_looked_at_too(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, ".body blockquote { --tracking: wide }")
    assert told((problem,)) == ["own.css:1 style.not-understood"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("--txt-size", "--text-size"),
        ("--sidebar-widht", "--sidebar-width"),
        ("--acent-cmyk", "--accent-cmyk"),
    ],
)
def test_a_token_that_nothing_reads_and_that_is_called_nearly_as_one_is_told(
    tmp_path: Path, name: str, meant: str
) -> None:
    (problem,) = problems_of(tmp_path, f":root {{ {name}: 9pt }}\np {{ {name}: 8pt }}")
    assert told((problem,)) == ["own.css:1 style.unused-token"]
    assert problem.hint == f"did you mean {meant}?"


def test_inks_of_a_colour_that_is_not_there_are_told(tmp_path: Path) -> None:
    for name in ("--harbour-cmyk", "--grid-spot"):
        (problem,) = problems_of(tmp_path, f":root {{ {name}: 10 20 30 40 }}")
        assert told((problem,)) == ["own.css:1 style.unused-token"]
        assert problem.hint and problem.hint.startswith(f"set the colour {name.rpartition('-')[0]},")
    own = "--harbour: var(--brand); --harbour-cmyk: 10 20 30 40"
    assert problems_of(tmp_path, f":root {{ {own} }} p {{ color: var(--harbour) }}") == ()


def test_a_token_of_the_houses_own_may_wait_for_its_rule(tmp_path: Path) -> None:
    assert problems_of(tmp_path, ":root { --harbour-blue: #123 }") == ()


def test_uses_are_followed_from_token_to_token() -> None:
    declared = (("--a", "calc(2 * var(--b))"), ("--b", "var(--c)"), ("width", "var(--a)"), ("top", "1pt"))
    uses = uses_of(declared)
    assert uses.by_token["--c"] == (Use("width", "var(--a)"),)
    assert uses.calculated == {"--b", "--c"}
