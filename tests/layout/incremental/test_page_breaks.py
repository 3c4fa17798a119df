"""Places in a tree of boxes, good for the next tree too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from revisions import small_layout_input

from issuebrief.layout import engine
from issuebrief.layout.build_boxes import box_tree
from issuebrief.layout.incremental.dependencies import following, split_at, token_of, tokens_of
from issuebrief.layout.incremental.page_breaks import is_place, place_of, resume_at
from issuebrief.layout.incremental.styled_tree import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

BODY = "<h2 n=1>A</h2><section n=2><p n=3>B</p><p n=4>C</p></section><p n=5>D</p><p n=6>E</p>"
BODY += "<table n=7><tr n=8><td n=9>F</table>"


def tree(folder: Path, body: str) -> Any:
    from weasyprint import HTML
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration

    html = HTML(string=small_layout_input(folder, body).html.replace(" n=", f" {TOKEN}="))
    context = engine.layout_context(html, [], FontConfiguration(), CounterStyle())
    return box_tree(html, context)


def at(*indices: int, rest: Any = None) -> Any:
    for index in reversed(indices):
        rest = {index: rest}
    return rest


@pytest.mark.parametrize("place", [None, at(0, 0), at(0, 1, 1), at(0, 1, 0, 0, 3), at(0, 4, 0, 0, 0)])
def test_a_place_is_found_again_in_the_same_tree(tmp_path: Path, place: Any) -> None:
    root = tree(tmp_path, BODY)
    named = place_of(root, place)
    assert is_place(root, named)
    assert resume_at(root, named) == place


def test_a_place_is_found_again_where_more_stands_before_it(tmp_path: Path) -> None:
    root, other = tree(tmp_path, BODY), tree(tmp_path, "<p n=20>New</p>" + BODY.replace("<p n=3>B</p>", ""))
    assert resume_at(other, place_of(root, at(0, 1, 1))) == at(0, 2, 0)
    assert resume_at(other, place_of(root, at(0, 3))) == at(0, 4)
    assert not is_place(other, place_of(root, at(0, 1, 0)))


def test_what_stands_next_has_a_say(tmp_path: Path) -> None:
    root = tree(tmp_path, BODY)
    assert tokens_of(following(root, at(0, 1, 1))) == {"4", "5", "6", "7", "8", "9"}
    assert tokens_of(following(root, at(0, 2))) == {"5", "6", "7", "8", "9"}
    assert tokens_of(following(root, None)) == frozenset()


def test_a_table_is_there_as_a_whole(tmp_path: Path) -> None:
    root = tree(tmp_path, BODY)
    assert tokens_of(split_at(root, at(0, 4, 0, 0, 0))) == {"7", "8", "9"}
    assert tokens_of(split_at(root, at(0, 2))) == frozenset()
    assert token_of(root) == ""
