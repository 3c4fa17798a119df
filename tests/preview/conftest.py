"""A preview that runs, and a window on it, for all tests of a file that look at its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from preview_page import as_opened, kept, preview_of, window_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Window
    from preview_page import Preview


@pytest.fixture(scope="module")
def running(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview_of(tmp_path_factory.mktemp("preview")) as preview:
        yield preview


@pytest.fixture
def preview(running: Preview) -> Iterator[Preview]:
    """It; its files are as they were before each test."""
    with kept(running):
        yield running


@pytest.fixture(scope="module")
def first_window(running: Preview, chromium: Browser) -> Iterator[Window]:
    with window_on(running, chromium, permissions=["clipboard-read", "clipboard-write"]) as window:
        yield window


@pytest.fixture
def window(first_window: Window, preview: Preview) -> Window:
    """One for all tests of a file that need no other manner of it and do not write the brief."""
    as_opened(first_window, preview)
    return first_window
