"""What axe says of a page in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page as Window


def assert_clean(window: Window, state: str) -> None:
    """What axe finds wrong is nothing."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"resultTypes": ["violations"]}
    answer = Axe().run(window, options=options).response
    wrong = [(fault["id"], node["html"][:200]) for fault in answer["violations"] for node in fault["nodes"]]
    assert wrong == [], state
    assert len(answer["passes"]) > 20
