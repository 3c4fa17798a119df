"""The spot inks that a theme gives for its colours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from setting import told
from steps import steps

from issuebrief.theming.design_tokens import settings_of
from issuebrief.theming.style_sheets import read_rules
from issuebrief.theming.theme import Theme
from issuebrief.theming.theme_inks import theme_inks, theme_spots, twin_colours
from issuebrief.theming.theme_spots import SpotTint, spot_problems, spot_tints

if TYPE_CHECKING:
    from pathlib import Path

BRAND = "--brand: #102030;\n--brand-cmyk: 100 65 0 40;\n"
TINT = "--tint: #e0e8f0;\n"
NAVY = (1, 0.65, 0, 0.4)


def theme(folder: Path, **sheets: str) -> Theme:
    paths = []
    for name, css in sheets.items():
        paths.append(folder / f"{name}.css")
        paths[-1].write_text(css if "{" in css else f":root {{\n{css}\n}}")
    rules = read_rules(paths)
    return Theme("ours", tuple(paths), rules, settings_of(rules))


def test_a_colour_has_the_ink_of_its_name_and_process_inks_that_stand_in(tmp_path: Path) -> None:
    ours = theme(tmp_path, ours=BRAND + '--brand-spot: "PANTONE 2767 C";')
    assert theme_spots(ours) == ({(16, 32, 48): SpotTint("PANTONE 2767 C", 1, NAVY)}, ())


def test_a_tint_of_an_ink_is_printed_as_so_much_of_it(tmp_path: Path) -> None:
    css = f"{BRAND}{TINT}--brand-spot: 'House  Blue';\n--tint-spot: \"House Blue\" 12.5%;"
    ours = theme(tmp_path, ours=css)
    spots = spot_tints(ours)
    assert spot_problems(ours) == ()
    assert spots["--tint"] == SpotTint("House Blue", 0.125, NAVY)
    assert spots["--tint"].process == (0.125, 0.08125, 0, 0.05)
    inks, _ = theme_inks(theme(tmp_path, ours=css), 3)
    assert inks[224, 232, 240] == (0.125, 0.08125, 0, 0.05)


def test_another_colour_takes_the_earlier_ink_back(tmp_path: Path) -> None:
    house = BRAND + '--brand-spot: "Blue";'
    assert theme_spots(theme(tmp_path, house=house, ours="--brand: #334455;")) == ({}, ())
    assert theme_spots(theme(tmp_path, house=house, ours="--brand: #102030;"))[0] != {}


def test_colours_that_look_alike_and_have_other_inks_lie_a_hair_apart(tmp_path: Path) -> None:
    css = f'{BRAND}--brand-spot: "Blue";\n--accent: #102030;\n--accent-cmyk: 100 65 0 40;'
    alike = theme(tmp_path, ours=css)
    assert set(twin_colours(alike)) in ({"--accent"}, {"--brand"})
    assert len(theme_spots(alike)[0]) == 1


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("PANTONE 2767 C", "is no name of an ink"),
        ('"" ', "has a name that no plate can have"),
        ('"All"', "which is that of a plate of every file"),
        ('"cyan"', "which is that of a plate of every file"),
        ('"Blue" 0%', "has a tint of 0 %"),
        ('"Blue" 120%', "has a tint of 120 %"),
        (f'"{"b" * 130}"', "has a name that no plate can have"),
        ('"Blue" much', "is no name of an ink"),
    ],
)
def test_what_is_no_ink_is_told_at_its_line(tmp_path: Path, value: str, words: str) -> None:
    _, problems = theme_spots(theme(tmp_path, ours=f"{BRAND}--brand-spot: {value};"))
    assert told(problems) == ["ours.css:4 theme.spot"]
    assert words in problems[0].message


@pytest.mark.parametrize(
    ("css", "words", "line"),
    [
        ('--brand: #102030;\n--brand-spot: "Blue";', "has no process inks", 3),
        (f'{BRAND}{TINT}--tint-spot: "Blue" 10%;', "has no process inks", 5),
        (
            f'{BRAND}{TINT}--brand-spot: "Blue";\n--tint-cmyk: 9 0 0 0;\n--tint-spot: "Blue";',
            "two sets of process inks",
            5,
        ),
        (
            f'{BRAND}{TINT}--brand-spot: "Blue 1";\n--tint-cmyk: 9 0 0 0;\n--tint-spot: "BLUE-1";',
            "calls an ink",
            7,
        ),
        (f'{BRAND}a {{ --brand-spot: "Blue" }}', "is set on a", 0),
    ],
)
def test_inks_without_an_alternate_with_two_or_under_two_names_are_told(
    tmp_path: Path, css: str, words: str, line: int
) -> None:
    if not line:
        css, line = f':root {{ {BRAND} }}\na {{ --brand-spot: "Blue" }}', 4
    _, problems = theme_spots(theme(tmp_path, ours=css))
    assert told(problems) == [f"ours.css:{line} theme.spot"]
    assert words in problems[0].message
    assert problems[0].hint


def test_a_token_of_the_house_that_only_ends_alike_is_left_alone(tmp_path: Path) -> None:
    assert theme_spots(theme(tmp_path, ours="--sweet-spot: 12pt;")) == ({}, ())


def test_many_colours_that_look_alike_take_time_in_proportion(tmp_path: Path) -> None:
    def alike(number: int) -> Theme:
        tokens = (
            f'--a{n}: #102030;\n--a{n}-cmyk: 9 0 0 {n % 3};\n--a{n}-spot: "I{n}";\n' for n in range(number)
        )
        return theme(tmp_path, ours="".join(tokens))

    few, more, many = (alike(number) for number in (300, 600, 1200))
    assert len(twin_colours(few)) == len(theme_spots(few)[0]) - 1 - 299 // 4
    spent = [steps(partial(twin_colours, ours)) for ours in (few, more, many)]
    assert spent[2] - spent[1] < 2.3 * (spent[1] - spent[0])


def test_inks_of_small_text_beside_a_spot_ink_are_told_to_do_nothing(tmp_path: Path) -> None:
    small = "--brand-small-cmyk: 100 0 0 45;\n"
    spot = '--brand-spot: "Blue";'
    _, problems = theme_inks(theme(tmp_path, ours=BRAND + small + spot), 3)
    assert told(problems) == ["ours.css:4 theme.small-text"]
    assert problems[0].message == "--brand-small-cmyk does nothing: --brand-spot prints text of any size"
    # A theme that adds the spot ink may leave those of the theme that it changes.
    assert theme_inks(theme(tmp_path, house=BRAND + small, ours=spot), 3)[1] == ()
