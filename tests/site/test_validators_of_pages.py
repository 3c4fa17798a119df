"""What validators say of every kind of page of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from site_project import publish_in, write_series
from validators import HTML_VALIDATE, NU, html_validate, nu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

KINDS = {
    "the first page": "index.html",
    "a year": "2023/index.html",
    "a brief with all there is": "2023/tide/index.html",
    "an edition": "2024/ferry/sv/index.html",
    "all authors": "authors/index.html",
    "an author": "authors/jane-doe/index.html",
    "all topics": "topics/index.html",
    "a topic": "topics/ferries/index.html",
    "no page": "404.html",
    "a former address": "old/tide.html",
}

pytestmark = pytest.mark.skipif(
    not (NU or HTML_VALIDATE), reason="neither vnu nor html-validate is installed"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = write_series(tmp_path_factory.mktemp("series"))
    publish_in(folder)
    return [folder / "site" / path for path in KINDS.values()]


@pytest.mark.parametrize(
    "validate",
    [
        pytest.param(nu, marks=pytest.mark.skipif(not NU, reason="vnu is not installed"), id="vnu"),
        pytest.param(
            html_validate,
            marks=pytest.mark.skipif(not HTML_VALIDATE, reason="html-validate is not installed"),
            id="html-validate",
        ),
    ],
)
def test_validators_find_nothing_wrong_with_any_kind_of_page(
    pages: list[Path], validate: Callable[[Sequence[Path]], list[str]]
) -> None:
    assert validate(pages) == []
