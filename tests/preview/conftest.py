"""A desk that runs, for all tests of a file that look at its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from preview_page import desk_on, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from preview_page import Desk


@pytest.fixture(scope="module")
def running(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_on(tmp_path_factory.mktemp("desk")) as desk:
        yield desk


@pytest.fixture
def desk(running: Desk) -> Iterator[Desk]:
    """It; its files are as they were before each test."""
    with kept(running):
        yield running
