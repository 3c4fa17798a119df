"""From the page to its rules and tokens, and from a token to the places where it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from own_themes import own_theme
from setting import paragraph, write_brief

from issuebrief.preview.model import Revision
from issuebrief.preview.session import RenderSession
from issuebrief.preview.theme_panel.model import Picked, PickQuestion, Used, UseQuestion
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.preview.theme_panel.model import AppliedRule, Changes

LAST = 14
"""How many paragraphs there are: enough for two pages."""
TEXT = "\n\n".join(
    [
        "## A heading",
        "[The ferry leaves at six.]{.pull-quote} It does.[^a]",
        *(paragraph(number) for number in range(1, LAST + 1)),
        "[^a]: A note.",
    ]
)


class Pages:
    """Pages that were set, to be asked about."""

    def __init__(self, brief: Path, workplace: Path) -> None:
        self.brief = brief
        self.session = RenderSession(brief, search_path(workplace), workplace)
        self.render()

    def render(self) -> None:
        made = self.session.revision(set(), lambda: False)
        assert isinstance(made, Revision), made
        self.made = made

    def line_of(self, words: str) -> int:
        lines = self.brief.read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def pick_line(self, words: str, up: int = 0) -> Picked:
        line = self.line_of(words)
        block = next(block for block in reversed(self.made.blocks) if block.line == line)
        return self.pick(block.page, block.x + 3, block.y + block.height / 2, up)

    def pick(self, page: int, x: float, y: float, up: int = 0, changes: Changes = ()) -> Picked:
        found = self.session.panel_answer(PickQuestion(page, x, y, up), {"own": changes})
        assert isinstance(found, Picked)
        return found

    def used(self, token: str) -> Used:
        found = self.session.panel_answer(UseQuestion(token), {})
        assert isinstance(found, Used)
        return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    place = tmp_path_factory.mktemp("pick")
    own_theme(
        place, '@import "isdp.css";\n:root { --brand: #14432a }\n.pull-quote { color: var(--accent) }\n'
    )
    return Pages(write_brief(place / "brief", TEXT, theme="own", subtitle="And Back"), place)


def rule(found: Picked, selector: str) -> AppliedRule:
    return next(each for each in found.rules if each.selector == selector)


def test_an_element_says_what_it_is_and_where_it_comes_from(pages: Pages) -> None:
    found = pages.pick_line("## A heading")
    assert (found.tag, found.line) == ("h2", pages.line_of("## A heading"))
    assert found.around[0].startswith("main.")
    assert found.around[-1] == "html"
    assert {"--heading-face", "--sans", "--brand", "--heading-size"} <= set(found.tokens)
    # What the text is set in is handed down in a shorthand, of which the heading takes nothing.
    assert {"--quote-size", "--text-size", "--text-face", "--serif"}.isdisjoint(found.tokens)


def test_its_rules_have_their_places_and_say_which_count(pages: Pages) -> None:
    quotes = pages.used("--quote-size")
    area = quotes.areas[0]
    found = pages.pick(area.page, area.x + area.width / 2, area.y + 1)
    if "pull-quote" not in found.classes:
        found = pages.pick(area.page, area.x + area.width / 2, area.y + 1, up=1)
    own = rule(found, ".pull-quote")
    colours = [
        (each.file, each.line, each.origin, prop.value, prop.wins)
        for each in found.rules
        for prop in each.properties
        if prop.name == "color" and not each.inherited
    ]
    assert colours[0] == ("styles/themes/own.css", 3, "own", "var(--accent)", True)
    assert ("styles/sidebar.css", "shipped", False) in {
        (file, whose, wins) for file, _, whose, _, wins in colours
    }
    assert own.properties[0].tokens == ("--accent",)


def test_what_is_handed_down_names_the_element_it_comes_from(pages: Pages) -> None:
    found = pages.pick_line("Entry 3 begins")
    body = rule(found, ".body")
    assert body.inherited.startswith("main.")
    assert ("text-align", "var(--text-align)") in {(each.name, each.value) for each in body.properties}
    assert rule(found, "html").inherited == "html"
    assert not any(each.inherited for each in found.rules[:1])


def test_elements_around_can_be_asked_for(pages: Pages) -> None:
    inner, outer = pages.pick_line("Entry 3 begins"), pages.pick_line("Entry 3 begins", up=1)
    assert (inner.tag, outer.tag) == ("p", "main")
    assert "body" in outer.classes
    assert pages.pick_line("Entry 3 begins", up=99).tag == "html"


def test_an_element_in_two_columns_has_two_areas(pages: Pages) -> None:
    assert max(len(pages.pick_line(f"Entry {number} begins").areas) for number in range(1, LAST + 1)) > 1


def test_the_folio_is_of_a_rule_for_pages(pages: Pages) -> None:
    (folio,) = [area for area in pages.used("--brand").areas if area.page == 1 and area.y > 770]
    found = pages.pick(1, folio.x + folio.width - 2, folio.y + folio.height / 2)
    assert found.tag == "@bottom-right"
    assert found.rules[0].selector.startswith("@page")
    assert found.rules[0].file == "styles/page.css"


def test_there_is_nothing_outside_the_pages(pages: Pages) -> None:
    for question in (PickQuestion(99, 10, 10), PickQuestion(-1, 10, 10), PickQuestion(0, -50, 10)):
        assert pages.session.panel_answer(question, {}) is None


def test_a_token_is_used_where_its_declarations_win(pages: Pages) -> None:
    brand = pages.used("--brand")
    assert {"background", "color"} <= set(brand.properties)
    masthead = brand.areas[0]
    assert (masthead.page, masthead.x, masthead.y) == (0, 0, 0)
    assert pages.used("--nothing").areas == ()
    # The pull-quote's colour is the theme's own, so the house colour is not used for it.
    quote = pages.used("--quote-size").areas[0]
    assert quote not in brand.areas
    assert quote in pages.used("--accent").areas


def test_what_is_handed_down_counts_where_there_is_text(pages: Pages) -> None:
    ink = pages.used("--ink")
    assert ink.properties == ("color",)
    paragraphs = [block for block in pages.made.blocks if block.line == pages.line_of("Entry 5 begins")]
    assert {(area.page, area.x, area.y) for area in ink.areas} >= {(p.page, p.x, p.y) for p in paragraphs}


def test_a_token_behind_another_is_used_where_that_one_is(pages: Pages) -> None:
    assert set(pages.used("--text-face").areas) <= set(pages.used("--serif").areas)


def test_pages_use_tokens_and_so_does_the_program(pages: Pages) -> None:
    size = pages.used("--page-width")
    assert len(size.areas) == len(pages.made.pages)
    assert size.properties == ("size",)
    tracking = pages.used("--tracking")
    assert (tracking.areas, tracking.by_program) == ((), True)


def test_pages_that_were_taken_over_can_be_asked_about(tmp_path: Path) -> None:
    pages = Pages(write_brief(tmp_path / "brief", TEXT, theme="isdp"), tmp_path)
    text = pages.brief.read_text("utf-8")
    pages.brief.write_text(text.replace(f"So ends entry {LAST}.", "So it ends."), "utf-8")
    pages.render()
    assert pages.pick_line("## A heading").tag == "h2"
    assert pages.pick_line(f"Entry {LAST} begins").tag == "p"
    assert len(pages.used("--ink").areas) > LAST
