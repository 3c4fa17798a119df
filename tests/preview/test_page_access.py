"""The preview page for those who see, hear, point and move otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_clean import assert_clean
from preview_page import SIZES, kept, window_on
from setting import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window
    from preview_page import Preview

PAGE = ROOT / "src/issuebrief/preview/client"
SEEN = """() => {
  const element = document.activeElement;
  const own = getComputedStyle(element);
  const before = getComputedStyle(element, "::before");
  return own.outlineStyle !== "none" || before.boxShadow !== "none";
}"""
"""Whether what has the focus is seen to have it."""
NAME = """(element) => element.id || element.getAttribute("aria-label") || element.textContent.trim()"""


def explain_by_hand(window: Window) -> None:
    """Have every code explained in the same words."""
    words = "<h1>It is no day.</h1><p>Write the day as <code>2024-05-01</code>.</p>"
    window.route("**/explain/*", lambda route: route.fulfill(body=words, content_type="text/html"))


@pytest.mark.parametrize(("scheme", "size"), [("light", "desktop"), ("dark", "desktop"), ("light", "narrow")])
def test_axe_finds_nothing_wrong_in_any_state(
    preview: Preview, chromium: Browser, scheme: str, size: str
) -> None:
    with kept(preview), window_on(preview, chromium, size, color_scheme=scheme, bypass_csp=True) as window:
        explain_by_hand(window)
        assert_clean(window, "as it is opened")
        for panel in ("contents", "problems"):
            if not window.locator(f"#{panel}-panel").is_visible():
                window.locator(f"[data-panel={panel}]").click()
            assert_clean(window, f"with {panel}")
        preview.replace("date: 2024-05-01", "date: 2024-13-01")
        window.locator("#stale").wait_for()
        assert_clean(window, "stale, with problems")
        window.locator("#problems-panel .close").click()
        assert_clean(window, "stale")
        window.locator("#stale-problems a").first.click()
        window.locator("#explanation").wait_for()
        assert_clean(window, "with an explanation")
        window.keyboard.press("Escape")
        window.locator("#help-opens").click()
        assert_clean(window, "with help")


def test_every_control_is_reached_by_tab_is_seen_to_have_the_focus_and_no_line_is_in_the_way(
    preview: Preview, chromium: Browser
) -> None:
    with window_on(preview, chromium) as window:
        stops = []
        for _ in range(60):
            window.keyboard.press("Tab")
            stops.append(window.evaluate(f"({NAME})(document.activeElement)"))
            assert window.evaluate(SEEN), stops[-1]
            if stops[-1] == "surround":
                break
        assert stops[0] == "Skip to the pages"
        for control in ("Page 1", "stage", "press", "facing", "zoom-out", "zoom", "zoom-in", "surround"):
            assert control in stops
        assert len([name for name in stops if name.startswith("Line ")]) == 1


def test_a_problem_is_explained_in_a_dialog_that_gives_the_focus_back(
    preview: Preview, chromium: Browser
) -> None:
    with kept(preview), window_on(preview, chromium) as window:
        explain_by_hand(window)
        preview.replace("date: 2024-05-01", "date: 2024-13-01")
        link = window.locator("#stale-problems a").first
        link.press("Enter")
        dialog = window.locator("#explanation")
        dialog.wait_for()
        assert dialog.locator("header h2").text_content() == "It is no day"
        assert dialog.locator("#explained").text_content() == "Write the day as 2024-05-01."
        window.keyboard.press("Escape")
        assert not dialog.is_visible()
        assert link.evaluate("(link) => link === document.activeElement")


def test_changes_are_told_to_those_who_listen(preview: Preview, chromium: Browser) -> None:
    with kept(preview), window_on(preview, chromium) as window:
        said = window.locator("#said")
        assert said.get_attribute("role") == "status"
        good = preview.text
        preview.write(good.replace("Entry 2 begins here.", "Entry 2 begins there."))
        said.filter(has_text="Page 1 has changed.").wait_for(state="attached")
        preview.write(good.replace("date: 2024-05-01", "date: 2024-13-01"))
        said.filter(has_text="The brief cannot be rendered: 1 error.").wait_for(state="attached")
        preview.write(good)
        said.filter(has_text=re.compile("can be rendered again|changed")).wait_for(state="attached")


@pytest.mark.parametrize("size", ["narrow", "tablet"])
def test_nothing_sticks_out_of_a_narrow_window(preview: Preview, chromium: Browser, size: str) -> None:
    with window_on(preview, chromium, size) as window:
        assert window.evaluate("document.documentElement.scrollWidth") == SIZES[size][0]
        wide = window.evaluate(
            """() => [...document.querySelectorAll("header *, footer *, .paper")]
                 .filter((part) => part.offsetParent && part.getBoundingClientRect().right > innerWidth + 0.5)
                 .map((part) => part.outerHTML.slice(0, 80))"""
        )
        assert wide == []


def test_a_drawer_closes_by_escape_and_gives_the_focus_back(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium, "narrow") as window:
        opener = window.locator("[data-panel=contents]")
        opener.press("Enter")
        assert window.evaluate("document.activeElement.id") == "contents-panel"
        window.keyboard.press("Escape")
        assert not window.locator("#contents-panel").is_visible()
        assert opener.evaluate("(button) => button === document.activeElement")


def test_who_wants_no_movement_gets_none(preview: Preview, chromium: Browser) -> None:
    moves = "window.moves = 0; stage.addEventListener('scroll', () => window.moves++)"
    for wish, least, most in (("reduce", 1, 2), ("no-preference", 4, 10_000)):
        with window_on(preview, chromium, reduced_motion=wish) as window:
            window.wait_for_timeout(400)
            window.evaluate(moves)
            window.locator(".thumbnail").nth(1).click()
            window.wait_for_timeout(1200)
            assert least <= window.evaluate("window.moves") <= most


def test_the_page_has_no_script_or_style_within(preview: Preview) -> None:
    page = (PAGE / "index.html").read_text("utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", page) == []
    assert len(page) < 14_000
    for script in PAGE.rglob("*.js"):
        text = script.read_text("utf-8")
        assert (
            re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b|setAttribute\(\"style", text) == []
        )


@pytest.mark.parametrize("file", sorted(PAGE.rglob("*.*s")), ids=lambda path: path.name)
def test_every_file_is_short_and_says_what_it_is_for(file: object) -> None:
    lines = PAGE.joinpath(str(file)).read_text("utf-8").splitlines()
    assert len(lines) < 250
    assert lines[0].startswith(("// ", "/* "))
    if str(file).endswith(".js"):
        assert lines[1].startswith("// In:  ") and any(line.startswith("// Out: ") for line in lines[:5])


def test_a_key_that_opens_a_panel_leads_into_it_and_escape_leads_back_and_that_of_help_closes_it(
    preview: Preview, chromium: Browser
) -> None:
    with window_on(preview, chromium) as window:
        within = "(name) => document.getElementById(`${name}-panel`).contains(document.activeElement)"
        for key, name in (("c", "contents"), ("p", "problems"), ("t", "pages")):
            if window.locator(f"#{name}-panel").is_visible():
                window.keyboard.press(key)
            window.keyboard.press(key)
            assert window.evaluate(within, name)
            window.keyboard.press("Escape")
            assert window.locator(f"#{name}-panel").is_hidden()
            assert window.evaluate("document.activeElement.dataset.panel") == name
        for opened in (True, False):
            window.keyboard.press("?")
            assert window.locator("#help").is_visible() == opened
