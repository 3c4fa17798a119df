"""What axe says of a page in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page as Window

RUN = "(options) => axe.run(document, options)"


def assert_clean(window: Window, state: str, passes: int = 20, rules: Any = None) -> None:
    """What axe finds wrong is nothing, and more rules than so many are kept.

    `rules` are such as axe leaves out if they are not asked for. Its script is read once in each window.
    """
    if not window.evaluate("'axe' in window"):
        from axe_playwright_python.sync_playwright import Axe

        window.evaluate(Axe().axe_script)
    answer = window.evaluate(RUN, {"resultTypes": ["violations"], "rules": rules or {}})
    wrong = [(fault["id"], node["html"][:200]) for fault in answer["violations"] for node in fault["nodes"]]
    assert wrong == [], state
    assert len(answer["passes"]) > passes
