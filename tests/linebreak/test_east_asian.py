"""White is added beside words in another script, and left out between marks of Chinese and Japanese."""

from __future__ import annotations

import pytest

from issuebrief.linebreak.east_asian import CharacterClass, class_of, white_between


@pytest.mark.parametrize(
    ("letters", "lang", "kind"),
    [
        ("国はカー々", "ja", CharacterClass.IDEOGRAPH),
        ("aÖж7Ω", "zh", CharacterClass.OTHER_SCRIPT),
        ("「（《“", "zh", CharacterClass.OPENING),
        ("」）。、”", "zh", CharacterClass.CLOSING),
        ("。，・：", "zh-Hant", CharacterClass.MIDDLE),
        ("  ", "ja", CharacterClass.SPACE),
        ("%(…—한！１", "ja", CharacterClass.ELSE),
    ],
)
def test_letters_are_told_apart_by_what_stands_beside_them(
    letters: str, lang: str, kind: CharacterClass
) -> None:
    assert {class_of(letter, True, lang) for letter in letters} == {kind}


def test_a_mark_that_is_no_square_has_no_white_to_leave_out() -> None:
    assert class_of("“", False, "zh") is class_of("」", False, "ja") is CharacterClass.ELSE


@pytest.mark.parametrize(
    ("pair", "white"),
    [
        ("は2", 0.25), ("2は", 0.25), ("はは", 0), ("ab", 0), ("は(", 0), ("は ", 0),
        ("））", -0.5), ("）。", -0.5), ("、「", -0.5), ("（「", -0.5),
        ("」・", -0.5), ("」 ", -0.5), (" 「", -0.5), ("」は", 0), ("「」", 0),
    ],
)  # fmt: skip
def test_pairs_have_the_white_of_the_requirements(pair: str, white: float) -> None:
    before, after = (class_of(letter, ord(letter) > 0x2FFF, "ja") for letter in pair)
    assert white_between(before, after) == white


def test_the_white_beside_other_scripts_is_the_theme_s() -> None:
    assert white_between(CharacterClass.IDEOGRAPH, CharacterClass.OTHER_SCRIPT, 0.0) == 0
