"""Lines end where words, marks and the niceties of the text allow it, and nowhere else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from composing import TEXT, compose, leaves, tracking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

JOINER = "\u2060"
NARROW = 40


def texts(tmp_path: Path, body: str, width: float = NARROW, style: str = "", lang: str = "en") -> list[str]:
    return compose(tmp_path, f"<p>{body}</p>", f"p {{ width: {width}px; {style} }}", lang).texts


def texts_at(
    tmp_path: Path, body: str, widths: Iterable[int], style: str = ""
) -> Iterator[tuple[int, list[str]]]:
    """Each width with the lines of a paragraph that is so wide; all are laid out at once."""
    widths = tuple(widths)
    paragraphs = (f"<p style='width: {width}px'>{body}</p>" for width in widths)
    lines = compose(tmp_path, "".join(paragraphs), f"p {{ {style} }}").lines
    found: dict[Any, list[str]] = {}
    for line in lines:
        found.setdefault(line.element, []).append("".join(leaf.text for leaf in leaves(line)))
    return zip(widths, found.values(), strict=True)


def test_a_line_may_end_at_a_space_and_after_a_hyphen_or_dash_of_the_text(tmp_path: Path) -> None:
    assert texts(tmp_path, "ocean-going ships", 45) == ["ocean-", "going", "ships"]
    assert texts(tmp_path, "north\u2014south", 45) == ["north\u2014", "south"]


@pytest.mark.parametrize("style", ["", "text-align: left", "text-align: justify"])
@pytest.mark.parametrize(
    "body",
    [
        "quays\u2014sheds\u2014and <em>boats</em>\u2014or <code>nets</code>\u2014all",
        "quays \u2013 sheds \u2013 and <em>boats</em> \u2013 all",
        "quays - sheds \u2010 and <em>boats</em> \u2212 all of them",
        "quays\u202f\u2014 sheds \u2014\u202fand <em>boats</em>\u00a0\u2014 all",
    ],
)
def test_no_line_begins_with_a_dash(tmp_path: Path, body: str, style: str) -> None:
    for width, found in texts_at(tmp_path, body, range(66, 150, 7), style):
        assert len(found) > 1, width
        assert not [text for text in found if text[0] in "-\u2010\u2013\u2014\u2212"]


@pytest.mark.parametrize("dash", ["\u2014", "\u2013", "\u2026"])
@pytest.mark.parametrize("style", ["text-align: left", "text-align: justify"])
def test_a_dash_that_opens_an_aside_stays_with_its_first_word(tmp_path: Path, style: str, dash: str) -> None:
    body = f"{dash}quays {dash}sheds{dash} and ({dash}<em>boats</em>{dash}) or {dash}nets{dash} all of them"
    for width, found in texts_at(tmp_path, body, range(66, 150, 7), style):
        assert len(found) > 1, width
        assert not [text for text in found if text.endswith((f" {dash}", f"({dash}")) or text == dash]


def test_a_dash_may_begin_a_paragraph(tmp_path: Path) -> None:
    assert texts(tmp_path, "\u2013 What do you say to that?", 80)[0].startswith("\u2013 What")


@pytest.mark.parametrize("years", ["12\u201314", "1990\u20131995", "10\u201312\u00a0%"])
@pytest.mark.parametrize("style", ["text-align: left", "text-align: justify"])
def test_a_short_range_is_not_broken(tmp_path: Path, style: str, years: str) -> None:
    body = f"all of pages {years} and of the rest as well"
    for width, found in texts_at(tmp_path, body, range(73, 160, 7), style):
        assert any(years in text for text in found), width


@pytest.mark.parametrize("word", ["13%-s", "1990-es", "EU-s", "\u201cup\u201d-nak"])
def test_the_ending_of_a_number_or_an_abbreviation_stays_behind_its_hyphen(tmp_path: Path, word: str) -> None:
    for width, found in texts_at(tmp_path, f"all of those in {word} and of the rest", range(50, 130, 7)):
        assert any(word in text for text in found), width


@pytest.mark.parametrize("tied", ["12\u00a0km", "J.\u00a0R.\u00a0R.", "p.\u00a07", "\u00a7\u00a04"])
def test_what_is_tied_by_a_space_stays_together(tmp_path: Path, tied: str) -> None:
    for width, found in texts_at(tmp_path, f"word word {tied} word word", range(20, 120, 10)):
        assert sum(tied in text for text in found) == 1, width


def test_a_note_mark_stays_at_its_word(tmp_path: Path) -> None:
    mark = f"<a href='#note-1'>{JOINER}1</a>"
    body = f"word words{mark} more word. words.{mark} more"
    for width, found in texts_at(tmp_path, body, range(20, 140, 7), "hyphens: none"):
        assert sum(f"words{JOINER}1" in text for text in found) == 1, width
        assert sum(f"words.{JOINER}1" in text for text in found) == 1, width


def test_a_long_word_is_divided_with_a_hyphen(tmp_path: Path) -> None:
    found = texts(tmp_path, "the considerations of people", 60)
    assert any(text.endswith("-") for text in found)
    assert "".join(found).replace("-", "").replace(" ", "") == "theconsiderationsofpeople"


@pytest.mark.parametrize("style", ["hyphens: none", "hyphens: manual"])
def test_the_style_may_forbid_hyphens(tmp_path: Path, style: str) -> None:
    assert texts(tmp_path, "the considerations of people", 60, style) == [
        "the",
        "considerations",
        "of people",
    ]


def test_an_element_may_forbid_hyphens_for_itself(tmp_path: Path) -> None:
    body = "the <code style='hyphens: none'>considerations</code> of people"
    assert "considerations" in texts(tmp_path, body, 60)


@pytest.mark.parametrize("word", ["Czechoslovakia", "UNESCOCOUNCILS", "considerations2024"])
def test_names_and_codes_are_not_divided(tmp_path: Path, word: str) -> None:
    assert any(word in text for text in texts(tmp_path, f"of {word} there", 110))


def test_a_name_is_divided_where_its_line_would_be_wide_open_otherwise(tmp_path: Path) -> None:
    """Gaps of four spaces are worse; an abbreviation or a code stays whole even so."""
    found = texts(tmp_path, "of these Czechoslovakia and more of the words here", 118)
    assert found[0].endswith("-") and found[0].startswith("of these Czech")
    found = texts(tmp_path, "of these CzechoSlovakia and more of the words here", 118)
    assert found[0] == "of these"


def test_the_last_word_is_not_divided(tmp_path: Path) -> None:
    """The part of a word that stands alone in a last line is as bad as a runt."""
    for width, found in texts_at(tmp_path, f"{TEXT} In all its considerations.", range(140, 260, 8)):
        assert " " in found[-1] or found[-1] == "considerations.", width


def test_german_nouns_are_divided(tmp_path: Path) -> None:
    assert any(text.endswith("-") for text in texts(tmp_path, "die Wissenschaftler dort", 60, lang="de"))


def test_a_url_is_broken_without_a_hyphen_where_it_offers_a_place(tmp_path: Path) -> None:
    found = texts(tmp_path, "see example.org/\u200bconsiderations/\u200bothers there", 80)
    assert not any(text.endswith("-") for text in found)
    assert any(text.rstrip("\u200b").endswith("example.org/") for text in found)


def test_ragged_text_is_hyphenated_where_a_line_would_fall_far_short(tmp_path: Path) -> None:
    for width, found in texts_at(tmp_path, TEXT, range(120, 300, 12), "text-align: left"):
        ends = [text.endswith("-") for text in found]
        assert sum(ends) <= len(ends) / 5, width
        assert not any(one and other for one, other in pairwise(ends)), width
    body = "we see the considerations of people and some more"
    assert texts(tmp_path, body, 130, "text-align: left")[0] == "we see the consider-"
    assert texts(tmp_path, body, 130, "text-align: left; hyphens: manual")[0] == "we see the"


def test_the_last_line_holds_four_letters_beside_the_mark_of_a_note(tmp_path: Path) -> None:
    mark = f'<a class="note-mark" href="#n">{JOINER}17</a>'
    body = f"{TEXT} It came on a Monday or so at the end of day.{mark}"
    for width, found in texts_at(tmp_path, body, range(90, 320, 6)):
        assert sum(letter.isalpha() for letter in found[-1]) >= 4, width


ADDRESS = "data.harbourmasters-of-the-north.example.org"


def test_a_line_before_a_long_address_is_left_short_rather_than_torn(tmp_path: Path) -> None:
    body, width = (
        f"Whoever looks for all of it finds it at {ADDRESS}, day and night, for as long as it lasts.",
        240,
    )
    lines = compose(tmp_path, f"<p>{body}</p>", f"p {{ width: {width}px; hyphens: none }}").lines
    (before,) = [
        line
        for line, after in pairwise(lines)
        if "".join(leaf.text for leaf in leaves(after)).startswith("data.")
    ]
    assert before.width < 0.9 * width
    assert all(leaf.justification_spacing == tracking(leaf) == 0 for leaf in leaves(before))


def test_before_a_long_word_a_line_is_filled_all_the_same(tmp_path: Path) -> None:
    body = (
        "Whoever looks for all of it finds it at harbourmastersofthenorthernislands, day and night, as ever."
    )
    first, *_ = compose(tmp_path, f"<p>{body}</p>", "p { width: 240px; hyphens: none }").lines
    assert first.width > 230


def test_a_house_divides_its_words_in_its_own_way(tmp_path: Path) -> None:
    body = "<p>we see the considerations of people and some more</p>"
    for own, first in (("consid-erations", "we see the consid-"), ("considerations", "we see the")):
        found = compose(tmp_path, body, "p { width: 130px; text-align: left }", hyphenation=(own,))
        assert found.texts[0] == first


def test_a_house_divides_a_word_that_fits_no_line_in_its_own_way(tmp_path: Path) -> None:
    found = compose(tmp_path, "<p>considerations</p>", "p { width: 70px }", hyphenation=("considera-tions",))
    assert found.texts[0] == "considera-"


def test_titles_are_balanced_where_running_text_fills_its_lines(tmp_path: Path) -> None:
    body = "<p>The ferry leaves at six and the harbour is still dark then</p>"
    for style, balanced in (("--rag: balance", True), ("", False)):
        lines = compose(tmp_path, body, f"p {{ width: 250px; text-align: left; {style} }}").lines
        assert len(lines) == 2
        assert (abs(lines[0].width - lines[1].width) < 40) is balanced


def test_a_soft_hyphen_that_is_taken_is_seen(tmp_path: Path) -> None:
    found = texts(tmp_path, "con\u00adsid\u00ader\u00ada\u00adtions", NARROW, "hyphens: manual")
    assert len(found) > 1
    assert all(text[-1] in "-\u2010" for text in found[:-1])


def test_where_hyphens_are_forbidden_soft_ones_are_too(tmp_path: Path) -> None:
    found = texts(tmp_path, "so con\u00adsid\u00ader\u00ada\u00adtions there", 100, "hyphens: none")
    assert "considerations" in " ".join(found)


def test_words_in_another_language_are_divided_by_its_patterns(tmp_path: Path) -> None:
    words = "die wissenschaftlichen betrachtungen und untersuchungen des landes"
    marked = texts(tmp_path, f"so <i lang=de style='font-style: normal'>{words}</i>", 110)
    assert marked == texts(tmp_path, f"so {words}", 110, lang="de")


def test_lines_of_one_word_are_no_wider_than_the_word(tmp_path: Path) -> None:
    setting = compose(tmp_path, "<p>one two six</p>", "p { width: 26px }")
    assert setting.texts == ["one", "two", "six"]
    for line in setting.lines:
        assert all(tracking(leaf) <= 0.02 + 1e-4 for leaf in leaves(line))


def test_long_codes_may_be_parted_where_their_parts_meet(tmp_path: Path) -> None:
    style = "overflow-wrap: break-word; hyphens: none"
    found = texts(tmp_path, "see <code>harbour/tables/of_the_year</code> there", 130, style)
    assert found == ["see harbour/tables/", "of_the_year there"]
    assert any(
        "a_b" in text for text in texts(tmp_path, "look at <code>a_b</code> there and at it", 60, style)
    )


def test_a_word_before_the_mark_of_a_note_is_divided_like_any_other(tmp_path: Path) -> None:
    for sign in ("", ".", ","):
        mark = f'{sign}{JOINER}<a class="note-mark">12</a>'
        found = texts(
            tmp_path, f"so a competitor{mark} came and went", 65, "text-align: justify; hyphens: auto"
        )
        assert any(text.endswith("-") for text in found), found
