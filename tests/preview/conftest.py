"""A preview that runs, for all tests of a file that look at its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from preview_page import kept, preview_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
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
