"""A document laid out again with other white is as it would be if all its boxes were made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from revisions import assert_same, layout_input_for
from setting import job, paragraph, write_brief
from weasyprint import HTML
from weasyprint.css.counters import CounterStyle

from issuebrief.layout import engine
from issuebrief.layout.end_matter import FIT, arrange, tokens_of
from issuebrief.layout.fonts.font_set import FontSet
from issuebrief.layout.paragraphs.composer import Composer
from issuebrief.layout.styles.sheet_loading import load_styles, token_sheets
from issuebrief.layout.theme_loading import base_url_of, fetcher_of
from issuebrief.linebreak.hyphens import OwnDivisions
from issuebrief.pagination.end_fits import Fit
from issuebrief.theming.font_faces import faces_in
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import Pages

NOTES = "\n".join(f"[^{n}]: {paragraph(n, 2)}" for n in range(6))
MARKS = "".join(f"[^{n}]" for n in range(6))
TABLE = "| Hour | Tide |\n|---|---|\n| 1 | 4 |\n| 2 | 5 |\n\nTable: The tides."
TEXT = "\n\n".join(paragraph(number) for number in range(8))
BODIES = {
    "paragraphs": TEXT,
    "parts": f"## One\n\n{TEXT}\n\n## Two\n\n- {paragraph(1, 1)}\n- {paragraph(2, 1)}\n\n> {paragraph(3)}",
    "a table": f"{paragraph(1)}\n\n{TABLE}\n\n{TEXT}\n\n{TABLE}",
    "figures": f'![A quay](quay.png "The quay.")\n\n{TEXT}\n\n![A quay](quay.png)\n\n{paragraph(9)}',
    "pull-quotes": f"{paragraph(1)} [Nobody speaks of it.]{{.pull-quote}}\n\n{TEXT}",
    "notes": f"{TEXT}{MARKS}\n\n{NOTES}",
}


def both(
    folder: Path,
    body: str,
    white: str | None,
    css: str = "",
    longer: int = 0,
    end: Fit | None = None,
    **front: Any,
) -> tuple[Pages | None, Pages, Pages]:
    """Pages laid out again from boxes of the usual ones, None where that cannot be; made anew; the usual."""
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (400, 300), "navy").save(folder / "quay.png")
    cover = {"image": "quay.png", "alt": "A quay"}
    layout_input = layout_input_for(job(write_brief(folder, body, cover=cover, **front)))
    html_text = layout_input.html.replace("</head>", f"<style>{css}</style></head>")
    fetcher, fonts, counters = fetcher_of(layout_input), FontSet(), CounterStyle()
    rules = read_rules(layout_input.styles, layout_input.folders)
    styles, _ = load_styles(layout_input, rules, fetcher, counters)
    fonts.load(faces_in(rules.found, layout_input.folders), fetcher)

    def pages(layout: Any) -> Pages:
        return engine.bound([engine.page_of(box) for box in layout.pages], html, fetcher, fonts)

    with engine.engine_at_work():
        html = HTML(string=html_text, base_url=base_url_of(layout_input), url_fetcher=fetcher)
        composer = Composer(own=OwnDivisions(layout_input.hyphenation))
        usual = engine._page_boxes(html, styles, fonts, counters, composer)
        if white:
            html.etree_element.set(FIT, white)
        foot = token_sheets(tokens_of(Fit(longer=longer), usual.pages), counters)
        again = engine._respaced(html, usual, composer, foot) if white or foot else usual
        if end and again:
            arrange(html, end)
            again = engine._rearranged(html, again, composer)
        whole = engine._page_boxes(html, [*styles, *foot], fonts, counters, Composer(own=composer.own))
        return (None if again is None else pages(again)), pages(whole), pages(usual)


def second_page(pages: Pages) -> Any:
    return pages.document.pages[1]._page_box


@pytest.mark.parametrize("white", ["tight", "loose looser", "tight tighter low-cover"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_pages_are_the_same_as_those_made_anew(tmp_path: Path, body: str, white: str) -> None:
    again, whole, _ = both(tmp_path, body, white)
    assert again is not None
    assert_same(again, whole)


@pytest.mark.parametrize(("longer", "white"), [(1, None), (-2, "tight tighter")])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_longer_and_shorter_pages_are_the_same_as_those_made_anew(
    tmp_path: Path, body: str, white: str | None, longer: int
) -> None:
    again, whole, usual = both(tmp_path, body, white, longer=longer)
    assert again is not None
    assert_same(again, whole)
    feet = [page.content_box_y() + page.height for page in map(second_page, (again, usual))]
    assert abs(feet[0] - feet[1]) > 1


@pytest.mark.parametrize("end", [{"notes_first": True}, {"boxes": "stacked"}])
@pytest.mark.parametrize("body", ["notes", "figures"])
def test_the_end_of_longer_pages_is_arranged_as_if_they_were_made_anew(
    tmp_path: Path, body: str, end: dict[str, Any]
) -> None:
    fit = Fit(white="tight", longer=-1, **end)
    again, whole, _ = both(tmp_path, BODIES[body], fit.white, longer=fit.longer, end=fit)
    assert again is not None
    assert_same(again, whole)


@pytest.mark.parametrize("body", ["figures", "a table"])
def test_the_usual_pages_stay_as_they_are(tmp_path: Path, body: str) -> None:
    *_, usual = both(tmp_path / "again", BODIES[body], "tight")
    *_, untouched = both(tmp_path / "usual", BODIES[body], None)
    *_, above = both(tmp_path / "longer", BODIES[body], None, longer=1)
    assert_same(usual, untouched)
    assert_same(above, untouched)


@pytest.mark.parametrize("theme", ["policy-note", "report"])
def test_pages_of_the_other_themes_are_the_same(tmp_path: Path, theme: str) -> None:
    again, whole, _ = both(tmp_path, BODIES["parts"], "tight", theme=theme)
    assert again is not None
    assert_same(again, whole)


@pytest.mark.parametrize(
    "css",
    [
        "[data-fit] .text { text-indent: 2em }",
        "[data-fit] main p { margin-top: 1px }",
        "[data-fit] .title-block { color: red }",
        "[data-fit] .title-block::before { content: 'x' }",
        ".end > * { margin-top: inherit }",
    ],
)
def test_what_changes_more_than_white_outside_the_text_is_made_anew(tmp_path: Path, css: str) -> None:
    assert both(tmp_path, BODIES["paragraphs"], "tight", css)[0] is None


@pytest.mark.parametrize(
    "css",
    [
        ".legal { padding-top: calc(var(--text-foot) / 50) }",
        ":root { --a-tenth: calc(var(--text-foot) / 10) } .legal { padding-top: var(--a-tenth) }",
        ".legal { padding-top: 2vh }",
        ".legal { margin-top: calc(1pt + 1vmin) }",
        "main { --text-foot: 500pt }",
    ],
)
def test_what_comes_of_where_pages_end_is_made_anew(tmp_path: Path, css: str) -> None:
    assert both(tmp_path / "white", BODIES["paragraphs"], "tight", css)[0] is not None
    assert both(tmp_path / "foot", BODIES["paragraphs"], None, css, longer=-1)[0] is None
