"""A preview of a short brief, which is set anew for each value that a test tries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from preview_page import preview_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from preview_page import Preview


@pytest.fixture(scope="session")
def running(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with preview_of(tmp_path_factory.mktemp("theme-panel"), count=1) as preview:
        yield preview
