"""A word wider than its column is divided wherever it must be, and the rest of its paragraph is composed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from composing import NEAR, TEXT, compose, hang, leaves, was_composed

from issuebrief.layout.paragraphs.break_opportunities import (
    INSIDE_RANGE,
    LAST_RESORT,
    LAST_WORD,
    RAGGED,
    SCRAP,
)
from issuebrief.layout.paragraphs.overlong_words import ANYWHERE, BETWEEN_PARTS, BETWEEN_SYLLABLES
from issuebrief.linebreak.hyphens import divisions
from issuebrief.linebreak.word_lengths import AMONG_LONG_WORDS, AMONG_SHORT_WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from composing import Setting

BREAKABLE = "overflow-wrap: break-word"


def column(folder: Path, body: str, width: int = 160, style: str = BREAKABLE) -> Setting:
    return compose(folder, f"<p>{body}</p>", f"p {{ width: {width}px; {style} }}")


def letters(setting: Setting) -> str:
    """All that is said, without spaces and without hyphens at the ends of lines."""
    return "".join(text.removesuffix("-") for text in setting.texts).replace(" ", "").replace("\u00ad", "")


def fits(setting: Setting, width: int = 160) -> bool:
    return all(line.width - hang(line) <= width + NEAR for line in setting.lines)


@pytest.mark.parametrize("align", ["justify", "left"])
def test_the_rest_of_its_paragraph_is_composed(tmp_path: Path, align: str) -> None:
    body = f"{TEXT} {'x' * 60} {TEXT}"
    setting = column(tmp_path, body, style=f"{BREAKABLE}; text-align: {align}")
    assert all(was_composed(line) for line in setting.lines)
    assert fits(setting)
    assert letters(setting) == body.replace(" ", "")


def test_it_is_divided_as_seldom_as_possible(tmp_path: Path) -> None:
    setting = column(tmp_path, f"one two {'x' * 40} three four")
    assert 2 <= sum("xx" in text for text in setting.texts) <= 3


def test_names_and_long_codes_are_divided_between_syllables_first(tmp_path: Path) -> None:
    texts = column(tmp_path, "see Considerationslessness there", 110).texts
    assert sum(text.endswith("-") for text in texts) == 1
    assert texts == column(tmp_path, "see Considerationslessness there", 110, "overflow-wrap: normal").texts


def test_letters_are_parted_with_a_hyphen_and_codes_without(tmp_path: Path) -> None:
    *first, _ = [text for text in column(tmp_path, "x" * 60).texts if "x" in text]
    assert first and all(text.endswith("x-") for text in first)
    *first, _ = [text for text in column(tmp_path, "0123456789" * 6).texts if "0" in text]
    assert first and all(text[-1].isdigit() for text in first)


def test_where_hyphens_are_forbidden_there_are_none(tmp_path: Path) -> None:
    address = f"<span style='hyphens: none'>example.org/{'folder' * 12}</span>"
    setting = column(tmp_path, f"see {address} there")
    assert not any(text.endswith("-") for text in setting.texts)
    assert fits(setting)


def test_in_a_column_of_few_letters_there_are_no_hyphens_after_any_letter(tmp_path: Path) -> None:
    setting = column(tmp_path, "x" * 30, 30)
    assert fits(setting, 30)
    assert "".join(setting.texts) == "x" * 30


def test_a_letter_keeps_its_accents(tmp_path: Path) -> None:
    setting = column(tmp_path, "e\u0301" * 60)
    assert len(setting.lines) > 1
    assert all(text[0] == "e" for text in setting.texts)


def test_no_line_begins_with_a_note_mark(tmp_path: Path) -> None:
    setting = column(tmp_path, f"{'x' * 22}\u2060<a>12</a> {TEXT}", 160)
    assert sum(text.startswith("\u2060") or text.startswith("12") for text in setting.texts) == 0


def test_an_indented_first_line_is_narrower(tmp_path: Path) -> None:
    setting = column(tmp_path, f"{'x' * 24} {TEXT}", style=f"{BREAKABLE}; text-indent: 60px")
    first = list(leaves(setting.lines[0]))
    assert first[-1].position_x + first[-1].width - hang(setting.lines[0]) <= 50 + 160 + NEAR
    assert all(was_composed(line) for line in setting.lines)


LONG = {
    "de": "Rindfleischetikettierungsüberwachung",
    "sv": "utrikesdepartementets",
    "fi": "kansanedustajaehdokkaiden",
    "hu": "külügyminisztériumának",
    "pl": "najniebezpieczniejszego",
    "en": "institutionalisation",
}


@pytest.mark.parametrize("lang", LONG)
def test_ragged_text_has_hyphens_only_in_what_is_too_wide_and_there_at_syllables(
    tmp_path: Path, lang: str
) -> None:
    word = LONG[lang]
    style = f"{BREAKABLE}; hyphens: manual; text-align: left"
    setting = compose(
        tmp_path, f"<p lang='{lang}'>On the banks of {word} here</p>", f"p {{ width: 90px; {style} }}"
    )
    ends = [text.removesuffix("-") for text in setting.texts if text.endswith("-")]
    assert ends
    for end in ends:
        begun = end.split()[-1]
        assert word.index(begun) + len(begun) in set(divisions(word, lang))


def test_the_parts_of_a_code_are_parted_first_and_without_a_hyphen(tmp_path: Path) -> None:
    style = f"{BREAKABLE}; hyphens: manual; text-align: left"
    for code, ends in (
        ("tide_table_of_the_year", ("tide_table_of_", "the_year")),
        ("TideTablesOfTheYear", ("TideTablesOf", "TheYear")),
        ("harbour/tables/tide.csv", ("harbour/tables/", "tide.csv")),
    ):
        assert tuple(column(tmp_path, code, 110, style).texts) == ends


def test_no_other_break_costs_as_much_as_a_cut_which_is_known_by_its_cost() -> None:
    worst = (
        pricing.as_dear_as(gap)
        for pricing in (AMONG_SHORT_WORDS, AMONG_LONG_WORDS)
        for gap in (LAST_WORD, SCRAP, LAST_RESORT)
    )
    ragged = RAGGED[:-1]
    assert max(*worst, *ragged, INSIDE_RANGE, BETWEEN_PARTS, BETWEEN_SYLLABLES) < ANYWHERE


@pytest.mark.parametrize("align", ["justify", "left"])
@pytest.mark.parametrize("tie", ["\u00a0", "\u202f", "\u2007"])
def test_tied_words_that_fit_no_line_together_part_at_the_tie(tmp_path: Path, align: str, tie: str) -> None:
    body = f"from{tie}Konstantinopel{tie}to{tie}Heiligenhafen"
    setting = column(tmp_path, body, style=f"{BREAKABLE}; hyphens: none; text-align: {align}")
    assert fits(setting)
    assert not any(text.endswith("-") for text in setting.texts)
    words = [word for text in setting.texts for word in text.replace(tie, " ").split()]
    assert words == ["from", "Konstantinopel", "to", "Heiligenhafen"]
    assert not any(text.endswith(tie) for text in setting.texts)


def test_tied_words_that_fit_stay_together(tmp_path: Path) -> None:
    assert any("5\u00a0km" in text for text in column(tmp_path, f"{TEXT} 5\u00a0km {TEXT}").texts)
