"""Web pages without a style sheet, for tests of what stands in them."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def unstyled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make web pages without the sheet and its fonts, which take most of the time."""
    from issuebrief.web import build

    def no_sheet(*_: Any) -> tuple[str, tuple[()]]:
        return "", ()

    monkeypatch.setattr(build, "_sheet", no_sheet)
