"""Every brief, looked at from outside: nothing off the page, nothing over anything, every picture whole."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest
import yaml
from examples import combined
from independent_look import faults
from PIL import Image
from setting import ROOT, SENTENCES, job, paragraph, write_brief
from shipped_files import NAMES

from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path
from issuebrief.theming.page_sizes import PAGE_SIZES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from shipped_files import ShippedBriefs

THEMES = ("isdp", "policy-note", "report")
WORDS = " ".join(SENTENCES)
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}">'
    '<rect width="{0}" height="{1}" fill="#cde"/><path d="M0 {1}L{0} 0" stroke="#123"/></svg>'
)
WRITTEN = {"sample": ROOT / "docs/sample"} | {
    folder.name: folder
    for folder in sorted((ROOT / "tests/product/cases").iterdir())
    if "pages" in yaml.safe_load((folder / "expected.yaml").read_text("utf-8"))
}


def text(first: int, last: int) -> str:
    return "\n\n".join(paragraph(number) for number in range(first, last))


def quoted(number: int) -> str:
    """A paragraph of which two sentences go into the sidebar."""
    first, second = SENTENCES[number % 6], SENTENCES[(number + 1) % 6]
    return f"Item {number} is quoted. [{first} {second}]{{.pull-quote}} So ends item {number}."


TABLE = "| Port | Depth | Tide |\n|---|---|---|\n" + "".join(
    f"| Harbour {number} | {number} m | {number + 1} h |\n" for number in range(9)
)
SMALL: dict[str, tuple[str, dict[str, Any]]] = {
    "figures": (
        f'{text(1, 3)}\n\n![A chart](chart.svg){{caption="A chart of depths."}}\n\n{text(3, 6)}\n\n'
        f'![A photograph](quay.png){{width=60% caption="The quay at noon." source="The crew"}}\n\n'
        f'{text(6, 8)}\n\n![A wide chart](chart.svg){{.wide caption="Across the page."}}\n\n{text(8, 11)}',
        {"cover": {"image": "quay.png", "alt": "A quay"}, "abstract": WORDS},
    ),
    "tables and lists": (
        f"{text(1, 3)}\n\n{TABLE}\nTable: Depths of harbours.\n\n{text(3, 5)}\n\n- One\n- Two\n\n"
        f"> {WORDS}\n\n{text(5, 7)}",
        {"authors": [{"name": f"Author {number}", "bio": WORDS} for number in range(4)]},
    ),
    "quotes": (
        "\n\n".join([text(1, 4), quoted(1), text(4, 8), quoted(2), quoted(3), text(8, 10), quoted(4)]),
        {"abstract": WORDS, "key_points": list(SENTENCES[:3])},
    ),
    "a quote at the end": (f"{SENTENCES[0]} {quoted(2)}", {}),
    "a long front": (
        f"{text(1, 4)}[^1]\n\n[^1]: {WORDS}",
        {"title": "The Ferries of the North and Those Who Wait for Them " * 4, "abstract": WORDS * 4},
    ),
}


def looked_at(brief: Path, workplace: Path = ROOT) -> list[str]:
    """What is wrong with the files of a brief for the screen and for the press."""
    task = job(brief, workplace)
    screen, press = (brief.parent / purpose.ending for purpose in (Purpose.SCREEN, Purpose.PRESS))
    outputs = (Output(Purpose.SCREEN, screen), Output(Purpose.PRESS, press))
    outcome = set_brief(replace(task, outputs=outputs, search_path=search_path(workplace)))
    assert len(outcome.written) == 2, outcome.problems
    assert "style.room-left" not in {problem.code for problem in outcome.problems}
    return faults_of(screen, press)


def faults_of(screen: Path, press: Path) -> list[str]:
    """What is wrong with a file for the screen and with one for the press."""
    return [
        *(f"screen: {fault}" for fault in faults(screen)),
        *(f"press: {fault}" for fault in faults(press, press=True)),
    ]


def themed(brief: Path, theme: str) -> None:
    """Give a brief another theme."""
    _, front, body = brief.read_text("utf-8").split("---\n", 2)
    lines = [line for line in front.splitlines() if not line.startswith("theme:")]
    front = "\n".join((*lines, f"theme: {theme}", ""))
    brief.write_text(f"---\n{front}---\n{body}", "utf-8")


@pytest.mark.parametrize(("name", "theme"), combined(WRITTEN, THEMES))
def test_nothing_is_off_the_page_or_over_anything(name: str, theme: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(WRITTEN[name], folder)
    themed(folder / "brief.md", theme)
    assert looked_at(folder / "brief.md") == []


@pytest.mark.parametrize(("name", "theme"), combined(NAMES, THEMES))
def test_nor_is_it_in_shipped_briefs(name: str, theme: str, shipped_in: ShippedBriefs) -> None:
    made = shipped_in.set(name, theme)
    assert faults_of(made.screen, made.press) == []


@pytest.mark.parametrize(("name", "theme"), combined(SMALL, THEMES))
def test_nor_is_it_in_small_briefs_that_hold_much(name: str, theme: str, tmp_path: Path) -> None:
    body, front = SMALL[name]
    brief = write_brief(tmp_path, body, theme=theme, **front)
    (tmp_path / "chart.svg").write_text(CHART.format(160, 90), "utf-8")
    Image.new("L", (1600, 900), 120).save(tmp_path / "quay.png")
    assert looked_at(brief) == []


@pytest.mark.parametrize(("size", "theme"), combined(("letter", "a5", "b5", "square"), THEMES))
def test_nor_is_it_on_pages_of_other_sizes(size: str, theme: str, tmp_path: Path) -> None:
    body, front = SMALL["figures"]
    # A cover fills a frame that is lower on a lower page: how much of it shows is no fault.
    front = {**front, "theme": theme, "page_size": size, "cover": None}
    brief = write_brief(tmp_path, f"{body}\n\n{quoted(1)}\n\n{TABLE}", **front)
    (tmp_path / "chart.svg").write_text(CHART.format(160, 90), "utf-8")
    Image.new("L", (1600, 900), 120).save(tmp_path / "quay.png")
    assert looked_at(brief) == []
    width, height = (length * 72 / 25.4 for length in PAGE_SIZES[size])
    with pymupdf.open(tmp_path / Purpose.SCREEN.ending) as document:
        sizes = {(page.rect.width, page.rect.height) for page in document}
    assert [pytest.approx(each, abs=0.1) for each in sizes] == [(width, height)]


@pytest.mark.parametrize(("side", "columns"), combined(("none", "right", "outer", "left"), ("1", "2", "3")))
def test_nor_is_it_with_any_sidebar_and_number_of_columns(side: str, columns: str, tmp_path: Path) -> None:
    measure = (138 - 6 * (int(columns) - 1)) / int(columns)
    tokens = f"--sidebar-side: {side}; --columns: {columns}; --measure: {measure}mm"
    more = "; --sidebar-width: 0mm; --sidebar-gap: 0mm; --margin-side: 36mm" if side == "none" else ""
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/ours.css").write_text(
        f'/* Ours. */\n@import "isdp.css";\n:root {{ {tokens}{more} }}\n'
    )
    body, front = SMALL["quotes"]
    brief = write_brief(tmp_path, f"{body}\n\n{TABLE}", **{**front, "theme": "ours"})
    assert looked_at(brief, tmp_path) == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_without_sidebar_has_columns_and_margins_that_fill_the_page(
    theme: str, tmp_path: Path
) -> None:
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/ours.css").write_text(
        f'/* Ours. */\n@import "{theme}.css";\n:root {{ --sidebar-side: none }}\n'
    )
    body, front = SMALL["quotes"]
    brief = write_brief(tmp_path, body, **{**front, "theme": "ours", "keywords": ["ferries"]})
    assert looked_at(brief, tmp_path) == []


def drawn(draw: Callable[[Any], Any]) -> list[str]:
    """What is wrong with a page of 300 by 400 pt on which something is drawn by other means."""
    with pymupdf.open() as document:
        draw(document.new_page(width=300, height=400))
        return faults(document.tobytes())


def picture(width: int = 60, height: int = 40) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page(width=width, height=height)
        page.draw_rect(page.rect, fill=(0.5, 0.5, 0.5))
        return bytes(page.get_pixmap().tobytes("png"))


@pytest.mark.parametrize(
    ("draw", "fault"),
    [
        (lambda page: page.insert_text((20, 50), "Words on the page"), None),
        (lambda page: page.insert_text((260, 50), "Words off the page"), "text outside the trim"),
        (lambda page: page.draw_rect((10, 10, 300, 400), fill=(1, 0, 0)), None),
        (lambda page: page.draw_rect((10, 10, 320, 100), fill=(1, 0, 0)), "a shape 20.0 pt outside"),
        (lambda page: page.draw_line((10, 10), (10, 430)), "a shape 30.0 pt outside"),
        (lambda page: page.insert_image((10, 10, 130, 90), stream=picture()), None),
        (lambda page: page.insert_image((240, 10, 360, 90), stream=picture()), "a picture 60.0 pt outside"),
    ],
)
def test_marks_off_a_page_are_seen(draw: Callable[[Any], Any], fault: str | None) -> None:
    found = drawn(draw)
    assert len(found) == (fault is not None)
    assert all(fault in each for each in found if fault)


@pytest.mark.parametrize(
    ("left", "baseline", "fault"),
    [
        (20, 62, None),
        (20, 54, "two lines over each other"),
        (60, 50, "two texts on one baseline"),
        (220, 54, None),
    ],
)
def test_lines_over_each_other_are_seen(left: float, baseline: float, fault: str | None) -> None:
    def draw(page: Any) -> None:
        page.insert_text((20, 50), "The first of two lines", fontsize=11)
        page.insert_text((left, baseline), "Second", fontsize=11)

    found = drawn(draw)
    assert len(found) == (fault is not None)
    assert all(fault in each for each in found if fault)


def test_a_picture_that_its_frame_hides_is_seen() -> None:
    with pymupdf.open() as document:
        page = document.new_page(width=300, height=400)
        page.insert_image((10, 10, 130, 90), stream=picture())
        document.update_stream(
            page.get_contents()[0], b"0 0 30 400 re W n " + document.xref_stream(page.get_contents()[0])
        )
        assert faults(document.tobytes()) == ["page 1: a picture of which 17% show"]
