"""Paragraphs are composed as a whole, wherever their lines come to stand."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, cast

import pytest
from composing import NEAR, TEXT, Setting, compose, everything, hang, leaves, was_composed
from weasyprint.layout import block

from issuebrief.layout import engine
from issuebrief.layout.paragraphs import break_cache
from issuebrief.layout.paragraphs.composer import MOST_MADE, Composer
from issuebrief.linebreak import total_fit

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = "main { columns: 2; column-gap: 20px; column-fill: auto; height: 200px }"
LONG = " ".join([TEXT] * 6)


def words(setting: Setting) -> str:
    """The text of a setting, with added hyphens taken out again."""
    found = []
    for line in setting.lines:
        text = "".join(leaf.text for leaf in leaves(line) if not getattr(leaf, "is_added_hyphen", False))
        whole = "".join(leaf.text for leaf in leaves(line))
        # WeasyPrint adds its hyphen to the text; the composer keeps its own apart.
        added = whole != text or whole.endswith("\u2010")
        found.append(text.rstrip("\u2010") + ("" if added else " "))
    return " ".join("".join(found).split())


def test_a_paragraph_says_what_was_written(tmp_path: Path) -> None:
    for width in (60, 90, 150, 300):
        assert words(compose(tmp_path, f"<p>{TEXT}</p>", f"p {{ width: {width}px }}")) == TEXT


def test_the_pdf_says_what_was_written_line_by_line(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>{TEXT}</p>", "p { width: 90px }")
    with setting.pdf() as facts:
        copied = facts.copied(0)
    assert any(text.endswith("-") for text in setting.texts)
    # pdfium gives U+FFFE (or U+0002) for a hyphen at a line's end that belongs to no word.
    joined = copied.replace("\r\n", " ").replace("\n", " ")
    for mark in ("\ufffe", "\x02", "\u00ad"):
        joined = joined.replace(mark + " ", "").replace(mark, "")
    assert " ".join(joined.split()) == TEXT


def test_a_paragraph_goes_on_in_the_next_column_and_page_with_the_next_word(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<main><p>{LONG}</p></main>", COLUMNS)
    assert len({line.position_x for line in setting.lines}) >= 2
    assert words(setting) == LONG
    assert all(was_composed(line) for line in setting.lines)


def test_a_paragraph_goes_on_on_the_next_page(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>{LONG}</p>", "@page { size: 300px 200px }")
    assert len(setting.pages) > 2
    assert words(setting) == LONG
    assert all(was_composed(line) for line in setting.lines)


def test_a_paragraph_that_goes_on_at_another_width_loses_nothing(tmp_path: Path) -> None:
    style = "@page { size: 300px 200px } @page :left { size: 420px 200px }"
    setting = compose(tmp_path, f"<p>{LONG}</p>", style)
    assert len(setting.pages) > 2
    assert words(setting) == LONG


def test_indented_first_lines_end_on_the_measure_too(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>{TEXT}</p>", "p { width: 220px; text-indent: 20px }")
    first, second = setting.lines[:2]
    assert next(leaves(first)).position_x == pytest.approx(70)
    assert next(leaves(second)).position_x == pytest.approx(50)
    last = list(leaves(first))[-1]
    assert last.position_x + last.width - hang(first) == pytest.approx(270, abs=NEAR)


def test_the_whole_paragraph_is_chosen_so_that_lines_are_set_more_evenly(tmp_path: Path) -> None:
    def loosest(style: str) -> float:
        lines = compose(tmp_path, f"<p>{TEXT * 3}</p>", f"p {{ width: 200px; {style} }}").lines[:-1]
        return max(
            float(leaf.justification_spacing) for line in lines for leaf in leaves(line) if " " in leaf.text
        )

    plain = "--compose: greedy"
    assert loosest("--tracking: 0; --expansion: 0; --hanging: 0") < loosest(plain)
    assert loosest("") < 0.6 * loosest(plain)


def test_a_paragraph_of_words_that_cannot_be_divided_is_left_ragged(tmp_path: Path) -> None:
    names = " ".join(
        f"@{first}{second}" for first in ("harbour", "tide") for second in ("master", "gauge", "wall")
    )
    long = f"<p>{names} {names}</p>"
    setting = compose(tmp_path, f"{long}<p>{TEXT}</p>", "p { width: 190px; hyphens: none }")
    ends = [list(leaves(line))[-1] for line in setting.lines]
    gaps = [float(leaf.justification_spacing) for leaf in ends]
    named = sum("@" in text for text in setting.texts)
    assert gaps[:named] == [0.0] * named and any(gaps[named:])


@pytest.mark.parametrize("align", ["justify", "left"])
def test_greedy_is_weasyprints_own_way_to_the_last_box(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, align: str
) -> None:
    body = f"<main><p>{TEXT} <i>{TEXT}</i> <a href='#x'>{TEXT}</a></p><p>{TEXT}</p></main>"
    style = f"p {{ --compose: greedy; text-align: {align} }} {COLUMNS}"
    ours = [everything(line) for line in compose(tmp_path, body, style).lines]
    monkeypatch.setattr(engine, "composed_paragraphs", lambda _: nullcontext())
    assert ours == [everything(line) for line in compose(tmp_path, body, style).lines]


@pytest.mark.parametrize("align", ["right", "center"])
def test_flush_right_and_centred_lines_end_where_they_should(tmp_path: Path, align: str) -> None:
    setting = compose(tmp_path, f"<p>{TEXT}</p>", f"p {{ width: 200px; text-align: {align} }}")
    assert words(setting) == TEXT
    (last,) = leaves(setting.lines[-1])
    edge = 250 if align == "right" else 150 + last.width / 2
    assert last.position_x + last.width == pytest.approx(edge, abs=NEAR)


def test_text_beside_a_float_is_left_to_weasyprint(tmp_path: Path) -> None:
    body = f"<div style='float: left; width: 100px; height: 40px'></div><p>{TEXT}</p>"
    setting = compose(tmp_path, body, "p { width: 300px }")
    assert words(setting) == TEXT
    assert setting.lines[0].width < 210


def test_a_word_wider_than_the_measure_that_must_not_be_broken_is_weasyprints_to_set(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p>{TEXT} {'x' * 60} it is</p>", "p { width: 160px }")
    assert not any(was_composed(line) for line in setting.lines)
    assert any(line.width > 200 for line in setting.lines)


def test_an_unjustified_word_that_only_fits_with_hyphens_is_hyphenated(tmp_path: Path) -> None:
    style = "p { width: 60px; text-align: left }"
    setting = compose(tmp_path, "<p>of considerations there</p>", style)
    assert max(line.width for line in setting.lines) <= 60 + NEAR


def test_an_ellipsis_where_text_is_cut_off(tmp_path: Path) -> None:
    """Unjustified: WeasyPrint itself cannot cut a justified line off."""
    style = "p { width: 90px; text-align: left; max-lines: 2; block-ellipsis: auto }"
    compose(tmp_path, f"<p>{TEXT}</p>", style).pdf().close()
    style = "p { width: 90px; text-align: left; overflow: hidden; text-overflow: ellipsis }"
    compose(tmp_path, f"<p>{TEXT}</p>", style).pdf().close()


def test_what_was_put_in_place_is_taken_out_again(tmp_path: Path) -> None:
    before: Any = block.iter_line_boxes
    compose(tmp_path, f"<p>{TEXT}</p>")
    assert block.iter_line_boxes is before


def test_a_paragraph_whose_letters_were_forgotten_is_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = "<main>" + f"<p>{TEXT}</p>" * 6 + "</main>"
    kept = [everything(line) for line in compose(tmp_path, body, COLUMNS).lines]
    monkeypatch.setattr("issuebrief.layout.paragraphs.composer.MOST_MADE", 0)
    assert [everything(line) for line in compose(tmp_path, body, COLUMNS).lines] == kept


def test_paragraphs_that_say_the_same_are_broken_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(*given: Any) -> Any:
        asked.append(1)
        return total_fit.compose(*given)

    monkeypatch.setattr(break_cache, "compose", counted)
    same, other = f"<p>{TEXT}</p>", f"<p><i>{TEXT}</i></p>"
    setting = compose(tmp_path, same * 3 + other + f"<div style='width: 90px'>{same}</div>")
    assert len(asked) == 3
    assert words(setting) == " ".join([TEXT] * 5)


def test_ragged_text_is_composed_up_to_each_break_that_is_asked_for(tmp_path: Path) -> None:
    style = "p { width: 130px; text-align: left; hyphens: manual; overflow-wrap: break-word }"
    body = "<p lang=de>Die Rindfleischetikettierung: <br>eine <em>lange <br>Gesetzesgeschichte</em></p>"
    setting = compose(tmp_path, body, style)
    assert all(map(was_composed, setting.lines))
    assert [text.strip() for text in setting.texts] == [
        "Die Rindfleischetiket-",
        "tierung:",
        "eine lange",
        "Gesetzesgeschichte",
    ]
    assert setting.pdf().copied(0).split() == [
        "Die",
        "Rindfleischetiket\ufffetierung:",
        "eine",
        "lange",
        "Gesetzesgeschichte",
    ]


@pytest.mark.parametrize("body", ["<br>one two", "one<br><br>two", "one <br> two"])
def test_breaks_that_leave_a_line_empty_are_the_engines(tmp_path: Path, body: str) -> None:
    setting = compose(tmp_path, f"<p>{body}</p>", "p { text-align: left }")
    assert not any(map(was_composed, setting.lines))
    assert "".join(setting.texts).replace(" ", "") == "onetwo"


class Held:
    """A paragraph of which is only known how often it was asked for, and whether it was forgotten."""

    def __init__(self) -> None:
        self.asked, self.forgotten = 1, False

    def set_aside(self) -> None:
        self.forgotten = True


def test_a_paragraph_that_is_asked_for_again_keeps_its_letters() -> None:
    composer, one, other = Composer(), Held(), Held()
    for paragraph in (one, other):
        composer.set_aside(cast("Any", paragraph))
    one.asked += 1
    for _ in range(MOST_MADE):
        composer.set_aside(cast("Any", Held()))
    assert (one.forgotten, other.forgotten) == (False, True)


def test_a_line_does_not_stand_out_by_what_its_last_letter_was_kerned_with(tmp_path: Path) -> None:
    style = "p { width: 60px; overflow-wrap: break-word; text-align: justify }"
    setting = compose(tmp_path, "<p>어 ëņ 😀 a ŬŜŠCžŰņŰŴ i he 한국어 ke JŘ</p>", style)
    assert max(line.width - hang(line) for line in setting.lines) <= 60.3
