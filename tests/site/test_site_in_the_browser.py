"""The site in a real browser, from the disk: its search, its links, what axe says of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

import pytest
from axe_clean import assert_clean
from site_project import publish_in, write_series

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


def test_a_page_weighs_less_than_100_kb_without_pictures(chromium: Browser, site: Path) -> None:
    context = chromium.new_context()
    window = context.new_page()
    asked: set[str] = set()
    window.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    for page in PAGES:
        asked.clear()
        window.goto((site / page).as_uri())
        window.evaluate("document.fonts.ready.then(() => true)")
        files = [Path(unquote(urlsplit(address).path)) for address in asked]
        assert {path.suffix for path in files} >= {".html", ".css", ".js", ".woff2"}
        texts = [path for path in files if path.suffix in (".html", ".css", ".js", ".woff2")]
        assert sum(path.stat().st_size for path in texts) < 100_000, page
    context.close()
