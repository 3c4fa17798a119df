"""Chinese and Japanese are justified by white between their letters; words of other scripts stay together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from composing import NEAR, SIZE, compose, leaves, was_composed
from small_fonts import heights_of, small_font

from issuebrief.linebreak.spacing import CLOSING, HALF, IDEOGRAPH, MOST_WIDER, STOPS, hang_left, hang_right

if TYPE_CHECKING:
    from pathlib import Path

    from composing import Setting

LEFT = 50.0
TEXT = (
    "一月里停电的时候，北方的木头房子能留住的温暖大约只有一夜好觉那么长。那场风暴在2005年1月让很多用户断了电，"
    "最后一批人等了一个多月。亲历过的人很少说得清电网是怎样修好的，但每个人都记得哪里是暖和的（有炉子的礼堂）。"
    "按照World Health Organization的说法，健康的人在家里至少需要18度。"
)
NARROW = "".join(sorted(letter for letter in set(TEXT) if letter.isascii()))
WIDE = "".join(sorted(set(TEXT) - set(NARROW)))


def han(folder: Path, text: str, width: float, style: str = "", lang: str = "zh") -> Setting:
    """A paragraph in a font that has its letters."""
    (folder / "han.ttf").write_bytes(small_font(heights_of(WIDE + NARROW, 100, 3)))
    face = "@font-face { font-family: Han; src: url(han.ttf) } p { font-family: Han }"
    return compose(folder, f"<p>{text}</p>", f"{face} p {{ width: {width}px }} {style}", lang)


def ink_end(line: Any, lang: str = "zh") -> float:
    """Where a line ends, without the white that is set after its last letter or stands in it, in px."""
    last = [leaf for leaf in leaves(line) if leaf.text][-1]
    letter = last.text[-1]
    width = last.pango_layout.run.advances[-1] / 1024 if last.pango_layout.run else SIZE
    white = getattr(last, "tracking", 0.0) if IDEOGRAPH.match(letter) else 0.0
    return float(line.position_x + line.width - white - hang_right(letter, lang) * width)


@pytest.mark.parametrize("width", [147, 193.5, 260, 325])
def test_lines_of_ideographs_end_on_the_measure(tmp_path: Path, width: float) -> None:
    *lines, last = han(tmp_path, TEXT, width).lines
    assert len(lines) >= 3
    assert all(was_composed(line) for line in (*lines, last))
    for line in lines:
        assert ink_end(line) == pytest.approx(LEFT + width, abs=NEAR), "".join(
            leaf.text for leaf in leaves(line)
        )


def test_words_of_other_scripts_keep_their_letters_together(tmp_path: Path) -> None:
    apart = set()
    for line in han(tmp_path, TEXT, 260).lines[:-1]:
        text = "".join(leaf.text for leaf in leaves(line))
        if len(IDEOGRAPH.findall(text)) < len(text) / 2:
            continue
        for leaf in leaves(line):
            kinds = {bool(IDEOGRAPH.match(letter)) for letter in leaf.text}
            if leaf.tracking:
                apart.add(leaf.tracking)
                assert kinds == {True}
            assert leaf.expansion == 0
    assert apart


@pytest.mark.parametrize("width", [193.5, 260])
def test_spaces_in_a_line_of_ideographs_grow_to_half_an_em_and_no_more(tmp_path: Path, width: float) -> None:
    grown = [
        leaf.justification_spacing
        for line in han(tmp_path, TEXT, width).lines[:-1]
        if len(IDEOGRAPH.findall(text := "".join(leaf.text for leaf in leaves(line)))) >= len(text) / 2
        for leaf in leaves(line)
    ]
    assert max(grown) <= MOST_WIDER * SIZE + 0.01


@pytest.mark.parametrize("width", [6.5, 8.5, 10.5])
def test_a_word_in_katakana_stays_whole_in_ragged_lines(tmp_path: Path, width: float) -> None:
    word = "エネルギー"
    text = f"再生可能{word}と地域社会の{word}"
    (tmp_path / "kana.ttf").write_bytes(small_font(heights_of("".join(sorted(set(text))), 100, 3)))
    face = "@font-face { font-family: Kana; src: url(kana.ttf) } p { font-family: Kana; text-align: left }"
    texts = compose(tmp_path, f"<p>{text}</p>", f"{face} p {{ width: {width * SIZE}px }}", "ja").texts
    assert len(texts) > 1 and sum(line.count(word) for line in texts) == 2, texts


def placed(folder: Path, body: str, style: str = "") -> dict[str, float]:
    """Where the letters of a line begin, in em from its left; the ideographs and marks are squares."""
    letters = "".join(sorted({letter for letter in body if letter > "\u3000"}))
    font = small_font(heights_of(letters + "0123456789", 100, 5), square=letters)
    (folder / "han.ttf").write_bytes(font)
    face = "@font-face { font-family: Han; src: url(han.ttf) }"
    setting = compose(
        folder, body, f"{face} p {{ font-family: Han; text-align: left; width: 600px }} {style}", "ja"
    )
    found: dict[str, float] = {}
    for leaf in leaves(setting.lines[0]):
        x = leaf.position_x - LEFT
        for letter in leaf.text:
            found.setdefault(letter, round(x / SIZE, 2))
            x += SIZE * (0.6 if letter.isascii() else 1)
    return found


def test_white_is_added_beside_numbers_and_left_out_between_marks(tmp_path: Path) -> None:
    body = "<p>は25年「町」、（丘）で。<a class=note-mark>1</a>終</p>"
    at = placed(tmp_path, body)
    assert (at["は"], at["2"], at["年"], at["「"]) == (0, 1.25, 2.7, 3.7)
    assert (at["」"], at["、"], at["（"], at["丘"]) == (5.7, 6.2, 6.7, 7.7)
    assert (at["。"], at["1"], at["終"]) == (10.7, 11.2, 12.3)


def test_a_theme_can_do_without_the_white_beside_numbers(tmp_path: Path) -> None:
    at = placed(tmp_path, "<p>は25年</p>", ":root { --autospace: 0em }")
    assert (at["2"], at["年"]) == (1, 2.2)


def test_a_bracket_at_the_beginning_of_a_title_leaves_its_white_in_the_margin(tmp_path: Path) -> None:
    at = placed(tmp_path, "<p>「町」と</p>")
    assert (at["「"], at["町"], at["と"]) == (-0.5, 0.5, 2.5)


def test_a_line_begins_with_no_mark_behind_a_space_and_seldom_between_a_number_and_its_word(
    tmp_path: Path,
) -> None:
    text = "町 は小さい ：港は2005年に閉じ、船は30隻ある ！"
    for width in (6.5, 7.5, 8.5, 9.5):
        texts = han(tmp_path, text, width * 0.6 * SIZE, "p { text-align: left }", "ja").texts
        assert not [line for line in texts if line[0] in "：！"], texts
        assert any("2005年" in line for line in texts) and any("30隻" in line for line in texts), texts


def test_a_quotation_mark_that_begins_an_item_does_not_touch_its_number(tmp_path: Path) -> None:
    style = "li { width: 300px; --compose: total-fit; text-align: justify }"
    item, later = compose(tmp_path, "<ol><li>\u201cOne\u201d</ol><p>\u201cOne\u201d</p>", style).lines
    begins = [next(leaves(line)).position_x - line.position_x for line in (item, later)]
    assert begins[0] == 0 > begins[1]


def test_a_line_as_wide_as_its_box_stays_one_line(tmp_path: Path) -> None:
    at = placed(tmp_path, "<p>第12号と</p>", "p { float: left; width: auto }")
    assert (at["1"], at["号"]) == (1, 2.2)


def test_nothing_is_lost_and_no_line_begins_with_a_stop(tmp_path: Path) -> None:
    texts = han(tmp_path, TEXT, 147).texts
    assert "".join(texts).replace(" ", "") == TEXT.replace(" ", "")
    assert all(text[0] not in STOPS | CLOSING for text in texts)


def test_the_white_in_marks_at_the_edges_is_left_out() -> None:
    assert hang_right("。", "zh") == hang_right("、", "ja") == hang_right("）", "zh-TW") == HALF
    assert hang_right("。", "zh-TW") == hang_right("，", "zh-Hant") == 0
    assert hang_right("国", "zh") == hang_left("国") == 0
    assert hang_left("（") == hang_left("「") == HALF
    assert hang_right(".", "en") == 0.7


def test_without_microtypography_only_spaces_give(tmp_path: Path) -> None:
    style = ":root { --tracking: 0em; --expansion: 0 }"
    for line in han(tmp_path, TEXT, 193.5, style).lines:
        assert not any(getattr(leaf, "expansion", 0.0) for leaf in leaves(line))


def test_words_of_korean_are_whole_in_ragged_text(tmp_path: Path) -> None:
    text = "마을에 필요한 것은 대피소가 아니라 따뜻한 방 하나와 누군가 가지고 있는 열쇠이다"
    (tmp_path / "kor.ttf").write_bytes(small_font(heights_of("".join(sorted(set(text))), 100, 5)))
    face = "@font-face { font-family: Kor; src: url(kor.ttf) }"
    style = f"{face} p {{ font-family: Kor; width: 74px; text-align: left }}"
    texts = compose(tmp_path, f"<p>{text}</p>", style, "ko").texts
    assert len(texts) >= 4
    assert [word for line in texts for word in line.split()] == text.split()
