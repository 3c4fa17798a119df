"""What the preview page shows when not all is well: problems, a broken brief, a preview that stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from preview_page import settled, window_on

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from preview_page import Preview

DAY, NO_DAY = "date: 2024-05-01", "date: 1 March 2024"
FOUR = "\n\nAs[^one] it[^two] was[^three].\n\n[^unused]: Nobody asks.\n"


def test_before_the_first_pages_nothing_is_counted(preview: Preview, chromium: Browser) -> None:
    window = chromium.new_page()
    window.route("**/events?*", lambda route: None)
    window.goto(preview.address)
    window.locator("#zoom option").first.wait_for(state="attached")
    assert not window.locator("#badge").is_visible()
    assert not window.locator("#whereabouts").is_visible()
    assert window.locator("#no-problems").text_content() == "Checking…"
    window.close()


def test_what_is_merely_good_to_know_is_no_problem(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        window.locator("[data-panel=problems]").click()
        none = window.locator("#no-problems")
        none.filter(has_text="Nothing is wrong with this brief.").wait_for()
        notes = window.locator("#problems > li")
        assert str(notes.first.text_content()) == "Good to know"
        assert notes.nth(1).get_attribute("data-severity") == "info"
        assert not window.locator("#badge").is_visible()
        heading, words = window.locator("#problems-name").bounding_box(), none.bounding_box()
        assert heading and words and words["y"] - heading["y"] - heading["height"] < 24


def test_nothing_is_called_well_before_it_has_been_looked_at(preview: Preview, chromium: Browser) -> None:
    watch = """() => {
        const words = document.getElementById("no-problems");
        const told = [];
        window.told = new Promise((tell) => {
          const watching = () => told.push(words.textContent) > 1 && tell(told);
          new MutationObserver(watching).observe(words, { childList: true });
          setTimeout(() => tell(told), 20_000);
        });
    }"""
    with window_on(preview, chromium) as window:
        well = window.locator("#no-problems", has_text="Nothing is wrong with this brief.")
        well.wait_for(state="attached")
        window.evaluate(watch)
        preview.replace("Entry 2 begins here.", "Entry 2 began here.")
        assert window.evaluate("window.told") == ["Checking…", "Nothing is wrong with this brief."]


@pytest.mark.parametrize("size", ["desktop", "narrow"])
def test_a_notice_says_how_many_errors_there_are_and_that_there_are_more(
    preview: Preview, chromium: Browser, size: str
) -> None:
    with window_on(preview, chromium, size) as window:
        preview.write(preview.text.replace(DAY, NO_DAY) + FOUR)
        window.locator("#stale").wait_for()
        assert window.locator("#stale-name").text_content() == "4 errors: the brief cannot be rendered"
        assert window.locator("#badge").text_content() == "5"
        cards = window.locator("#stale-problems")
        assert cards.get_attribute("data-more") == "true"
        assert "gradient" in cards.evaluate("(list) => getComputedStyle(list).maskImage")
        cards.evaluate("(list) => (list.scrollTop = list.scrollHeight)")
        window.wait_for_selector('#stale-problems[data-more="false"]')
        others = window.locator("#stale-others")
        assert others.text_content() == "and 1 warning"
        others.click()
        assert window.locator("#problems .problem[data-severity=warning]").count() == 1
        assert window.evaluate("document.activeElement.id") == "problems-panel"


def test_a_page_that_opens_with_a_notice_begins_below_it(preview: Preview, chromium: Browser) -> None:
    preview.replace(DAY, NO_DAY)
    with window_on(preview, chromium) as window:
        window.locator("#stale").wait_for()
        assert window.locator("#stale-name").text_content() == "1 error: the brief cannot be rendered"
        assert not window.locator("#stale-others").is_visible()
        settled(window)
        assert window.evaluate("stage.scrollTop") == 0
        notice, paper = window.locator("#stale").bounding_box(), window.locator(".paper").first.bounding_box()
        assert notice and paper and paper["y"] >= notice["y"] + notice["height"]
        window.locator("#stale-fold").click()
        settled(window)
        assert window.evaluate("stage.scrollTop") == 0


def test_press_sheets_that_nobody_can_make_are_not_offered(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        preview.replace(DAY, NO_DAY)
        window.locator("#stale").wait_for()
        press = window.locator("#press")
        assert press.is_disabled()
        assert press.get_attribute("title") == "Press sheets: after the brief can be set"
        window.keyboard.press("s")
        assert press.get_attribute("aria-checked") == "false"
        preview.replace(NO_DAY, DAY)
        window.locator("#stale").wait_for(state="hidden")
        assert press.is_enabled()


def test_press_sheets_that_were_made_are_shown_while_the_brief_cannot_be_set(
    preview: Preview, chromium: Browser
) -> None:
    with window_on(preview, chromium) as window:
        window.keyboard.press("s")
        window.wait_for_selector("html[data-sheets=true]")
        window.keyboard.press("s")
        preview.replace(DAY, NO_DAY)
        window.locator("#stale").wait_for()
        window.keyboard.press("s")
        window.wait_for_selector("html[data-sheets=true]")
        assert window.locator("#state-words").text_content() == "Older than the text"


def test_a_preview_that_has_stopped_keeps_what_pictures_there_are(
    preview: Preview, chromium: Browser
) -> None:
    window = chromium.new_page(viewport={"width": 1280, "height": 800})
    window.goto(preview.address)
    window.wait_for_selector("html[data-shown]")
    window.locator(".thumbnail img[src]").nth(3).wait_for()
    window.evaluate("Promise.all([...document.querySelectorAll('.thumbnail img')].map((i) => i.decode()))")
    settled(window)
    # Of the last page but one there is no small picture either.
    window.locator(".thumbnail img").nth(2).evaluate("(image) => image.removeAttribute('src')")
    preview.stop()
    window.locator("#lost").wait_for()
    assert window.locator("#press").is_disabled()
    window.keyboard.press("s")
    window.locator("#zoom").select_option("200")
    window.locator(".thumbnail").last.click()
    window.wait_for_timeout(500)
    papers = window.locator(".paper")
    for paper in (papers.first, papers.last):
        image, box = paper.locator("img").bounding_box(), paper.bounding_box()
        assert image and box and image["width"] == pytest.approx(box["width"])
    papers.nth(2).scroll_into_view_if_needed()
    papers.nth(2).get_by_text("Not loaded").wait_for()
    assert window.locator("#state-words").text_content() == "No connection"
    preview.start()
    window.locator("#lost").wait_for(state="hidden")
    papers.nth(2).locator("img").wait_for()
    window.locator("#state-words", has_text="Rendered in").wait_for()
    assert window.locator("#press").is_enabled()
    window.close()


def test_every_switch_at_the_foot_has_its_name_beside_it(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        window.set_viewport_size({"width": 1024, "height": 768})
        settled(window)
        names = window.locator(".foot [role=switch] .name")
        assert names.all_text_contents() == ["Press sheet", "Facing pages", "Dark surround"]
        assert all(name.is_visible() for name in names.all())
        assert window.evaluate("document.querySelector('.foot').scrollWidth") == 1024
