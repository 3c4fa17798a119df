"""Declarations of a theme with the tokens put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from setting import ROOT, told
from steps import assert_grows_no_faster_than_its_size

from issuebrief.layout.styles.token_kinds import uses_of, wanted
from issuebrief.layout.styles.token_values import value_problems
from issuebrief.resources import search_path
from issuebrief.theming.style_sheets import read_rules
from issuebrief.theming.theme import find_theme, theme_names

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

TOKENS = ":root { --grid: 12pt; --brand: #102030 }\n"


def problems_of(folder: Path, css: str) -> tuple[Diagnostic, ...]:
    sheet = folder / "own.css"
    sheet.write_text(TOKENS + css, "utf-8")
    return value_problems(read_rules([sheet]))


@pytest.mark.parametrize(
    "css",
    [
        "p { margin: var(--grid) calc(2 * var(--grid)) 0 }",
        "p { font-size: var(--none, 9pt) }",
        "p { --own: 3pt; margin: var(--own) }",
        ":root { --dark: var(--brand) } p { color: var(--dark) }",
        "p { color: red; font: 600 var(--grid)/1.2 serif }",
    ],
)
def test_values_that_tokens_make_whole_are_no_problem(tmp_path: Path, css: str) -> None:
    assert problems_of(tmp_path, css) == ()


def test_a_token_that_nothing_declares_is_told_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "p {\n  margin: calc(1pt + var(--gird)) }")
    assert told((problem,)) == ["own.css:3 style.no-token"]
    assert problem.hint == "did you mean --grid?"
    assert problem.excerpt == "  margin: calc(1pt + var(--gird)) }"


@pytest.mark.parametrize(
    "value", ["color-mix(in srgb, var(--brand) 60%, white)", "var(--grid)", "shade(var(--brand))"]
)
def test_a_value_that_is_none_with_its_tokens_in_is_told(tmp_path: Path, value: str) -> None:
    (problem,) = problems_of(tmp_path, f"p {{ color: {value} }}")
    assert told((problem,)) == ["own.css:2 style.not-understood"]
    assert f"`color: {value}` is left out" in problem.message


@pytest.mark.parametrize("name", theme_names(search_path(ROOT)))
def test_the_shipped_sheets_make_proper_values_of_their_tokens(tmp_path: Path, name: str) -> None:
    theme = find_theme(name, search_path(ROOT))
    assert theme
    assert value_problems(theme.rules, lambda _: False) == ()


@pytest.mark.parametrize("value", ["#12345", "12pt", "#gg0000"])
def test_a_colour_of_the_shipped_sheets_that_a_theme_makes_none_is_told(tmp_path: Path, value: str) -> None:
    base, own = tmp_path / "shipped" / "base.css", tmp_path / "own.css"
    base.parent.mkdir()
    base.write_text(TOKENS + "p { color: var(--brand) }", "utf-8")
    own.write_text(f":root {{\n  --brand: {value};\n  --grid: 14pt }}", "utf-8")
    (problem,) = value_problems(read_rules([base, own]), lambda sheet: sheet.parent == base.parent)
    assert told((problem,)) == ["own.css:2 style.not-understood"]
    assert problem.message == f"--brand must be a colour, not {value}"


@pytest.mark.parametrize("value", ["navy", "#123", "rgb(1 2 3)", "var(--other)", "hsl(120 50% 20%)"])
def test_any_colour_may_take_the_place_of_another(tmp_path: Path, value: str) -> None:
    base, own = tmp_path / "shipped" / "base.css", tmp_path / "own.css"
    base.parent.mkdir()
    base.write_text(TOKENS + ":root { --other: red }", "utf-8")
    own.write_text(f":root {{ --brand: {value} }}", "utf-8")
    assert value_problems(read_rules([base, own]), lambda sheet: sheet.parent == base.parent) == ()


@pytest.mark.parametrize(
    "piece",
    [
        ":root { --own-%: 1px }\n",
        ":root { --own-%: #123; --own-%-cmyk: 0 0 0 10 }\n",
        ":root { --own-%: var(--grid); --brand: #123456 }\n",
        "p { margin: var(--none) }\n",
    ],
)
def test_many_tokens_take_as_many_times_the_steps(tmp_path: Path, piece: str) -> None:
    def look(number: int) -> None:
        problems_of(tmp_path, "".join(piece.replace("%", str(n)) for n in range(number)))

    assert_grows_no_faster_than_its_size(look)


def test_a_token_is_looked_at_without_a_copy_of_all_others() -> None:
    class Tokens(dict[str, str]):
        def keys(self) -> Any:
            raise AssertionError("all tokens are gone through for one")

        __iter__ = keys

    tokens = Tokens({"--a": "1px", "--b": "2px"})
    uses = uses_of([("margin-left", "var(--a)")])
    assert wanted("--a", "1px", tokens, uses, {"--a": "1px"}, lambda *_: True) == ""
