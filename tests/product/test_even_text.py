"""Text is set evenly at any measure and in any language: few wide gaps, few hyphens, level columns."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from statistics import mean, quantiles
from typing import TYPE_CHECKING

import pytest
from examples import further
from pdf_facts import MM, Facts, Line
from setting import ROOT

from issuebrief.job import Job
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {
    "en": ROOT / "content/return-to-the-moon/brief.md",
    **{lang: ROOT / f"bench/texts/{lang}.md" for lang in ("de", "sv", "fr")},
}
SETTINGS = (("en", 80), ("de", 58))
FURTHER_SETTINGS = (("sv", 66), ("fr", 58), ("en", 58), ("de", 110), ("fr", 66))
LONG_WORDS = "de"
"""The language that cannot do with few hyphens in a narrow column."""
SIZE, GRID = 9.3, 12.5
HYPHENS = "-\u2010\u00ad\ufffe"


def natural_space() -> float:
    """The width of the face's own space, in pt."""
    from fontTools.ttLib import TTFont

    font = TTFont(ROOT / "styles/fonts/source-serif/SourceSerif4-Regular.otf")
    width = font["hmtx"][font.getBestCmap()[ord(" ")]][0]
    return float(width / font["head"].unitsPerEm * SIZE)


@dataclass(frozen=True)
class Text:
    """The running text of a finished PDF; `measure` in pt."""

    lang: str
    measure: float
    facts: Facts

    @cached_property
    def columns(self) -> dict[tuple[int, float], list[Line]]:
        """The lines by page and left edge, without the numbers of lists."""
        lines = [
            line
            for line in self.facts.lines
            if abs(line.size - SIZE) < 0.03 and line.x > 50 * MM and not line.text.rstrip(".").isdigit()
        ]
        count = Counter(round(line.x, 1) for line in lines)
        edges = [x for x in count if count[x] == max(count[other] for other in count if abs(other - x) < 30)]
        placed = [(line.page, min(edges, key=lambda x: abs(x - line.x)), line) for line in lines]
        placed.sort(key=lambda entry: (entry[0], entry[1], entry[2].baseline))
        return {key: [entry[2] for entry in group] for key, group in groupby(placed, key=lambda e: e[:2])}

    def foot(self, page: int, edge: float) -> float:
        """The baseline that a column ends on, which may be that of the caption of a figure at its foot."""
        lowest = max(lines[-1].baseline for lines in self.columns.values())
        lines = (line for line in self.facts.lines if line.page == page and line.baseline < lowest + GRID / 2)
        return max(line.baseline for line in lines if edge - 1 < line.x < edge + self.measure)

    @cached_property
    def paragraphs(self) -> list[list[tuple[Line, bool]]]:
        """The lines of each stretch that ends with a line short of the edge, and whether each is full."""
        found: list[list[tuple[Line, bool]]] = [[]]
        for (_, edge), lines in self.columns.items():
            for line in lines:
                full = line.right > edge + 0.98 * self.measure
                found[-1].append((line, full))
                if not full:
                    found.append([])
        return [lines for lines in found if lines]

    @cached_property
    def gaps(self) -> list[float]:
        """The mean space of each full line, in units of the face's own."""
        natural = natural_space()
        return [
            mean(after.x - space.x for space, after in pairwise(line.letters) if space.char == " ") / natural
            for lines in self.paragraphs
            for line, full in lines
            if full and " " in line.text
        ]

    def share(self, beyond: float) -> float:
        """The share of full lines whose gaps are wider, in percent."""
        return 100 * mean(gap > beyond for gap in self.gaps)

    @property
    def hyphens(self) -> list[int]:
        """The length of each run of lines that end in a hyphen."""
        ends = [[line.text[-1] in HYPHENS for line in lines] for lines in self.columns.values()]
        return [sum(1 for _ in run) for column in ends for hyphened, run in groupby(column) if hyphened]


@pytest.fixture(
    scope="module",
    params=[*SETTINGS, *further(*((pair,) for pair in FURTHER_SETTINGS))],
    ids=lambda pair: f"{pair[0]}, {pair[1]} mm",
)
def text(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Text]:
    lang, measure = request.param
    folder = tmp_path_factory.mktemp("even")
    themes, output = folder / "styles/themes", folder / "text.pdf"
    themes.mkdir(parents=True)
    tokens = f":root {{ --measure: {measure}mm; --columns: {2 if measure < 70 else 1} }}"
    theme = ROOT / "styles/themes/isdp.css"
    themes.joinpath(theme.name).write_text(f"{theme.read_text('utf-8')}\n{tokens}\n", "utf-8")
    assert set_brief(Job.for_screen(TEXTS[lang], output, search_path(folder))).written
    with Facts(output) as facts:
        yield Text(lang, measure * MM, facts)


def test_hardly_any_line_is_loose(text: Text) -> None:
    assert mean(text.gaps) <= 1.1
    assert quantiles(text.gaps, n=20)[-1] <= 1.5
    assert text.share(1.5) <= 5
    assert text.share(2) <= 1


def test_hardly_any_line_is_tight(text: Text) -> None:
    assert text.share(0.68) == 100


def test_hyphens_are_few_and_never_three_in_a_row(text: Text) -> None:
    lines = sum(map(len, text.columns.values()))
    assert sum(text.hyphens) / lines <= (0.26 if text.lang in LONG_WORDS else 0.16)
    assert max(text.hyphens, default=0) <= 2


def test_no_last_line_is_next_to_nothing(text: Text) -> None:
    for *before, (last, full) in text.paragraphs:
        assert last.right - last.x > 1.5 * SIZE
        rest_of_a_word = bool(before) and before[-1][0].text[-1] in HYPHENS and " " not in last.text
        assert full or not rest_of_a_word


def test_full_columns_end_on_the_same_line(text: Text) -> None:
    last_page = max(page for page, _ in text.columns)
    beside = [(page, text.foot(page, edge)) for page, edge in text.columns if page < last_page]
    assert beside
    # One heading finds no two lines under it at any length of the paragraphs above, and leaves a line empty.
    off = 0.3 if (text.lang, round(text.measure * 25.4 / 72)) != ("de", 58) else 0.3 + 12.5
    for page, foot in beside:
        assert all(abs(other - foot) < off for same, other in beside if same == page)
