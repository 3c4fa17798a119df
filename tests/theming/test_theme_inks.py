"""The inks that a theme gives for its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from setting import ROOT, told, write_brief

from issuebrief.diagnostics.model import Severity
from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path
from issuebrief.theming.design_tokens import settings_of
from issuebrief.theming.style_sheets import read_rules
from issuebrief.theming.theme import Theme, find_theme, theme_names
from issuebrief.theming.theme_inks import theme_inks, theme_small_inks, twin_colours

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.theming.colours import Cmyk

BLACK = (0, 0, 0, 1)


def theme(folder: Path, **sheets: str) -> Theme:
    """A theme of sheets given by their names, in order, with what each sets on `:root`."""
    paths = []
    for name, css in sheets.items():
        paths.append(folder / f"{name}.css")
        paths[-1].write_text(css if "{" in css else f":root {{\n{css}\n}}")
    rules = read_rules(paths)
    return Theme("ours", tuple(paths), rules, settings_of(rules))


def inks(folder: Path, **sheets: str) -> dict[tuple[float, float, float], Cmyk]:
    named, problems = theme_inks(theme(folder, **sheets), 3.0)
    assert problems == ()
    return dict(named)


def test_inks_belong_to_the_colour_beside_them(tmp_path: Path) -> None:
    assert inks(tmp_path, tokens="--brand: #102030;\n--brand-cmyk: 100 65.5% 0 40;") == {
        (16, 32, 48): (1, 0.655, 0, 0.4)
    }


def test_another_colour_without_inks_takes_the_earlier_inks_back(tmp_path: Path) -> None:
    tokens = "--brand: #102030;\n--brand-cmyk: 100 65 0 40;"
    assert inks(tmp_path, tokens=tokens, ours="--brand: #334455;") == {}
    assert inks(tmp_path, tokens=tokens, ours="--brand: #102030;") == {(16, 32, 48): (1, 0.65, 0, 0.4)}
    assert inks(tmp_path, tokens=tokens, ours="--brand: #334455;\n--brand-cmyk: 0 0 0 70;") == {
        (51, 68, 85): (0, 0, 0, 0.7)
    }


def test_text_is_printed_in_black_whatever_its_colour_on_the_screen(tmp_path: Path) -> None:
    tokens = "--ink: #1b1f24;\n--ink-cmyk: 0 0 0 100;"
    assert inks(tmp_path, tokens=tokens, ours="--ink: #203040;") == {(32, 48, 64): BLACK}
    own = "--ink: #203040;\n--ink-cmyk: 90 60 0 60;"
    assert inks(tmp_path, tokens=tokens, ours=own) == {(32, 48, 64): (0.9, 0.6, 0, 0.6)}


def test_inks_of_what_is_no_plain_colour_are_left_aside(tmp_path: Path) -> None:
    for value in ("var(--other)", "currentcolor", "device-cmyk(0 0 0 1)", "12pt"):
        assert inks(tmp_path, tokens=f"--brand: {value};\n--brand-cmyk: 0 0 0 50;") == {}
    assert inks(tmp_path, tokens="--brand-cmyk: 0 0 0 50;") == {}


@pytest.mark.parametrize("value", ["100 65 0", "100 65 0 40 0", "101 0 0 0", "a lot", "0 0 0 -5", "#123456"])
def test_what_is_not_four_inks_is_told_at_its_line(tmp_path: Path, value: str) -> None:
    _, problems = theme_inks(theme(tmp_path, ours=f"--brand: #102030;\n--brand-cmyk: {value};"), 3.0)
    assert told(problems) == ["ours.css:3 theme.inks"]
    assert problems[0].place
    assert problems[0].place.column == 1


@pytest.mark.parametrize(
    "css", ["body { @ }", ".masthead { @ }", "html { & { @ } }", "html { .masthead { color: red; @ } }"]
)
def test_inks_where_none_are_read_are_told(tmp_path: Path, css: str) -> None:
    css = css.replace("@", "--brand: #102030;\n--brand-cmyk: 90 10 0 0")
    _, problems = theme_inks(theme(tmp_path, ours=css), 3.0)
    assert told(problems) == ["ours.css:2 theme.inks"]


def test_inks_of_another_root_are_no_problem(tmp_path: Path) -> None:
    css = ':root[lang|="de"], html.dark { --brand: #102030; --brand-cmyk: 90 10 0 0 }'
    assert inks(tmp_path, ours=css) == {}


@pytest.mark.parametrize("colour", ["oklch(35% .08 155)", "lab(25% -20 10)", "color(srgb .1 .2 .3)"])
def test_a_colour_may_be_given_in_any_space(tmp_path: Path, colour: str) -> None:
    found = inks(tmp_path, ours=f"--brand: {colour};\n--brand-cmyk: 90 10 0 0;")
    assert list(found.values()) == [(0.9, 0.1, 0, 0)]


def test_more_ink_than_is_allowed_is_told(tmp_path: Path) -> None:
    rich = theme(tmp_path, ours="--brand: #102030;\n--brand-cmyk: 100 90 50 70;")
    _, problems = theme_inks(rich, 3.0)
    assert told(problems) == ["ours.css:3 theme.too-much-ink"]
    assert problems[0].severity is Severity.WARNING
    assert "310%" in problems[0].message
    assert theme_inks(rich, 3.2)[1] == ()


def test_inks_are_read_as_the_cascade_reads_them(tmp_path: Path) -> None:
    colour = {(16, 32, 48): (1, 0.65, 0, 0.4)}
    plain = "--brand: #102030;\n--brand-cmyk: 100 65 0 40;"
    for css in (
        f"html {{ {plain} }}",
        f":root, html {{ {plain} }}",
        f"@layer house {{ html {{ {plain} }} }}",
        f"@media print {{ :root {{ {plain} }} }}",
        ":root { --navy: #102030; --brand: var(--navy); --four: 100 65 0 40; --brand-cmyk: var(--four) }",
        f":root {{ {plain} }} :root {{ --brand: #102030 }}",
    ):
        house = ":where(:root) { --brand: #334455; --brand-cmyk: 0 0 0 70 }"
        assert inks(tmp_path, house=house, ours=css) == colour, css


def test_inks_come_back_with_the_colour_that_they_belong_to(tmp_path: Path) -> None:
    house = "--brand: #102030;\n--brand-cmyk: 100 65 0 40;"
    again = {"ours": "--brand: #334455;\n--brand-cmyk: 0 0 0 70;", "last": "--brand: #102030;"}
    assert inks(tmp_path, house=house, **again) == {(16, 32, 48): (1, 0.65, 0, 0.4)}


def test_a_token_that_its_colour_refers_to_takes_the_inks_along(tmp_path: Path) -> None:
    house = "--navy: #102030;\n--brand: var(--navy);\n--brand-cmyk: 100 65 0 40;"
    assert inks(tmp_path, house=house, ours="--navy: #334455;") == {}


def test_tokens_that_look_alike_keep_their_own_inks(tmp_path: Path) -> None:
    css = "--brand: #c02030;\n--brand-cmyk: 0 90 80 20;\n--accent: #c02030;\n--accent-cmyk: 0 0 0 60;"
    alike = theme(tmp_path, ours=css + "\n--tint: #c02030;\n--tint-cmyk: 0 90 80 20;")
    named, problems = theme_inks(alike, 3.0)
    assert problems == ()
    assert named == {(192, 32, 48): (0, 0.9, 0.8, 0.2), (191.75, 32, 48): (0, 0, 0, 0.6)}
    assert twin_colours(alike) == {"--accent": "color(srgb 0.751961 0.125490 0.188235)"}
    assert twin_colours(theme(tmp_path, ours="--brand: #c02030;\n--brand-cmyk: 0 90 80 20;")) == {}


def test_tokens_that_look_alike_are_printed_in_their_own_inks(tmp_path: Path) -> None:
    css = ":root { --brand: #c02030; --brand-cmyk: 0 90 80 20; --accent: #c02030; --accent-cmyk: 0 0 30 60 }"
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/ours.css").write_text(css, "utf-8")
    brief = write_brief(tmp_path / "brief", "Words of a text.[^1]\n\n[^1]: A note.", theme="ours")
    target = Output(Purpose.PRESS, brief.with_suffix(".pdf"))
    outcome = set_brief(Job(brief, (target,), search_path(tmp_path)))
    assert outcome.problems == ()
    with pikepdf.open(target.path) as pdf:
        page = pikepdf.Page(pdf.pages[0]).obj.Contents.read_bytes()
    assert b"0 0.9 0.8 0.2 k" in page
    assert b"0 0 0.3 0.6 k" in page


@pytest.mark.parametrize("name", theme_names(search_path(ROOT)))
def test_shipped_themes_give_inks_for_all_their_colours(name: str) -> None:
    found = find_theme(name, search_path(ROOT))
    assert found
    named, problems = theme_inks(found, 3.0)
    assert problems == ()
    colours = {value for value in found.tokens.values() if value.startswith("#") and value != "#ffffff"}
    assert {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in named} == colours
    ink = tuple(bytes.fromhex(found.tokens["--ink"][1:]))
    assert named[ink] == BLACK  # type: ignore[index]


def small(folder: Path, **sheets: str) -> dict[tuple[float, float, float], Cmyk]:
    return dict(theme_small_inks(theme(folder, **sheets)))


def test_inks_of_small_text_belong_to_a_colour_and_its_other_inks(tmp_path: Path) -> None:
    tokens = "--brand: #102030;\n--brand-cmyk: 100 65 0 40;\n--brand-small-cmyk: 20 0 0 90;"
    assert small(tmp_path, tokens=tokens) == {(16, 32, 48): (0.2, 0, 0, 0.9)}
    assert small(tmp_path, tokens=tokens, ours="--brand: #334455;") == {}
    assert small(tmp_path, tokens=tokens, ours="--brand-cmyk: 0 80 0 20;") == {}
    assert small(tmp_path, tokens=tokens, ours="--brand-small-cmyk: 0 0 0 90;") == {
        (16, 32, 48): (0, 0, 0, 0.9)
    }


@pytest.mark.parametrize(
    ("css", "why"),
    [
        ("--brand-cmyk: 0 0 0 70", "--brand-cmyk prints text of any size"),
        ("--brand-cmyk: 100 65 0 40", None),
        ("--quiet: #102030", "--brand has no inks of its own that these could be instead of"),
    ],
)
def test_inks_of_small_text_that_do_nothing_are_told(tmp_path: Path, css: str, why: str | None) -> None:
    css = f"--brand: #102030;\n{css};\n--brand-small-cmyk: 20 0 0 90;"
    _, problems = theme_inks(theme(tmp_path, ours=css), 3.0)
    assert [problem.message for problem in problems] == [f"--brand-small-cmyk does nothing: {why}"] * bool(
        why
    )


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0 90 80 22", "theme.small-text"),
        ("30 0 0 90", "theme.small-text"),
        ("20 0 0", "theme.inks"),
        ("25 0 0 95", ""),
    ],
)
def test_inks_that_small_text_cannot_be_printed_in_are_told(tmp_path: Path, value: str, code: str) -> None:
    css = f"--brand: #102030;\n--brand-cmyk: 100 65 0 40;\n--brand-small-cmyk: {value};"
    _, problems = theme_inks(theme(tmp_path, ours=css), 3.0)
    assert told(problems) == ([f"ours.css:4 {code}"] if code else [])
