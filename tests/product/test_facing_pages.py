"""Left and right pages that mirror each other, and captions in the sidebar, measured in finished PDFs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from examples import combined
from pdf_facts import MM, Facts, out_of_order, outside, overprinted, spoken
from PIL import Image
from setting import facts_of, paragraph, set_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pdf_facts import Line

PAGE = 210.0
WIDTHS = {"isdp": (14, 37, 138), "policy-note": (20, 48, 112)}
"""The margin, the widths of sidebar and text, in mm."""
BASES = pytest.mark.parametrize("base", list(WIDTHS))
BINDING = 4
GRID = 12.5
NEAR = 0.2 * MM
HANGING = 0.8 * MM
"""How far letters and marks may stand out of their column."""
PASSAGE = "Watch {} at the harbour never asked how late the ferry was."


def theme(folder: Path, css: str, base: str = "isdp") -> str:
    """A theme of the folder's own, after another one."""
    themes = folder / "styles/themes"
    themes.mkdir(parents=True)
    (themes / "ours.css").write_text(f'/* Ours. */\n@import "{base}.css";\n{css}\n', "utf-8")
    return "ours"


def drawing(folder: Path) -> None:
    """A blue picture, as `a.png`."""
    Image.new("RGB", (900, 300), "#00f").save(folder / "a.png")


def figures(name: str, numbers: Iterable[int]) -> dict[int, str]:
    """Figures of a class behind the entries of these numbers."""
    braces = f"{{.{name} caption='Bars of an ordinary morning.'}}"
    return dict.fromkeys(numbers, f"![Blue bars above a quay](a.png){braces}")


def body(entries: int, every: int = 3, blocks: dict[int, str] | None = None) -> str:
    """Paragraphs, one of so many with a pull-quote of its own; blocks stand after those of a number."""
    parts = []
    for number in range(entries):
        quoted = f"[{PASSAGE.format(number)}]{{.pull-quote}} " if number % every == 1 else ""
        parts.append(quoted + paragraph(number))
        if blocks and number in blocks:
            parts.append(blocks[number])
    return "\n\n".join(parts)


def quotes(facts: Facts) -> list[Line]:
    """The first lines of pull-quotes, by their size."""
    return [line for line in facts.lines if line.text.startswith("Watch ") and line.size > 10.3]


def sides(base: str, *, is_left: bool, outer: bool = True, binding: float = 0) -> tuple[float, float]:
    """Where sidebar and text begin, in pt."""
    margin, sidebar, text = WIDTHS[base]
    start = margin - binding if is_left else margin + binding
    gap = PAGE - 2 * margin - sidebar - text
    if is_left == outer:
        return start * MM, (start + sidebar + gap) * MM
    return (start + text + gap) * MM, start * MM


@dataclass(frozen=True)
class Mirrored:
    """A text on mirrored pages, what its theme is after, and the side of its sidebar."""

    base: str
    side: str
    facts: Facts


SIDES = [pytest.param(some.values, marks=some.marks) for some in combined(WIDTHS, ("outer", "inner"))]


@pytest.fixture(scope="module", params=SIDES)
def mirrored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mirrored:
    """A text with pull-quotes on mirrored pages."""
    base, side = request.param
    folder = tmp_path_factory.mktemp("mirrored")
    css = f":root {{ --sidebar-side: {side}; --binding: {BINDING}mm }}"
    front = {"key_points": ["Salt gets into the bread."], "abstract": "The ferry leaves at six."}
    return Mirrored(base, side, facts_of(folder, body(30), theme=theme(folder, css, base), **front))


def test_sidebar_text_and_folio_stand_on_mirrored_sides(mirrored: Mirrored) -> None:
    base, side, facts = mirrored.base, mirrored.side, mirrored.facts
    assert len(facts) > 2
    for quote in quotes(facts):
        sidebar, _ = sides(base, is_left=quote.page % 2 == 1, outer=side == "outer", binding=BINDING)
        assert abs(quote.x - sidebar) < HANGING
        number = re.findall(r"\d+", quote.text)[0]
        passage = [line for line in facts.on(quote.page) if f"Watch {number} " in line.text]
        assert len(passage) == 2, "the quote stands on the page of its passage"
    assert len(quotes(facts)) == 10
    for page in range(len(facts)):
        is_left = page % 2 == 1
        _, text = sides(base, is_left=is_left, outer=side == "outer", binding=BINDING)
        begun = [line.x for line in facts.on(page) if 9 < line.size < 10.3 and len(line.text) > 25]
        assert not begun or abs(min(begun) - text) < HANGING
        (folio,) = [line for line in facts.on(page) if line.text == str(page + 1) and line.baseline > 700]
        margin = WIDTHS[base][0] - BINDING
        edge = folio.x - margin * MM if is_left else (PAGE - margin) * MM - folio.right
        assert abs(edge) < NEAR
    assert not outside(facts)
    assert not [pair for page in facts.letters for pair in overprinted(page)]


@BASES
def test_pictures_across_sidebar_and_page_keep_to_the_page_they_are_on(tmp_path: Path, base: str) -> None:
    drawing(tmp_path)
    across = figures("full", (3, 11, 19)) | figures("bleed", (7, 15, 23))
    css = f":root {{ --sidebar-side: outer; --binding: {BINDING}mm }}"
    facts = facts_of(tmp_path, body(34, 9, across), theme=theme(tmp_path, css, base))
    margin = WIDTHS[base][0]
    seen = set()
    for page in range(len(facts)):
        left = (margin - BINDING if page % 2 else margin + BINDING) * MM
        for x, _, right, _ in facts.pictures(page):
            is_bleeding = right - x > (PAGE - 1) * MM
            wanted = (0.0, PAGE * MM) if is_bleeding else (left, left + (PAGE - 2 * margin) * MM)
            assert abs(x - wanted[0]) < 1 and abs(right - wanted[1]) < 1
            seen.add((is_bleeding, page % 2))
    assert len(seen) >= 3


def test_hand_written_margins_of_left_and_right_pages_are_kept_by_all_that_depends_on_them(
    tmp_path: Path,
) -> None:
    drawing(tmp_path)
    css = (
        "@page :left { margin-left: 9mm; margin-right: 19mm }"
        "@page :right { margin-left: 19mm; margin-right: 9mm }"
    )
    facts = facts_of(tmp_path, body(30, 5, figures("bleed", (4, 12, 20))), theme=theme(tmp_path, css))
    pictures = [picture for page in range(len(facts)) for picture in facts.pictures(page)]
    assert len(pictures) == 3
    assert all(abs(x) < 1 and abs(right - PAGE * MM) < 1 for x, _, right, _ in pictures)
    for quote in quotes(facts):
        assert abs(quote.x - (9 if quote.page % 2 else 19) * MM) < HANGING


def test_columns_are_as_high_as_their_pages_where_left_ones_are_lower(tmp_path: Path) -> None:
    drawing(tmp_path)
    css = "@page :left { margin-bottom: 60mm }"
    figure = {14: "![Blue bars above a quay](a.png){caption='A picture.'}"}
    for number, blocks in enumerate(({}, figure)):
        folder = tmp_path / str(number)
        folder.mkdir()
        drawing(folder)
        facts = facts_of(folder, body(44, 99, blocks), theme=theme(folder, css))
        feet = [
            max(line.baseline for line in facts.on(page) if 60 * MM < line.x < 190 * MM and line.size > 9)
            for page in range(len(facts) - 1)
        ]
        limits = [(297 - 60) * MM if page % 2 else 62 * GRID for page in range(len(feet))]
        assert len(feet) > 2
        assert all(limit - 2 * GRID < foot < limit for foot, limit in zip(feet, limits, strict=True)), feet


def test_a_measure_that_differs_from_page_to_page_is_kept_by_what_spans_the_columns(tmp_path: Path) -> None:
    drawing(tmp_path)
    css = (
        ".text { width: auto }"
        "@page :left { margin-left: 24mm; margin-right: 16mm }"
        "@page :right { margin-left: 14mm; margin-right: 14mm }"
    )
    outcome, pdf = set_text(tmp_path, body(30, 9, figures("wide", (6, 14, 22))), theme=theme(tmp_path, css))
    assert {problem.code for problem in outcome.problems} <= {"lines.loose", "columns.uneven"}
    with Facts(pdf) as facts:
        found = [(page, picture) for page in range(len(facts)) for picture in facts.pictures(page)]
        assert {page % 2 for page, _ in found} == {0, 1}
        for page, (x, _, right, _) in found:
            edges = (68 * MM, 194 * MM) if page % 2 else (58 * MM, 196 * MM)
            assert abs(x - edges[0]) < 1 and abs(right - edges[1]) < 1
        assert not out_of_order(spoken(facts.reading), [f"So ends entry {number}." for number in range(30)])


CAPTION = "Bars in blue, as seen from the quay on an ordinary morning in spring."


@pytest.mark.parametrize(("base", "side"), combined(WIDTHS, ("left", "right", "outer")))
def test_a_caption_stands_in_the_sidebar_level_with_its_figure(tmp_path: Path, base: str, side: str) -> None:
    drawing(tmp_path)
    css = f":root {{ --caption-place: sidebar; --sidebar-side: {side} }}"
    wide = dict.fromkeys((2, 9, 16), f"![Blue bars above a quay](a.png){{.wide caption='{CAPTION}'}}")
    facts = facts_of(tmp_path, body(26, 2, wide), theme=theme(tmp_path, css, base))
    firsts = [line for line in facts.lines if re.match(r"Figure \d", line.text)]
    assert len(firsts) == 3
    for first in firsts:
        is_left = first.page % 2 == 1 if side == "outer" else side == "left"
        sidebar, _ = sides(base, is_left=is_left)
        assert abs(first.x - sidebar) < NEAR
        (last,) = [
            line
            for line in facts.on(first.page)
            if abs(line.x - first.x) < NEAR and line.baseline >= first.baseline and "spring" in line.text
        ]
        tops = [(top, bottom) for _, top, _, bottom in facts.pictures(first.page)]
        head = min(abs(first.baseline - first.size - top) for top, _ in tops)
        foot = min(abs(last.baseline - bottom) for _, bottom in tops)
        assert min(head, foot) < 3, (head, foot)
    assert not [pair for page in facts.letters for pair in overprinted(page)]
    tags = [node.tag for node in facts.reading.walk()]
    assert all(tags[place + 1] == "Caption" for place, tag in enumerate(tags) if tag == "Figure")
    assert not out_of_order(spoken(facts.reading), ["So ends entry 2.", CAPTION, "Entry 3 begins"])


def test_captions_of_tables_and_of_what_goes_across_the_sidebar_stay_where_they_are(tmp_path: Path) -> None:
    drawing(tmp_path)
    blocks = {
        2: "![Blue bars above a quay](a.png){.full caption='A full one.'}",
        5: "| A | B |\n|---|---|\n| 1 | 2 |\n\n: A wide table. {.wide}",
        8: "![Blue bars above a quay](a.png){caption='A plain one.'}",
    }
    css = ":root { --caption-place: sidebar }"
    facts = facts_of(tmp_path, body(16, 99, blocks), theme=theme(tmp_path, css))
    captions = {line.text: line for line in facts.lines if re.match(r"(Figure|Table) \d", line.text)}
    full, plain = (
        next(line for text, line in captions.items() if name in text) for name in ("full", "plain")
    )
    table = next(line for text, line in captions.items() if "table" in text)
    assert abs(full.x - 14 * MM) < NEAR
    assert plain.x > 57 * MM and table.x > 57 * MM


def test_a_caption_too_long_for_the_sidebar_stays_below_its_figure(tmp_path: Path) -> None:
    drawing(tmp_path)
    words = " ".join(f"The bar of day {number} is a little higher than before." for number in range(20))
    css = ":root { --caption-place: sidebar }"
    text = body(20, 99, {9: f"![Blue bars above a quay](a.png){{.wide caption='{words}'}}"})
    facts = facts_of(tmp_path, text, theme=theme(tmp_path, css))
    (first,) = [line for line in facts.lines if line.text.startswith("Figure 1")]
    ((_, _, _, bottom),) = facts.pictures(first.page)
    assert abs(first.x - 58 * MM) < NEAR
    assert bottom < first.baseline < bottom + 2 * GRID


def test_a_caption_for_which_the_sidebar_has_no_room_is_set_below_its_figure(tmp_path: Path) -> None:
    drawing(tmp_path)
    words = " ".join(f"The bar of day {number} is rather high." for number in range(12))
    css = ":root { --caption-place: sidebar; --sidebar-width: 10mm; --measure: 79.5mm }"
    wide = dict.fromkeys((4, 5, 6), f"![Blue bars above a quay](a.png){{.wide caption='{words}'}}")
    outcome, pdf = set_text(tmp_path, body(20, 99, wide), theme=theme(tmp_path, css))
    assert not [problem for problem in outcome.problems if problem.code == "figures.parted"]
    facts = Facts(pdf)
    begun = [line for page in range(len(facts)) for line in facts.on(page) if line.text.startswith("Figure ")]
    assert len(begun) == len(wide)
    # A caption in the sidebar is no wider than that; one of the three is as wide as the text.
    assert sum(line.right - line.x > 40 * MM for line in begun) == 1


def test_running_title_and_name_stand_on_mirrored_sides(mirrored: Mirrored) -> None:
    facts, margin, top = mirrored.facts, WIDTHS[mirrored.base][0] - BINDING, 4 * GRID
    assert len(facts) > 2
    for page in range(1, len(facts)):
        heads = sorted((line for line in facts.on(page) if line.baseline < top), key=lambda line: line.x)
        outer = heads[0] if page % 2 else heads[-1]
        assert outer.text == "Notes on a Crossing"
        assert abs(outer.x - margin * MM if page % 2 else (PAGE - margin) * MM - outer.right) < NEAR
