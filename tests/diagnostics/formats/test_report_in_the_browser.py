"""The page of a check in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_clean import assert_clean
from examples import combined
from findings import ALL, ROOT, picture

from issuebrief.diagnostics.formats.html import Checked, as_page
from issuebrief.job import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.mark.parametrize(("scheme", "width"), combined(("light", "dark"), (360, 1280)))
def test_axe_finds_nothing_wrong(chromium: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    outcome = Outcome(ALL, 3, (), (picture(), picture(), picture()))
    file = tmp_path / "preflight.html"
    briefs = [Checked(f"content/{name}/brief.md", outcome) for name in ("moon", "sun")]
    file.write_text(as_page(briefs, ROOT), "utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    window = context.new_page()
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.goto(file.as_uri())
    assert_clean(window, "as it is opened", passes=15)
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    window.locator("a[href^='#spot']").first.click()
    assert window.evaluate("document.querySelector(':target').id").startswith("spot-")
    context.close()
    assert said == []
