"""Whatever a text can hold stands on the grid, wherever it stands, in every theme."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont
from pdf_facts import MM
from setting import ROOT, SENTENCES, TEXT_PAGE, facts_of

if TYPE_CHECKING:
    from pathlib import Path

    from pdf_facts import Facts, Line

GRID = {"isdp": 12.5, "policy-note": 13.5, "report": 14.0}
SIZE = {"isdp": 9.3, "policy-note": 10.2, "report": 10.4}
SMALL = (
    "A line with `code --here`, CO<sub>2</sub>, x<sub>max</sub>, 40 km<sup>2</sup>, the 19<sup>th</sup>, "
    "10<sup>\u22126</sup>, x<sup>2<sup>n</sup></sup>, <kbd>Esc</kbd>, <samp>out</samp>, <mark>marked</mark>, "
    "<small>small</small>, <del>struck</del>, <ins>added</ins>, <q>quoted</q> and *all* that."
)
BLOCKS = {
    "a list": "- one\n- two `code`\n    1. three\n\n        a paragraph\n\n    2. four",
    "a quotation": "> A quotation CO<sub>2</sub>.\n>\n> - with a list\n>\n> > and another in it",
    "code": "    tide  0412\n    tide  1631",
    "terms": "Gauge\n:   What measures `tides`.\n\nTug\n:   What pulls.",
    "a table": "| a | b |\n|---|---|\n| km<sup>2</sup> | `code` |\n| x<sup>n+1</sup> | <kbd>K</kbd> |",
    "details": "<details><summary>More</summary><p>Of the tide.</p></details>",
}


def body_lines(facts: Facts, theme: str) -> list[Line]:
    """The lines of the running text, by their size."""
    return [line for line in facts.lines if abs(line.size - SIZE[theme]) < 0.06 and len(line.text) > 3]


def off_grid(lines: list[Line], top: float, step: float) -> list[str]:
    return [line.text for line in lines if abs((line.baseline - top + step / 4) % step - step / 4) > 0.06]


@pytest.mark.parametrize("theme", GRID)
def test_small_signs_make_no_line_higher(tmp_path: Path, theme: str) -> None:
    facts = facts_of(tmp_path, f"{SMALL} {SMALL}", theme=theme)
    lines = [line for line in body_lines(facts, theme) if line.page == TEXT_PAGE[theme]]
    assert len(lines) > 3
    assert off_grid(lines, lines[0].baseline, GRID[theme]) == []


def test_note_marks_that_a_face_does_not_have_make_no_line_higher(tmp_path: Path) -> None:
    font = TTFont(ROOT / "styles/fonts/source-serif/SourceSerif4-Regular.otf")
    del font["GSUB"]
    themes = tmp_path / "styles/themes"
    themes.mkdir(parents=True)
    font.save(themes / "plain.otf")
    css = '@font-face { font-family: Plain; src: url("plain.otf") } .body { font-family: Plain }'
    (themes / "ours.css").write_text(f'@import "isdp.css";\n{css}', "utf-8")
    notes = "".join(f"[^{number}]: A note.\n" for number in range(1, 8))
    body = "".join(f"{SENTENCES[0]}[^{number}] " for number in range(1, 8))
    lines = body_lines(facts_of(tmp_path, f"{body}\n\n{body}\n\n{notes}", theme="ours"), "isdp")
    assert len(lines) > 6
    assert off_grid(lines, lines[0].baseline, GRID["isdp"]) == []


@pytest.mark.parametrize("kind", BLOCKS)
def test_the_text_after_a_block_is_on_the_grid_and_columns_end_level(tmp_path: Path, kind: str) -> None:
    parts = [" ".join(SENTENCES[:3]), BLOCKS[kind], " ".join(SENTENCES), " ".join(SENTENCES[2:])]
    facts = facts_of(tmp_path, "\n\n".join(parts), theme="isdp")
    lines = body_lines(facts, "isdp")
    assert off_grid(lines, lines[0].baseline, GRID["isdp"]) == []
    columns = [[line for line in lines if (line.x > 125 * MM) == right] for right in (False, True)]
    assert columns[0][0].baseline == pytest.approx(columns[1][0].baseline, abs=0.06)


@pytest.mark.parametrize("first", BLOCKS)
def test_any_two_blocks_may_follow_each_other(tmp_path: Path, first: str) -> None:
    pairs = [f"{BLOCKS[first]}\n\n<!-- -->\n\n{second}\n\n{SENTENCES[1]}" for second in BLOCKS.values()]
    body = "\n\n".join([SENTENCES[0], *pairs])
    facts = facts_of(tmp_path, body, theme="isdp")
    lines = body_lines(facts, "isdp")
    assert off_grid(lines, lines[0].baseline, GRID["isdp"]) == []


@pytest.mark.parametrize("theme", GRID)
def test_small_signs_make_no_line_higher_in_notes_and_boxes(tmp_path: Path, theme: str) -> None:
    long = " ".join([SMALL] * 3)
    front: dict[str, Any] = {
        "abstract": long,
        "key_points": [long],
        "disclaimer": long,
        "authors": [{"name": "Jane Doe", "bio": long}],
        "theme": theme,
    }
    facts = facts_of(tmp_path, f"A note.[^a]\n\n[^a]: {long}\n", **front)
    baselines: dict[tuple[int, float, int], set[float]] = {}
    for line in facts.lines:
        baselines.setdefault((line.page, line.size, round(line.x)), set()).add(round(line.baseline, 1))
    leadings = [
        {round(later - earlier, 1) for earlier, later in pairwise(sorted(found))}
        for found in baselines.values()
        if len(found) > 4
    ]
    assert len(leadings) >= 3
    # A line that begins with a sign of another size is missing here: two leadings add up.
    odd = [
        step
        for found in leadings
        for step in found
        if step < 100 and abs(step / min(found) - round(step / min(found))) > 0.03
    ]
    assert odd == []
