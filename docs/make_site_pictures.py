"""Draw the pictures of docs/publishing.md: pages of a site on two screens, and a picture for link previews.

In:  the briefs in content/, and a Chromium on this machine.
Out: docs/pictures/site.png and docs/pictures/site-card.png. `make pictures` runs it after make_pictures.py.
"""

from __future__ import annotations

import shutil
import tempfile
from io import BytesIO
from pathlib import Path

from make_pictures import GROUND, PICTURES, ROOT, save
from make_web_picture import BROWSERS
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.project.workspace import briefs_of
from issuebrief.resources import search_path
from issuebrief.site.publish import SiteOrder, publish

WIDTH, PAD, GAP = 1100, 32, 28
LANDING = "2023/return-to-the-moon/"
SCREENS = (("index.html", 1280, 900, "light"), (f"{LANDING}index.html", 390, 900, "dark"))
"""The page, the width and height of the window in CSS pixels, the colours."""
CARD = f"{LANDING}return-to-the-moon-card.png"
CARD_WIDTH = 480


def main() -> None:
    """Draw the pictures, and print their names."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        raise SystemExit("there is no Chromium on this machine: make browser gets one")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        order = SiteOrder(
            briefs_of((), ROOT), folder / "site", folder / "build", search_path(ROOT), SeverityPolicy()
        )
        publish(order)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=path, args=["--headless", "--no-sandbox"])
            screens = [_screen(browser, order.folder, *screen) for screen in SCREENS]
            browser.close()
        card = Image.open(order.folder / CARD).convert("RGB")
    card.thumbnail((CARD_WIDTH, CARD_WIDTH), Image.Resampling.LANCZOS)
    for file in (_together(screens), save(card, PICTURES / "site-card.png", 48)):
        print(file.relative_to(ROOT))


def _screen(browser: Browser, site: Path, page: str, width: int, height: int, scheme: str) -> Image.Image:
    window = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light"
    )
    window.goto((site / page).as_uri())
    return Image.open(BytesIO(window.screenshot())).convert("RGB")


def _together(screens: list[Image.Image]) -> Path:
    """The screens side by side on a ground."""
    scale = (WIDTH - 2 * PAD - (len(screens) - 1) * GAP) / sum(screen.width for screen in screens)
    reduced = [
        screen.resize((round(screen.width * scale), round(screen.height * scale)), Image.Resampling.LANCZOS)
        for screen in screens
    ]
    whole = Image.new("RGB", (WIDTH, max(screen.height for screen in reduced) + 2 * PAD), GROUND)
    left = PAD
    for screen in reduced:
        whole.paste(screen, (left, PAD))
        left += screen.width + GAP
    return save(whole, PICTURES / "site.png", 48)


if __name__ == "__main__":
    main()
