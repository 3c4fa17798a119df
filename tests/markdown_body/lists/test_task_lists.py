"""Tasks have boxes; the brackets that they are typed with are not printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import html_of

if TYPE_CHECKING:
    from pathlib import Path


def test_items_of_a_list_of_tasks_have_boxes_in_place_of_dashes() -> None:
    html = html_of("- [ ] to do\n- [x] done\n- [ ]no task\n")
    assert re.findall(r"<li[^>]*>[^<]*", html) == [
        '<li class="task">to do',
        '<li class="task done">done',
        "<li>[ ]no task",
    ]


@pytest.mark.parametrize("mark", ["x", "X"])
def test_numbered_tasks_keep_their_numbers(mark: str) -> None:
    html = html_of(f"3. [ ] to do\n4. [{mark}] done\n5. plain\n")
    assert re.findall(r"<li[^>]*>([^<]*)", html) == ["☐\u2002to do", "☑\u2002done", "plain"]


def test_the_boxes_of_both_are_on_the_page_and_nothing_is_told(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "Two lists.\n\n1. [ ] one\n2. [x] two\n\nAnd\n\n- [ ] three\n- [x] four\n")
    words = ("one", "two", "three", "four")
    assert re.findall(r"([☐☑])\s*(\w+)", facts.copied(0)) == [*zip("☐☑☐☑", words, strict=True)]
