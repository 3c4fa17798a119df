"""The site in a real browser, from the disk and from a server: its search, its weight, what axe says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from axe_clean import assert_clean
from served_site import served
from site_project import publish_in, write_series

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Response

PAGES = (
    "index.html",
    "2023/tide/index.html",
    "2024/ferry/sv/index.html",
    "authors/index.html",
    "2024/index.html",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_series(tmp_path_factory.mktemp("series"))
    publish_in(folder)
    return folder / "site"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 375)])
def test_axe_finds_nothing_wrong_and_nothing_is_wider_than_the_window(
    chromium: Browser, site: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    context = chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True
    )
    window = context.new_page()
    for page in PAGES:
        window.goto((site / page).as_uri())
        assert window.locator("h1").count() == 1
        assert window.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert_clean(window, f"{page} {scheme}")
    context.close()


def test_the_search_works_from_the_disk_and_without_scripts_the_lists_remain(
    chromium: Browser, site: Path
) -> None:
    context = chromium.new_context()
    window = context.new_page()
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.on("request", lambda request: said.extend([request.url] * (not request.url.startswith("file:"))))
    window.goto((site / "index.html").as_uri())
    window.fill("#query", "oberg TIDE")
    window.wait_for_selector(".results a")
    assert window.inner_text(".found") == "Found: 1"
    window.click(".results a")
    assert window.url == (site / "2023/tide/index.html").as_uri()
    assert window.inner_text("h1") == "The Tide & the Table"
    assert said == []
    context.close()
    plain = chromium.new_context(java_script_enabled=False)
    window = plain.new_page()
    window.goto((site / "index.html").as_uri())
    assert not window.locator("#query").is_visible()
    assert window.locator(".entry a").count() == 1
    plain.close()


WATCH = """
window.moved = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.moved += entry.value)))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 375), ("light", 768)])
def test_a_page_is_light_asks_for_little_and_stays_where_it_is(
    chromium: Browser, site: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    with served(site, "/papers/") as address:
        for page in ("", "2023/tide/", "2024/ferry/sv/", "authors/", "2024/", "nowhere/at/all"):
            context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
            context.add_init_script(WATCH)
            said = visited(context.new_page(), address + page)
            assert [text for text in said if page != "nowhere/at/all" or "404" not in text] == []
            context.close()


def visited(window: Page, address: str) -> list[str]:
    """What the console says of a page that keeps to its budget."""
    said: list[str] = []
    answers: list[Response] = []
    window.on("console", lambda message: said.append(message.text))
    window.on("pageerror", lambda fault: said.append(str(fault)))
    window.on("response", lambda answer: answers.append(answer))
    window.goto(address, wait_until="networkidle")
    window.evaluate("document.fonts.ready.then(() => true)")
    texts = [answer for answer in answers if answer.request.resource_type != "image"]
    assert {"document", "stylesheet", "script", "font"} <= {each.request.resource_type for each in texts}
    assert sum(len(answer.body()) for answer in texts) < 100_000, address
    assert len(answers) <= 16, address
    assert window.evaluate("moved") < 0.01, address
    assert window.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    return said
