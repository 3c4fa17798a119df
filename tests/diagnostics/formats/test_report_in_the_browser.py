"""The page of a check in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from findings import ALL, ROOT, picture

from issuebrief.diagnostics.formats.html import Checked, as_page
from issuebrief.job import Outcome

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_wrong(chromium: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    outcome = Outcome(ALL, 3, (), (picture(), picture(), picture()))
    file = tmp_path / "preflight.html"
    briefs = [Checked(f"content/{name}/brief.md", outcome) for name in ("moon", "sun")]
    file.write_text(as_page(briefs, ROOT), "utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    window = context.new_page()
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.goto(file.as_uri())
    answer = Axe().run(window).response
    wrong = [(fault["id"], node["html"][:200]) for fault in answer["violations"] for node in fault["nodes"]]
    assert wrong == []
    assert len(answer["passes"]) > 15
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    window.locator("a[href^='#spot']").first.click()
    assert window.evaluate("document.querySelector(':target').id").startswith("spot-")
    context.close()
    assert said == []
