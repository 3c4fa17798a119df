"""Facts of laid-out pages, measured on small ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from composing import TEXT, compose
from PIL import Image
from small_pages import small_pages

from issuebrief.layout.boxes.geometry import Rect
from issuebrief.layout.inspect.collect import find_facts
from issuebrief.linebreak.hyphens import HYPHENS

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.layout.inspect.facts import Facts, Line


def facts(folder: Path, body: str, css: str = "") -> Facts:
    return find_facts(small_pages(folder, body, css))


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_a_line_is_measured_from_its_first_letter_to_its_last(tmp_path: Path) -> None:
    (line,) = facts(tmp_path, '<p data-line="5" style="text-align: right">Words</p>').lines
    assert (line.page, line.text, line.source, line.size) == (1, "Words", 5, 10)
    assert line.rect.right == pytest.approx(280)
    assert 20 < line.rect.width < 40
    assert (line.rect.y, line.rect.height) == (20, 10)
    assert 26 < line.baseline < 30
    assert line.room == Rect(20, 20, 260, 10)
    assert line.window is None
    assert (line.first, line.last, line.level) == (True, True, 0)


def test_lines_know_their_paragraph_over_columns_and_pages(tmp_path: Path) -> None:
    body = "<main>" + "".join(f"<p>{'<br>'.join('abcdefg')}</p>" for _ in range(2)) + "</main>"
    found = facts(tmp_path, body, "main { columns: 2; column-fill: auto; height: 50px }").lines
    assert [line.paragraph for line in found] == [1] * 7 + [2] * 7
    assert [line.first for line in found] == [True, *[False] * 6] * 2
    assert [line.last for line in found] == [*[False] * 6, True] * 2
    assert len({line.column for line in found}) == 3
    assert all(line.stretch == line.column for line in found)


def test_columns_know_whether_their_text_runs_on(tmp_path: Path) -> None:
    body = f"<main>{'<p>a</p>' * 40}</main>"
    columns = facts(tmp_path, body, "main { columns: 2; column-gap: 20px }").columns
    assert [(column.page, column.group, column.runs_on) for column in columns] == [
        (1, 1, True),
        (1, 1, True),
        (2, 2, False),
        (2, 2, False),
    ]
    assert len({column.text for column in columns}) == 1
    assert columns[0].rect == Rect(20, 20, 120, 160)


def test_what_spans_all_columns_parts_them_into_groups(tmp_path: Path) -> None:
    body = f"<main>{'<p>a</p>' * 4}<h2 style='column-span: all'>b</h2>{'<p>c</p>' * 4}</main>"
    columns = facts(tmp_path, body, "main { columns: 2 }").columns
    assert [column.group for column in columns] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    "body",
    [
        "<p style='position: absolute'>a</p>",
        "<p style='float: left'>a</p>",
        "<table><tr><td>a</td></tr></table>",
        "<div style='display: flex'><p>a</p></div>",
        "<p><span style='display: inline-block'>a</span></p>",
    ],
)
def test_text_beside_other_text_is_a_stretch_of_its_own(tmp_path: Path, body: str) -> None:
    found = facts(tmp_path, f"<p>b</p>{body}").lines
    assert texts(found) == ["b", "a"]
    assert found[0].stretch != found[1].stretch


def test_what_is_out_of_the_flow_has_no_column(tmp_path: Path) -> None:
    body = "<p>a</p><p style='position: absolute'>b</p>"
    css = "@page { @top-left { content: 'Margin' } }"
    columns = {line.text: line.column for line in facts(tmp_path, body, css).lines}
    assert columns["b"] == columns["Margin"] == -1
    assert columns["a"] >= 0


def test_bullets_are_no_lines(tmp_path: Path) -> None:
    assert texts(facts(tmp_path, "<ul><li>One</li></ul>").lines) == ["One"]


def test_hidden_text_is_no_line(tmp_path: Path) -> None:
    assert facts(tmp_path, "<p style='visibility: hidden'>a</p>").lines == ()


def test_headings_have_their_level(tmp_path: Path) -> None:
    assert [line.level for line in facts(tmp_path, "<h2>a <em>b</em></h2><p>c</p>").lines] == [2, 0]


def test_a_line_that_is_not_stretched_has_the_natural_gap(tmp_path: Path) -> None:
    one, two = facts(tmp_path, "<p>Two words</p><p>Word</p>").lines
    assert one.gap == pytest.approx(1)
    assert two.gap == 0


def test_the_gap_of_a_justified_line_is_what_is_drawn(tmp_path: Path) -> None:
    def width(text: str) -> float:
        return facts(tmp_path, f"<p>{text}</p>").lines[0].rect.width

    letters, space = width("aaabbb"), width("a b") - width("ab")
    body = f"<p style='text-align: justify; width: {letters + 3 * space}px'>aaa bbb ccccccc</p>"
    line = facts(tmp_path, body).lines[0]
    assert line.text == "aaa bbb"
    assert line.gap == pytest.approx(3, abs=0.1)


def test_gaps_of_composed_lines_are_what_is_drawn(tmp_path: Path) -> None:
    setting = compose(tmp_path, f"<p style='width: 220px'>{TEXT}</p>")
    found = find_facts(setting.pages).lines
    assert len(found) > 6
    for line, box in zip(found[:-1], setting.lines[:-1], strict=True):
        assert line.gap == pytest.approx(drawn_gap(box), abs=0.02)
    assert found[-1].gap == pytest.approx(1, abs=0.05)
    assert any(line.text.endswith(HYPHENS) for line in found)


def drawn_gap(line: Any) -> float:
    """The mean space of a line of one text box, from its width and that of its letters."""
    from weasyprint.formatting_structure import boxes

    from issuebrief.layout.paragraphs.text_metrics import TextMetrics

    metrics = TextMetrics()
    drawn = natural = 0.0
    for box in (box for box in line.descendants() if isinstance(box, boxes.TextBox)):
        spaces = box.text.count(" ")
        plain = metrics.measure(box.text, box.style)
        space = metrics.width("n n", box.style) - metrics.width("nn", box.style)
        letters = (plain.width - spaces * space + box.tracking * (plain.glyphs - spaces)) * (
            1 + box.expansion
        )
        drawn, natural = drawn + box.width - letters, natural + spaces * space
    return drawn / natural


@pytest.mark.parametrize(
    ("css", "ground"),
    [
        ("", (1, 1, 1)),
        ("html { background: #ff0000 }", (1, 0, 0)),
        ("@page { background: #00ff00 }", (0, 1, 0)),
        ("div { background: rgb(0 0 255 / 0.5) }", (0.5, 0.5, 1)),
        ("div { background: #000 } p { background: #fff }", (1, 1, 1)),
        ("div { background: linear-gradient(red, red) }", (1, 0, 0)),
        ("div { background: linear-gradient(white, white), red }", (1, 1, 1)),
    ],
)
def test_letters_stand_on_the_nearest_ground(tmp_path: Path, css: str, ground: Any) -> None:
    (ink,) = facts(tmp_path, "<div><p data-line='3'>Words</p></div>", css).inks
    assert ink.ground == pytest.approx(ground, abs=0.01)
    assert (ink.text, ink.size, ink.bold, ink.source) == ("Words", 7.5, False, 3)


def test_letters_that_let_their_ground_through_show_both(tmp_path: Path) -> None:
    half = "<p style='color: rgb(0 0 0 / 0.5)'>a</p><div style='opacity: 0.5'><p>b</p></div>"
    colours = [ink.colour for ink in facts(tmp_path, half).inks]
    assert colours == [pytest.approx((0.5,) * 3, abs=0.01)] * 2


def test_letters_of_one_kind_are_noted_once_on_a_page(tmp_path: Path) -> None:
    body = "<p>a</p><p>b</p><p style='font-weight: bold'>c</p><p style='break-before: page'>d</p>"
    assert [ink.text for ink in facts(tmp_path, body).inks] == ["a", "c", "d"]


@pytest.mark.parametrize(
    ("css", "width"),
    [
        ("p { border-top: 0.2pt solid; border-left: 3pt solid }", 0.2),
        ("p { outline: 0.1pt solid }", 0.1),
        ("p { border: 1pt none; outline: 1pt none }", None),
        ("p { border: 1pt solid transparent }", None),
        ("p { border: 1pt solid; visibility: hidden }", None),
        ("span { border-bottom: 0.3pt solid }", 0.3),
        ("p { column-rule: 0.2pt solid; border: 1pt solid }", 1),
    ],
)
def test_the_thinnest_rule_of_a_box_is_noted(tmp_path: Path, css: str, width: float | None) -> None:
    widths = [stroke.width for stroke in facts(tmp_path, "<p>a <span>b</span></p>", css).strokes]
    assert widths == ([pytest.approx(width)] if width else [])


def test_borders_that_cells_share_are_the_tables(tmp_path: Path) -> None:
    css = "table { border-collapse: collapse } td { border: 0.4pt solid } tr + tr { border-top: 0.2pt solid }"
    body = "<table data-line='6'><tr><td>a</td></tr><tr><td>b</td></tr></table>"
    (stroke,) = facts(tmp_path, body, css).strokes
    assert stroke.width == pytest.approx(0.4)
    assert stroke.source == 6


@pytest.mark.parametrize(
    ("style", "dpi", "rect"),
    [
        ("width: 96px", 100, Rect(20, 20, 96, 48)),
        ("width: 48px; height: 48px", 100, Rect(20, 20, 48, 48)),
        ("width: 96px; height: 96px; object-fit: cover", 50, Rect(20, 20, 96, 96)),
        ("width: 96px; height: 96px; object-fit: contain", 100, Rect(20, 44, 96, 48)),
    ],
)
def test_the_dots_of_a_picture_are_counted_at_the_size_it_is_set(
    tmp_path: Path, style: str, dpi: float, rect: Rect
) -> None:
    Image.new("L", (100, 50)).save(tmp_path / "a.png")
    body = f"<figure data-line='8'><img src='a.png' alt='A' style='display: block; {style}'></figure>"
    (picture,) = facts(tmp_path, body).pictures
    assert picture.dpi == pytest.approx(dpi)
    assert picture.rect == rect
    assert (picture.name, picture.source) == ("a.png", 8)


def test_a_picture_in_a_line_knows_its_paragraph(tmp_path: Path) -> None:
    Image.new("L", (9, 9)).save(tmp_path / "a.png")
    image = "<img src='a.png' alt='A'>"
    found = facts(
        tmp_path, f"<p>Word.</p><p>Words {image} and more.</p><div style='display: flex'>{image}</div>"
    )
    assert [picture.paragraph for picture in found.pictures] == [2, 0]


def test_drawings_have_no_dots_and_hidden_pictures_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    body = "<img src='a.svg' alt='A'><img src='a.svg' alt='B' style='visibility: hidden'>"
    assert [picture.dpi for picture in facts(tmp_path, body).pictures] == [None]


def test_links_have_their_words_and_their_target(tmp_path: Path) -> None:
    Image.new("L", (9, 9)).save(tmp_path / "a.png")
    body = """<p data-line="3">See <a href="https://a.eu">the <em>whole</em> report</a>,
    <a href="#x" lang="de"><img src="a.png" alt="Bild"></a>, <a href="#y" title="Back">↑</a>,
    <a href="#z" aria-label="Up">↑</a>, <a>no link</a>.</p><p id="x">a</p><p id="y">b</p><p id="z">c</p>"""
    found = [(link.text, link.target, link.lang) for link in facts(tmp_path, body).links]
    assert found == [
        ("the whole report", "https://a.eu", "en"),
        ("Bild", "#x", "de"),
        ("↑ Back", "#y", "en"),
        ("↑ Up", "#z", "en"),
    ]


def test_a_link_over_two_lines_is_one(tmp_path: Path) -> None:
    body = f"<p style='width: 60px'><a href='https://a.eu'>{'word ' * 9}</a></p>"
    assert len(facts(tmp_path, body).links) == 1


def test_a_window_cuts_what_is_inside(tmp_path: Path) -> None:
    body = "<div style='overflow: hidden; height: 10px; width: 90px'><p>a</p><p>b</p></div>"
    windows = {line.text: line.window for line in facts(tmp_path, body).lines}
    assert windows == dict.fromkeys("ab", Rect(20, 20, 90, 10))


def test_sheets_are_the_trimmed_pages(tmp_path: Path) -> None:
    found = facts(tmp_path, "<p>a</p>", "@page { bleed: 10px; marks: crop }")
    assert found.sheets == (Rect(0, 0, 300, 200),)
    assert found.lines[0].rect.x == 20


def test_looking_changes_nothing(tmp_path: Path) -> None:
    pages = small_pages(tmp_path, f"<main><p>{TEXT}</p></main>", "main { columns: 2 }")
    first = find_facts(pages)
    assert find_facts(pages) == first
    assert replace(first, sheets=()) != first


@pytest.mark.parametrize(
    "css",
    [
        "i { letter-spacing: -1em }",
        "i { letter-spacing: -0.2em }",
        "i { word-spacing: -1em }",
        "i { word-spacing: -0.2em }",
        "i { margin-left: -2em }",
        "i { position: relative; left: -2em }",
    ],
)
def test_a_line_knows_words_that_are_printed_over_others(tmp_path: Path, css: str) -> None:
    (line,) = facts(tmp_path, "<p>Tides <i>ebb and</i> flow.</p>", css).lines
    assert line.crowded == "ebb and"


@pytest.mark.parametrize(
    "css",
    [
        "",
        "p { letter-spacing: -0.05em }",
        "p { word-spacing: -0.05em }",
        "i { margin-left: -0.2em }",
        "p { text-align: justify }",
    ],
)
def test_words_that_are_set_tightly_are_over_none(tmp_path: Path, css: str) -> None:
    found = facts(tmp_path, f"<p>Tides <i>ebb</i><sup>2</sup> and <b>flow</b>. {TEXT}</p>", css).lines
    assert not any(line.crowded for line in found)


def test_letters_have_the_size_that_they_are_scaled_to(tmp_path: Path) -> None:
    (ink,) = facts(tmp_path, "<p>Words</p>", "p { transform: scale(0.5) }").inks
    assert ink.size == pytest.approx(10 * 0.75 / 2)
