"""A few pages look as they looked when somebody last looked at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pictures import VIEWS, View, difference, picture
from PIL import Image, ImageChops, ImageDraw

if TYPE_CHECKING:
    from conftest import Shipped


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.path.stem)
def test_the_page_looks_as_it_did(shipped: dict[str, Shipped], view: View) -> None:
    found = difference(picture(shipped[view.brief].facts, view.page), Image.open(view.path).convert("L"))
    assert found.small, (
        f"{view.path.name} is off by {found}: look at the page, then run python tests/support/pictures.py"
    )


def test_a_page_that_moved_by_half_a_line_is_noticed(shipped: dict[str, Shipped]) -> None:
    page = picture(shipped["return-to-the-moon"].facts, 1)
    assert not difference(page, ImageChops.offset(page, 0, 3)).small


def test_a_word_that_is_missing_is_noticed(shipped: dict[str, Shipped]) -> None:
    page = picture(shipped["return-to-the-moon"].facts, 1)
    without = page.copy()
    ImageDraw.Draw(without).rectangle((91, 60, 115, 66), fill=255)
    assert not difference(page, without).small


def test_a_page_of_another_size_is_noticed() -> None:
    assert not difference(Image.new("L", (10, 10)), Image.new("L", (10, 11))).small


def test_a_page_is_like_itself(shipped: dict[str, Shipped]) -> None:
    page = picture(shipped["return-to-the-moon"].facts, 1)
    assert difference(page, page.point([min(255, grey + 3) for grey in range(256)])).mean > 0
    assert difference(page, page) == (0, 0)
