"""The inks that a theme gives for its colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import ROOT, told

from issuebrief.deliver.press.theme_inks import theme_inks
from issuebrief.places import shelf
from issuebrief.problem import Severity
from issuebrief.theme import Theme, find_theme, theme_names

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.typeset.press_stream import Cmyk

BLACK = (0, 0, 0, 1)


def theme(folder: Path, **sheets: str) -> Theme:
    """A theme of sheets given by their names, in order, with what each sets on `:root`."""
    by_sheet = {}
    for name, css in sheets.items():
        path = folder / f"{name}.css"
        path.write_text(f":root {{\n{css}\n}}")
        tokens = (line.rstrip(";").split(": ", 1) for line in css.splitlines())
        by_sheet[path] = {token.strip(): value for token, value in tokens}
    return Theme("ours", tuple(by_sheet), {}, by_sheet)


def inks(folder: Path, **sheets: str) -> dict[tuple[int, int, int], Cmyk]:
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


def test_more_ink_than_is_allowed_is_told(tmp_path: Path) -> None:
    rich = theme(tmp_path, ours="--brand: #102030;\n--brand-cmyk: 100 90 50 70;")
    _, problems = theme_inks(rich, 3.0)
    assert told(problems) == ["ours.css:3 theme.too-much-ink"]
    assert problems[0].severity is Severity.WARNING
    assert "310%" in problems[0].message
    assert theme_inks(rich, 3.2)[1] == ()


@pytest.mark.parametrize("name", theme_names(shelf(ROOT)))
def test_shipped_themes_give_inks_for_all_their_colours(name: str) -> None:
    found = find_theme(name, shelf(ROOT))
    assert found
    named, problems = theme_inks(found, 3.0)
    assert problems == ()
    colours = {value for value in found.tokens.values() if value.startswith("#") and value != "#ffffff"}
    assert {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in named} == colours
    ink = tuple(bytes.fromhex(found.tokens["--ink"][1:]))
    assert named[ink] == BLACK  # type: ignore[index]
