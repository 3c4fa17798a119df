"""The theme panel in the browser: values tried, undone and saved; elements picked; for everybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_clean import assert_clean
from preview_page import await_revision, page_of, settled, shown, window_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator
    from playwright.sync_api import Page as Window
    from preview_page import Preview


def opened(window: Window) -> None:
    """Open the panel, and wait for its tokens."""
    if not window.locator("#theme-panel").is_visible():
        window.locator("[data-panel=theme]").click()
    window.locator(".token").first.wait_for()


def row(window: Window, token: str) -> Locator:
    return window.locator(f'[data-token="{token}"]')


def typed(window: Window, token: str, value: str) -> None:
    field = row(window, token).locator("input[type=text]")
    field.fill(value)
    field.press("Enter")


def changed(window: Window, token: str, value: str) -> None:
    """Type a value, and wait for the pages."""
    before = shown(window)
    typed(window, token, value)
    await_revision(window, before)


def discarded(window: Window) -> None:
    """Try nothing any more, and wait for the pages as they were."""
    settled(window)
    if window.locator("#theme-discard").is_visible():
        before, is_other = shown(window), window.locator("#theme-save").is_enabled()
        window.locator("#theme-discard").click()
        window.locator("#theme-foot").wait_for(state="hidden")
        if is_other:
            await_revision(window, before)


def put_back(window: Window) -> None:
    """Look for no token, pick no element, and try nothing any more."""
    window.locator("#theme-find").fill("")
    window.locator("#theme-changed").uncheck()
    close = window.get_by_role("button", name="Close the element")
    if close.is_visible():
        close.click()
    discarded(window)


@pytest.fixture(scope="module")
def first_window(running: Preview, chromium: Browser) -> Iterator[Window]:
    """A window for all tests that need no other manner of it."""
    with window_on(running, chromium) as found:
        yield found


@pytest.fixture
def window(first_window: Window, preview: Preview) -> Iterator[Window]:
    """It, with the panel; what a test does there is put back."""
    settled(first_window)
    opened(first_window)
    yield first_window
    put_back(first_window)


def test_nothing_of_it_is_loaded_before_it_is_opened(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        loaded = "performance.getEntriesByType('resource').map((each) => each.name)"
        assert not any("theme-panel.js" in name for name in window.evaluate(loaded))
        opened(window)
        assert any("theme-panel.js" in name for name in window.evaluate(loaded))


def test_a_value_is_tried_undone_and_done_again(window: Window, preview: Preview) -> None:
    before = preview.theme.read_bytes()
    picture = page_of(window.locator(".paper img").first.get_attribute("src"))
    changed(window, "--brand", "#7a1f1f")
    brand = row(window, "--brand")
    assert brand.locator(".changed").text_content() == "changed"
    assert brand.locator("input[type=color]").input_value() == "#7a1f1f"
    assert window.locator("#theme-badge").text_content() == "1"
    assert page_of(window.locator(".paper img").first.get_attribute("src")) != picture
    assert preview.theme.read_bytes() == before

    number = shown(window)
    window.locator("#theme-undo").click()
    await_revision(window, number)
    assert window.locator("#theme-badge").is_hidden()
    assert brand.locator("input[type=text]").input_value() == "#12304f"
    number = shown(window)
    window.locator("#theme-redo").click()
    await_revision(window, number)
    number = shown(window)
    brand.get_by_role("button", name="Reset --brand").click()
    await_revision(window, number)
    assert page_of(window.locator(".paper img").first.get_attribute("src")) == picture


def test_a_bad_value_is_told_at_its_field_and_the_pages_stay(window: Window) -> None:
    number = shown(window)
    typed(window, "--accent", "reddish")
    fault = row(window, "--accent").locator(".fault")
    fault.filter(has_text="must be a colour").wait_for()
    assert "such as #12304f" in str(fault.text_content())
    field = row(window, "--accent").locator("input[type=text]")
    assert (field.input_value(), field.get_attribute("aria-invalid")) == ("reddish", "true")
    assert field.get_attribute("aria-describedby") == fault.get_attribute("id")
    assert "--accent must be a colour" in str(window.locator("#said").text_content())
    assert window.locator("#theme-save").is_disabled()
    settled(window)
    assert shown(window) == number
    typed(window, "--accent", "")
    row(window, "--accent").locator(".fault", has_text="no value").wait_for()


def test_a_slider_is_moved_by_keys_and_that_is_one_step(window: Window) -> None:
    slider = row(window, "--text-size").locator("input[type=range]")
    number = row(window, "--text-size").locator("input[type=number]")
    slider.focus()
    before = shown(window)
    for _ in range(3):
        window.keyboard.press("ArrowRight")
    await_revision(window, before)
    assert number.input_value() == "9.6"
    settled(window)
    before = shown(window)
    slider.press("Control+z")
    await_revision(window, before)
    assert number.input_value() == "9.3"
    assert slider.get_attribute("aria-valuetext") == "9.3 pt"
    assert window.locator("#theme-badge").is_hidden()


def test_a_number_counts_when_it_is_typed_whole(window: Window) -> None:
    number = row(window, "--title-size").locator("input[type=number]")
    before = shown(window)
    number.fill("")
    number.press("Enter")
    assert number.input_value() == "32"
    number.press("Control+a")
    number.press_sequentially("28")
    assert window.locator("#theme-badge").is_hidden()
    number.press("Enter")
    await_revision(window, before)
    window.locator("#theme-diff-opens").click()
    assert window.locator("#theme-diff-lines ins").all_text_contents() == ["+  --title-size: 28pt;"]
    window.locator("#theme-diff .close").click()
    window.locator("#theme-diff").wait_for(state="hidden")


def test_a_length_on_the_grid_and_a_face_have_their_controls(window: Window) -> None:
    foot = row(window, "--cover-height")
    assert (foot.locator(".unit").text_content(), foot.locator("input[type=number]").input_value()) == (
        "grid lines", "15",
    )  # fmt: skip
    face = row(window, "--title-face").locator("select")
    before = shown(window)
    face.select_option(label="as --sans")
    await_revision(window, before)
    window.get_by_role("button", name="Write --title-face as CSS").click()
    assert row(window, "--title-face").locator("input[type=text]").input_value() == "var(--sans)"


def test_contrast_has_figures_and_says_what_fails(window: Window) -> None:
    table = window.locator("#theme-contrast tr")
    assert table.filter(has_text="ink on paper").locator("td").nth(1).text_content() == "16.56"
    changed(window, "--brand", "#9fb6c8")
    assert table.filter(has_text=re.compile("on-brand on brand")).locator(".fails").is_visible()


def test_tokens_are_found_by_name_and_by_what_is_changed(window: Window) -> None:
    window.locator("#theme-find").fill("sidebar")
    assert row(window, "--sidebar-side").is_visible()
    assert row(window, "--brand").is_hidden()
    window.locator("#theme-find").fill("nothing such")
    assert window.locator("#theme-nothing").is_visible()
    window.locator("#theme-find").fill("")
    changed(window, "--brand", "#333")
    window.locator("#theme-changed").check()
    assert window.locator(".token:visible").count() == 1


def test_an_element_is_picked_with_its_rules_and_leads_to_its_tokens(window: Window) -> None:
    window.locator("#theme-pick").click()
    heading = window.locator(".block[aria-label*='Notes on a Crossing']").first.bounding_box()
    assert heading
    window.mouse.click(heading["x"] + 40, heading["y"] + heading["height"] / 2)
    window.locator("#picked-name", has_text="h1.title").wait_for()
    assert window.locator(".area").count() == 1
    rule = (
        window.locator(".rule")
        .filter(has=window.locator(".selector", has_text=re.compile(r"^\.title$")))
        .first
    )
    assert "front.css" in str(rule.text_content())
    assert "color: var(--brand)" in str(rule.text_content())
    window.get_by_role("button", name="The element around it").click()
    window.locator("#picked-name", has_text="header.title-block").wait_for()
    window.get_by_role("button", name="The element inside it").click()
    window.locator("#picked-name", has_text="h1.title").wait_for()
    window.get_by_role("button", name="Go to --title-size").click()
    name = window.evaluate("document.activeElement.getAttribute('aria-label')")
    assert name == "--title-size, in pt"
    window.get_by_role("button", name="Close the element").click()
    assert window.locator(".area").count() == 0


def test_picking_by_keyboard_opens_no_editor(window: Window) -> None:
    window.locator("#theme-pick").press("Enter")
    line = window.locator(".block[aria-label*='Day 1']").first
    line.focus()
    line.press("Enter")
    window.locator("#picked-name", has_text="h2").wait_for()
    assert window.evaluate("document.activeElement.id") == "picked-name"
    window.locator("#theme-pick").press("Enter")
    assert window.locator("#theme-pick").get_attribute("aria-pressed") == "true"
    window.keyboard.press("Escape")
    assert window.locator("#theme-pick").get_attribute("aria-pressed") == "false"
    assert window.locator("#theme-panel").is_visible()


def test_a_token_shows_where_it_is_used(window: Window) -> None:
    row(window, "--brand").get_by_role("button", name="Where --brand is used").click()
    window.locator("#picked-name", has_text="--brand").wait_for()
    assert window.locator(".area").count() > 5
    assert "for background, color" in str(window.locator("#picked").text_content())
    row(window, "--tracking").get_by_role("button", name="Where --tracking is used").click()
    window.locator("#picked", has_text="read by the program itself").wait_for()


def test_what_is_tried_stays_when_the_page_is_loaded_again(window: Window) -> None:
    changed(window, "--brand", "#222222")
    window.reload()
    window.wait_for_selector("html[data-shown]")
    assert window.locator("#theme-badge").text_content() == "1"
    opened(window)
    assert row(window, "--brand").locator("input[type=text]").input_value() == "#222222"


def test_it_opens_and_closes_by_its_key(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium) as window:
        window.locator("#stage").focus()
        window.keyboard.press("l")
        window.locator(".token").first.wait_for()
        assert window.evaluate("document.activeElement.id") == "theme-panel"
        window.keyboard.press("l")
        assert window.locator("#theme-panel").is_hidden()
        window.keyboard.press("p")
        window.keyboard.press("l")
        assert window.locator("#problems-panel").is_hidden()
        window.locator("#theme-panel").press("Escape")


@pytest.mark.parametrize(("scheme", "size"), [("light", "desktop"), ("dark", "desktop"), ("dark", "narrow")])
def test_axe_finds_nothing_wrong_with_it(preview: Preview, chromium: Browser, scheme: str, size: str) -> None:
    with window_on(preview, chromium, size, color_scheme=scheme, bypass_csp=True) as window:
        opened(window)
        settled(window)
        assert_clean(window, "as it is opened")
        changed(window, "--brand", "#7a5c1f")
        typed(window, "--accent", "reddish")
        row(window, "--accent").locator(".fault", has_text="must be").wait_for()
        settled(window)
        assert_clean(window, "with a change and a fault")
        if size == "narrow":
            panel = window.evaluate("document.querySelector('#theme-panel').getBoundingClientRect().left")
            body = window.locator("#theme-body")
            assert (panel >= 0, body.evaluate("(body) => body.scrollWidth - body.clientWidth")) == (True, 0)
        window.locator("#theme-diff-opens").click()
        assert_clean(window, "with what changes")
        window.keyboard.press("Escape")
        window.locator("#theme-pick").click()
        window.locator(".block").nth(2).press("Enter")
        window.locator("#picked-name").wait_for()
        settled(window)
        assert_clean(window, "with an element")
        discarded(window)


def test_colours_that_the_system_forces_keep_edges(preview: Preview, chromium: Browser) -> None:
    with window_on(preview, chromium, forced_colors="active") as window:
        opened(window)
        row(window, "--brand").get_by_role("button", name="Where --brand is used").click()
        area = window.locator(".area").first
        area.wait_for()
        assert area.evaluate("(area) => getComputedStyle(area).outlineWidth") == "3px"


# It comes last, since its file is put back and set once more.
def test_what_is_saved_is_shown_before_and_keeps_all_else(window: Window, preview: Preview) -> None:
    before = preview.theme.read_text("utf-8")
    changed(window, "--brand", "#0a6b5c")
    # What somebody else writes meanwhile is kept, too.
    number = shown(window)
    preview.theme.write_text(before.replace("/* Issue briefs", "/* Our issue briefs"), "utf-8")
    await_revision(window, number)
    settled(window)
    window.locator("#theme-diff-opens").click()
    lines = window.locator("#theme-diff-lines")
    assert lines.locator("del").all_text_contents() == ["-  --brand: #12304f;"]
    assert lines.locator("ins").all_text_contents() == ["+  --brand: #0a6b5c;"]
    window.keyboard.press("Escape")
    while not preview.said.empty():
        preview.said.get()
    # Until the panel has seen that text, it says that the file has changed, and saves nothing.
    told = window.locator("#toast")
    while "Saved to styles/themes/own.css." not in str(told.text_content()):
        window.locator("#theme-save").click()
        told.filter(has_text=re.compile("Saved|meanwhile")).wait_for()
    text = preview.theme.read_text("utf-8")
    assert text == before.replace("/* Issue briefs", "/* Our issue briefs").replace("#12304f", "#0a6b5c")
    window.locator("#theme-foot").wait_for(state="hidden")
    assert row(window, "--brand").get_by_role("button", name="Open --brand").is_visible()
    preview.rebuilt()
