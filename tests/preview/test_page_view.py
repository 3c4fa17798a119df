"""How the preview page is looked at: zoom, facing pages, press sheets, surround, panels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from preview_page import asked, page_now, page_of, pictures, settled, wait_for_page, window_on

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request
    from playwright.sync_api import Page as Window
    from preview_page import Preview

UNDER = """() => {
  const box = document.elementFromPoint(700, 400).closest(".paper").getBoundingClientRect();
  return [(700 - box.x) / box.width, (400 - box.y) / box.height];
}"""


def boxes(window: Window) -> list[tuple[float, float, float]]:
    """Left, right and top of each page."""
    return [
        tuple(box)
        for box in window.evaluate(
            """() => [...document.querySelectorAll(".paper")].map((paper) => {
                 const { left, right, top } = paper.getBoundingClientRect();
                 return [left, right, top];
               })"""
        )
    ]


def test_facing_pages_begin_on_the_right_touch_and_are_stepped_through_two_by_two(window: Window) -> None:
    marked = "[...document.querySelectorAll('.thumbnail[aria-current]')].map((each) => each.textContent)"
    single = boxes(window)
    assert len({left for left, _, _ in single}) == 1
    window.locator("#facing").click()
    first, second, third, *_ = boxes(window)
    assert first[0] == pytest.approx(third[0], abs=1)
    assert second[2] == third[2] > first[2]
    assert second[1] == pytest.approx(third[0], abs=0.5)
    assert window.locator("#facing").get_attribute("aria-checked") == "true"
    last = window.locator(".sheet").count()
    settled(window)
    spreads = [["1"]] + [
        [str(page) for page in (left, left + 1) if page <= last] for left in range(2, last + 1, 2)
    ]
    for key, way in (("]", spreads[1:]), ("[", spreads[-2::-1])):
        for spread in way:
            window.keyboard.press(key)
            wait_for_page(window, "–".join(spread))
            assert window.evaluate(marked) == spread
    window.locator(".thumbnail").nth(2).click()
    wait_for_page(window, "2–3")


def test_what_is_chosen_is_there_at_the_next_visit(window: Window) -> None:
    window.locator("#facing").click()
    window.locator("#zoom").select_option("75")
    window.locator("#surround").click()
    window.locator("[data-panel=contents]").click()
    window.reload()
    window.wait_for_selector("html[data-shown]")
    root = window.locator("html")
    assert root.get_attribute("data-layout") == "facing"
    assert root.get_attribute("data-surround") == "dark"
    assert window.locator("#zoom").input_value() == "75"
    assert window.locator("#contents-panel").is_visible()
    assert not window.locator("#pages-panel").is_visible()


def test_the_surround_follows_the_system_until_one_is_chosen(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium, color_scheme="light") as window:
        ground = "getComputedStyle(document.body).backgroundColor"
        light = window.evaluate(ground)
        window.emulate_media(color_scheme="dark")
        dark = window.evaluate(ground)
        assert light != dark
        window.keyboard.press("d")
        assert window.evaluate(ground) == light
        window.emulate_media(color_scheme="light")
        assert window.evaluate(ground) == light


def test_zoom_by_keys_steps_and_fits(window: Window) -> None:
    window.locator("#zoom").select_option("100")
    wide = boxes(window)[0]
    assert wide[1] - wide[0] == pytest.approx(210 / 25.4 * 96, abs=8)
    window.keyboard.press("Control+=")
    assert window.locator("#zoom").input_value() == "110"
    window.keyboard.press("Control+-")
    window.keyboard.press("Control+-")
    assert window.locator("#zoom").input_value() == "90"
    window.keyboard.press("Control+9")
    assert window.locator("#zoom").input_value() == "page"
    paper = window.locator(".paper").first.bounding_box()
    stage = window.locator("#stage").bounding_box()
    assert paper and stage and paper["height"] < stage["height"]
    window.keyboard.press("Control+0")
    assert window.locator("#zoom").input_value() == "width"
    left, right, _ = boxes(window)[0]
    assert stage["width"] - 80 < right - left < stage["width"]


def test_the_wheel_zooms_about_the_pointer_and_asks_for_one_size_only(window: Window) -> None:
    settled(window)
    window.mouse.move(700, 400)
    before = window.evaluate(UNDER)
    window.keyboard.down("Control")
    for _ in range(4):
        window.mouse.wheel(0, -12)
        settled(window)
    window.keyboard.up("Control")
    assert window.evaluate(UNDER) == pytest.approx(before, abs=0.01)
    assert re.fullmatch(r"\d+\u202f%", window.evaluate("zoom.selectedOptions[0].text"))
    window.wait_for_timeout(600)
    sizes: set[str] = set()

    def note(request: Request) -> None:
        if "width=" in request.url:
            sizes.add(request.url.partition("width=")[2])

    window.on("request", note)
    window.keyboard.down("Control")
    for _ in range(12):
        window.mouse.wheel(0, -4)
    window.keyboard.up("Control")
    window.wait_for_timeout(600)
    assert len(sizes) == 1


def test_the_press_sheet_is_larger_and_has_the_same_lines_on_it(window: Window, preview: Preview) -> None:
    ratio = """() => {
      const clip = document.querySelector(".paper").getBoundingClientRect();
      const block = document.querySelector(".block").getBoundingClientRect();
      return [clip.width / clip.height, block.width / clip.width];
    }"""
    settled(window)
    pages, (shape, share) = pictures(window), window.evaluate(ratio)
    view = asked(window, window.locator("#press").click, "/view")
    assert view["sheets"] is True
    window.wait_for_selector("html[data-sheets=true]")
    window.wait_for_selector(
        f'.paper img[src="{pages[0].removeprefix(preview.address[:-1])}"]', state="detached"
    )
    settled(window)
    sheet_shape, sheet_share = window.evaluate(ratio)
    assert sheet_shape > shape and sheet_share < share
    window.locator("#press").click()
    window.wait_for_selector("html[data-sheets=false]")
    settled(window)
    assert page_of(pictures(window)[0]) == page_of(pages[0])


def test_thumbnails_contents_and_keys_lead_to_pages(window: Window, preview: Preview) -> None:
    last = window.locator(".sheet").count()
    window.locator(".thumbnail").nth(1).click()
    wait_for_page(window, 2)
    assert window.locator(".thumbnail[aria-current]").get_attribute("aria-label") == "Page 2"
    window.keyboard.press("[")
    wait_for_page(window, 1)
    assert window.locator("#page-before").is_disabled()
    window.keyboard.press("c")
    entry = window.locator("#contents button", has_text="Day 5")
    page = str(entry.locator(".at").text_content()).rpartition(" ")[2]
    entry.click()
    wait_for_page(window, int(page))
    pointed = window.locator(".block.pointed")
    assert pointed.first.get_attribute("data-line") == str(preview.line_of("## Day 5"))
    assert int(page_now(window)) <= last


def test_the_heading_that_was_chosen_is_marked_until_the_writer_moves_on(window: Window) -> None:
    window.keyboard.press("c")
    entries = window.locator("#contents button")
    for number in range(entries.count()):
        entries.nth(number).click()
        settled(window)
        marked = window.locator("#contents [aria-current]")
        assert marked.get_attribute("data-number") == str(number)
    window.locator("#stage").hover()
    window.mouse.wheel(0, -20_000)
    wait_for_page(window, 1)
    settled(window)
    assert window.locator("#contents [aria-current]").get_attribute("data-number") != str(number)


def test_a_single_key_can_be_turned_off(window: Window) -> None:
    window.keyboard.press("?")
    window.locator("#single-keys").uncheck()
    window.keyboard.press("Escape")
    window.keyboard.press("f")
    assert window.locator("#facing").get_attribute("aria-checked") == "false"
    window.keyboard.press("Control+9")
    assert window.locator("#zoom").input_value() == "page"


def test_a_whole_page_is_seen_whole_wherever_one_was(window: Window) -> None:
    window.locator("#stage").evaluate("(stage) => (stage.scrollTop = 1700)")
    settled(window)
    window.keyboard.press("9")
    settled(window)
    number = int(page_now(window)) - 1
    paper = window.locator(".paper").nth(number).bounding_box()
    stage = window.locator("#stage").bounding_box()
    assert paper and stage
    assert stage["y"] <= paper["y"] and paper["y"] + paper["height"] <= stage["y"] + stage["height"]


def test_a_page_far_away_is_jumped_to_past_pages_that_stay_undrawn(
    preview: Preview, chromium: Browser
) -> None:
    with window_on(preview, chromium, reduced_motion="no-preference") as window:
        window.locator("#zoom").select_option("200")
        settled(window)
        last = window.locator(".paper").count() - 1
        asked_for: list[str] = []
        window.on("request", lambda request: asked_for.append(request.url))
        window.locator(".thumbnail").nth(last).click()
        window.locator(".paper").nth(last).locator("img").wait_for(state="attached")
        wait_for_page(window, last + 1)
        settled(window)
        drawn = [url.partition("?")[0] for url in asked_for if "/pages/" in url]
        assert 0 < len(drawn) < last
