"""The web page in a real browser: what a reader sees, does and hears."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from axe_clean import assert_clean
from examples import combined, further
from PIL import Image
from setting import write_brief
from stated import BODY, FRONT, prepared
from web_pages import BRIEFS, THEMES, made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window

PAGES = pytest.mark.parametrize(
    "page",
    [pytest.param(some.values, marks=some.marks, id=str(some.values)) for some in combined(BRIEFS, THEMES)],
)
"""Every brief, in every theme."""
SIZES = {"narrow": (320, 700), "telephone": (360, 780), "tablet": (768, 1024), "desktop": (1280, 900)}
MOON = ("return-to-the-moon", "isdp")
ADDRESS = "http://brief.test/"
NOTE = "document.querySelector('.note-card')"


class Files(dict[tuple[str, str], "Path"]):
    """The page of every brief in every theme, made when it is asked for first."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, page: tuple[str, str]) -> Path:
        name, theme = page
        content, problems = made(BRIEFS[name], theme)
        assert problems == ()
        self[page] = self._folder / f"{name}-{theme}.html"
        self[page].write_bytes(content)
        return self[page]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return Files(tmp_path_factory.mktemp("pages"))


@contextmanager
def reading(chromium: Browser, file: Path, size: str = "desktop", **manner: Any) -> Iterator[Window]:
    """A window on a page; it fails on anything that the browser complains of, and on any request."""
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, **manner)
    context.route("**/*", lambda route: route.abort())
    context.route(ADDRESS, lambda route: route.fulfill(path=file, content_type="text/html"))
    window = context.new_page()
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.on("pageerror", lambda fault: said.append(str(fault)))
    window.on("request", lambda request: said.append(request.url[:100]))
    window.goto(ADDRESS)
    yield window
    context.close()
    assert [line for line in said if line != ADDRESS and not line.startswith("data:")] == []


@PAGES
@pytest.mark.parametrize(
    "view", [("light", "desktop"), ("dark", "telephone"), *further((("dark", "desktop"),))]
)
def test_axe_finds_nothing_wrong(
    chromium: Browser, files: Files, page: tuple[str, str], view: tuple[str, str]
) -> None:
    scheme, size = view
    with reading(
        chromium, files[page], size, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    ) as window:
        for state in ("as it is opened", "with a note opened"):
            assert_clean(window, state, rules={"target-size": {"enabled": True}})
            window.locator(".note-mark").first.press("Enter")


@pytest.mark.parametrize(
    ("theme", "scheme", "size"),
    [
        ("isdp", "light", "desktop"),
        *further(("policy-note", "dark", "telephone"), ("report", "light", "narrow")),
    ],
)
def test_axe_finds_nothing_wrong_with_what_a_house_states(
    chromium: Browser, tmp_path: Path, theme: str, scheme: str, size: str
) -> None:
    until = {"draft": True, "embargo": "2999-12-12 00:01 CET"}
    house = {
        **FRONT["publisher"],
        "url": "https://example.org",
        "email": "info@example.org",
        "social": ["https://mastodon.social/@harbours", "https://bsky.app/profile/harbours"],
    }
    front = {**FRONT, **until, "publisher": house}
    content, problems = made(write_brief(prepared(tmp_path), BODY, theme=theme, **front))
    assert problems == ()
    (tmp_path / "page.html").write_bytes(content)
    with reading(chromium, tmp_path / "page.html", size, color_scheme=scheme, bypass_csp=True) as window:
        assert_clean(window, "as it is opened", rules={"target-size": {"enabled": True}})
        assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")


@PAGES
def test_every_letter_is_drawn_with_a_font_of_the_page(
    chromium: Browser, files: Files, page: tuple[str, str]
) -> None:
    with reading(chromium, files[page]) as window:
        window.evaluate("document.fonts.ready")
        devtools = window.context.new_cdp_session(window)
        devtools.send("DOM.enable")
        devtools.send("CSS.enable")
        root = devtools.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        nodes = devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body *"})["nodeIds"]
        drawn = [
            font
            for node in nodes
            for font in devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        ]
        assert len(drawn) > 50
        assert {font["familyName"] for font in drawn if not font["isCustomFont"]} == set()


@PAGES
def test_nothing_sticks_out_of_the_window(chromium: Browser, files: Files, page: tuple[str, str]) -> None:
    with reading(chromium, files[page]) as window:
        for width, height in SIZES.values():
            window.set_viewport_size({"width": width, "height": height})
            assert window.evaluate("document.documentElement.scrollWidth") == width
            wide = window.evaluate(
                """() => [...document.querySelectorAll("main *")]
                     .filter((part) => !part.closest(".scroll"))
                     .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
                     .map((part) => part.outerHTML.slice(0, 80))"""
            )
            assert wide == [], width


@PAGES
def test_on_a_wide_screen_every_quotation_stands_in_the_margin_beside_its_passage(
    chromium: Browser, files: Files, page: tuple[str, str]
) -> None:
    with reading(chromium, files[page]) as window:
        boxes = window.evaluate(
            """() => [...document.querySelectorAll(".pull-quote")].map((quote) => {
                 const passage = document.getElementById(quote.dataset.passage);
                 const [a, b, c] = [quote, passage.parentElement, passage].map(
                   (part) => part.getBoundingClientRect());
                 return [a.left, a.right, b.left, b.right, a.top, c.top, a.bottom];
               })"""
        )
        assert boxes
        bottom = 0.0
        for left, right, text_left, text_right, top, passage, end in boxes:
            assert left > text_right if page[1] == "policy-note" else right < text_left
            assert top >= bottom
            # A line or two off, or a little below the quotation before it.
            assert -100 < top - passage < 420
            bottom = end


def test_most_quotations_stand_within_three_lines_of_their_passage(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON]) as window:
        off = window.evaluate(
            """() => [...document.querySelectorAll(".pull-quote")].map((quote) => Math.abs(
                 quote.getBoundingClientRect().top
                 - document.getElementById(quote.dataset.passage).getBoundingClientRect().top))"""
        )
        assert sum(distance < 92 for distance in off) >= 0.7 * len(off)


def test_on_a_narrow_screen_quotations_stand_between_the_paragraphs(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON], "telephone") as window:
        boxes = window.evaluate(
            """() => [...document.querySelectorAll(".pull-quote")].map((quote) => {
                 const above = quote.parentElement.previousElementSibling.getBoundingClientRect();
                 const here = quote.getBoundingClientRect();
                 return [here.left - above.left, here.top - above.bottom];
               })"""
        )
        assert len(boxes) > 3
        for across, down in boxes:
            assert abs(across) < 1
            assert 0 <= down < 60


def settled(window: Window, wanted: str) -> object:
    """What is true once the page has answered to all that happened to it."""
    answered = "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(tell)))"
    return window.evaluate(f"async () => {{ await new Promise(tell => {answered}); return {wanted} }}")


def opened(window: Window) -> bool:
    return bool(settled(window, f"{NOTE}.matches(':popover-open')"))


def focused(window: Window) -> str:
    return str(settled(window, "document.activeElement.id || document.activeElement.className"))


def test_a_note_is_opened_read_and_closed_by_keyboard(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON]) as window:
        mark, card = window.locator("#mark-3-1"), window.locator(".note-card")
        note = window.locator("#note-3").text_content() or ""
        assert not card.is_visible()
        mark.focus()
        window.keyboard.press("Enter")
        assert opened(window) and focused(window) == "note-card"
        assert (card.get_attribute("aria-label"), mark.get_attribute("aria-expanded")) == (
            "Note\u00a03",
            "true",
        )
        assert window.locator(".note-card-text").text_content() == note.removeprefix("3").strip()
        window.keyboard.press("Tab")
        assert focused(window) == "note-card-title"
        window.keyboard.press("Tab")
        assert window.evaluate(f"{NOTE}.contains(document.activeElement)")
        window.keyboard.press("Escape")
        assert not opened(window) and focused(window) == "mark-3-1"
        assert mark.get_attribute("aria-expanded") == "false"


def test_the_close_button_leads_back_to_the_mark(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON], "telephone") as window:
        window.locator("#mark-2-1").press("Enter")
        window.locator(".note-card-close").press("Enter")
        assert not opened(window) and focused(window) == "mark-2-1"


def test_a_click_opens_a_note_beside_its_mark_and_a_second_closes_it(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON]) as window:
        mark, card = window.locator("#mark-9-1"), window.locator(".note-card")
        mark.click()
        spot, box = mark.bounding_box(), card.bounding_box()
        assert spot and box
        below, above = box["y"] - spot["y"] - spot["height"], spot["y"] - box["y"] - box["height"]
        assert 0 <= max(below, above) < 16
        assert box["x"] >= 0 and box["x"] + box["width"] <= SIZES["desktop"][0]
        mark.click()
        assert not opened(window)
        mark.click()
        assert opened(window)


def test_another_mark_opens_its_own_note_and_a_click_elsewhere_closes_it(
    chromium: Browser, files: Files
) -> None:
    with reading(chromium, files[MOON]) as window:
        window.locator("#mark-1-1").click()
        window.evaluate("document.querySelector('#mark-2-1').click()")
        assert window.locator(".note-card-title").text_content() == "Note 2"
        assert window.locator("#mark-1-1").get_attribute("aria-expanded") == "false"
        assert window.locator("#mark-2-1").get_attribute("aria-expanded") == "true"
        window.mouse.click(5, 5)
        assert not opened(window) and focused(window) != "mark-2-1"


def test_the_title_of_a_note_leads_to_the_endnotes(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON]) as window:
        window.locator("#mark-4-1").press("Enter")
        window.locator(".note-card-title").press("Enter")
        assert not opened(window)
        assert window.evaluate("location.hash") == "#note-4"


def test_without_scripts_marks_lead_to_the_endnotes_and_back(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON], java_script_enabled=False) as window:
        assert not window.locator(".note-card").is_visible()
        window.locator("#mark-5-1").click()
        assert window.url.endswith("#note-5")
        window.locator("#note-5 [role=doc-backlink]").first.click()
        assert window.url.endswith("#mark-5-1")


def test_the_first_key_leads_past_the_masthead(chromium: Browser, files: Files) -> None:
    with reading(chromium, files[MOON]) as window:
        window.keyboard.press("Tab")
        assert focused(window) == "skip"
        box = window.locator(".skip").bounding_box()
        assert box and box["width"] > 60
        window.keyboard.press("Enter")
        assert focused(window) == "text"


def paper(window: Window) -> str:
    return str(window.evaluate("getComputedStyle(document.body).backgroundColor"))


@pytest.mark.parametrize("theme", THEMES)
def test_the_paper_is_white_by_day_dark_by_night_and_white_in_print(
    chromium: Browser, files: Files, theme: str
) -> None:
    with reading(chromium, files["return-to-the-moon", theme]) as window:
        assert paper(window) == "rgb(255, 255, 255)"
    with reading(chromium, files["return-to-the-moon", theme], color_scheme="dark") as window:
        red, green, blue = (int(part) for part in paper(window).removeprefix("rgb(").rstrip(")").split(","))
        assert max(red, green, blue) < 40
        window.emulate_media(media="print")
        assert paper(window) == "rgb(255, 255, 255)"
        assert not window.locator(".skip").is_visible()
        assert (
            window.evaluate("getComputedStyle(document.querySelector('.masthead')).backgroundColor")
            == "rgba(0, 0, 0, 0)"
        )


def test_who_asks_for_less_motion_gets_none(chromium: Browser, files: Files) -> None:
    for wish, animation, scrolling in (
        ("reduce", "none", "auto"),
        ("no-preference", "note-card-appears", "smooth"),
    ):
        with reading(chromium, files[MOON], reduced_motion=wish) as window:
            window.locator("#mark-1-1").press("Enter")
            assert window.evaluate(f"getComputedStyle({NOTE}).animationName") == animation
            assert window.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == scrolling


def test_a_wide_table_scrolls_by_keyboard_within_the_page(chromium: Browser, tmp_path: Path) -> None:
    row = "| " + " | ".join("Unbreakable" * 2 for _ in range(8)) + " |"
    file = tmp_path / "brief.html"
    file.write_bytes(made(write_brief(tmp_path, f"Text.\n\n{row}\n{'| --- ' * 8}|\n{row}\n"))[0])
    with reading(chromium, file, "telephone") as window:
        assert window.evaluate("document.documentElement.scrollWidth") == SIZES["telephone"][0]
        region = window.locator(".scroll")
        region.focus()
        for _ in range(3):
            window.keyboard.press("ArrowRight")
        window.wait_for_timeout(300)
        assert window.evaluate("document.querySelector('.scroll').scrollLeft") > 20


def test_a_hostile_brief_runs_nothing_even_where_no_policy_forbids_it(
    chromium: Browser, tmp_path: Path
) -> None:
    body = (
        "Text.[^a]\n\n<script>document.title = 'hacked'</script>\n\n"
        "<img src='a.png' alt='x' onerror=\"document.title = 'hacked'\">\n\n"
        "<svg onload=\"document.title = 'hacked'\"></svg>\n\n"
        "<details open ontoggle=\"document.title = 'hacked'\"><summary>x</summary></details>\n\n"
        "[^a]: <a href=\"javascript:document.title='hacked'\">x</a>"
    )
    Image.new("RGB", (9, 9)).save(tmp_path / "a.png")
    content, _ = made(write_brief(tmp_path, body, abstract="<script>document.title = 'hacked'</script>"))
    file = tmp_path / "brief.html"
    file.write_bytes(content)
    with reading(chromium, file, bypass_csp=True) as window:
        window.locator("#mark-1-1").press("Enter")
        assert window.title() == "Notes on a Crossing"
        assert window.evaluate("document.querySelectorAll('script, svg, [onerror], [ontoggle]').length") == 2


def test_the_policy_stops_a_script_that_somebody_slips_in_and_every_request(
    chromium: Browser, tmp_path: Path
) -> None:
    content, _ = made(write_brief(tmp_path, "Text."))
    context = chromium.new_context()
    window = context.new_page()
    slipped_in = b"<script>document.title = 'hacked'</script></main>"
    context.route(
        "**/*",
        lambda route: route.fulfill(body=content.replace(b"</main>", slipped_in), content_type="text/html"),
    )
    window.goto(ADDRESS)
    assert window.title() == "Notes on a Crossing"
    assert window.evaluate("fetch('https://example.org').then(() => 'sent', () => 'refused')") == "refused"
    context.close()
