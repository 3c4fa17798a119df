"""What is marked in a paragraph is what an editor would mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from revisions import small_layout_input

from issuebrief.compare.change_bars import DISTANCE, change_bars
from issuebrief.compare.marked_page import marked_page
from issuebrief.compare.model import ChangeKind
from issuebrief.layout import engine
from issuebrief.layout.inspect.marked_lines import marked_lines

if TYPE_CHECKING:
    from pathlib import Path


def marks(old: str, new: str) -> list[str]:
    """The marks in a paragraph of which there are two versions, as `-words` and `+words`."""
    before, after = (f"<body><main><p>{text}</p></main></body>" for text in (old, new))
    html = marked_page(before, after).html
    found = re.findall(r"<(ins|del)[^>]*>(.*?)</\1>", html)
    return [("+" if tag == "ins" else "-") + words for tag, words in found]


def test_a_sentence_goes_and_comes_with_the_mark_that_ends_it() -> None:
    one, two = "Ships sail.", "Ships sail. Ferries wait."
    assert marks(two, one) == ["- Ferries wait."]
    assert marks(f"Once {two}", f"Today {one}") == ["-Once", "+Today", "- Ferries wait."]
    assert marks(f"Once {one}", f"Today {two}") == ["-Once", "+Today", "+ Ferries wait."]


def test_a_space_that_comes_or_goes_is_no_change() -> None:
    before, after = (f"<main><p>{text}</p></main>" for text in ("Ships sail.", "Ships  sail. "))
    assert marked_page(before, after).changes == ()


def test_lines_that_were_moved_here_have_a_bar(tmp_path: Path) -> None:
    body = '<p>One.</p><p class="moved-to">Two.</p><p>T<ins>hree</ins>.</p>'
    pages, _ = engine.lay_out(small_layout_input(tmp_path, body))
    assert pages
    assert [(line.page, round(line.top)) for line in marked_lines(pages)] == [(1, 30), (1, 40)]


def test_the_bar_stands_where_the_lines_begin(tmp_path: Path) -> None:
    body = '<p>T<ins>hree</ins>.</p><p dir="rtl">\u05e9<ins>\u05dc\u05d5\u05e9</ins></p>'
    pages, _ = engine.lay_out(small_layout_input(tmp_path, body))
    assert pages
    from_left, from_right = marked_lines(pages)
    bars = change_bars(pages)
    assert [bar.x for bar in bars] == [from_left.left - DISTANCE, from_right.right + DISTANCE]
    assert (from_left.left, from_left.right) == (from_right.left, from_right.right)


def test_a_table_that_stands_elsewhere_was_moved_and_shows_what_was_changed_in_it() -> None:
    table = (
        '<figure class="table"><figcaption><p>Depths of ports</p></figcaption><table><tbody><tr><td>Aber</td>'
        "<td>{}</td><td>near the sea</td></tr><tr><td>Bryn</td><td>12</td></tr></tbody></table></figure>"
    )
    text = "<p>Ships sail from both of them every day of the week.</p>"
    before = f"<main>{table.format(4)}{text}</main>"
    after = f"<main>{text}{table.format(5)}</main>"
    changes = marked_page(before, after).changes
    assert [(change.kind, change.before, change.after) for change in changes if change.kind != "moved"] == [
        ("replaced", "4", "5")
    ]
    assert [change.kind for change in changes].count(ChangeKind.MOVED) == 1
