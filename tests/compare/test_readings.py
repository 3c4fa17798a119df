"""Accepting all changes of a marked page gives the later version, rejecting all the earlier one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from edited import edited
from examples import further
from readings import reading

from issuebrief.compare.compare_briefs import page_of
from issuebrief.compare.marked_page import marked_page
from issuebrief.job import Job
from issuebrief.markdown_body.source.html_tree import parse
from issuebrief.pipeline.set_pages import read_judged
from issuebrief.resources import search_path

ROOT = Path(__file__).resolve().parents[2]
BRIEFS = sorted((ROOT / "content").glob("*/brief.md"))
PLACES = search_path(ROOT)


def page(path: Path, text: str) -> str:
    """The HTML of the pages of a text that lies beside a brief."""
    job = Job(path, (), PLACES, text=text.encode())
    manuscript, _ = read_judged(job)
    assert manuscript
    return page_of(job, manuscript)[0]


def inner(html: str) -> str:
    """What stands in the body of a page."""
    return html.partition("<body>")[2].rpartition("</body>")[0]


@pytest.mark.parametrize("seed", [*range(3), *further(*range(3, 120))])
def test_both_versions_can_be_read_off_a_marked_page(seed: int) -> None:
    chance = random.Random(seed)
    path = BRIEFS[seed % len(BRIEFS)]
    text = path.read_text("utf-8")
    old = edited(text, 2 * seed, chance.choice((0, 1, 3)))
    new = edited(old, 2 * seed + 1, chance.choice((1, 4, 12, 40)))
    before, after = page(path, old), page(path, new)
    marked = parse(inner(marked_page(before, after).html))
    assert reading(marked, "accepted") == reading(parse(inner(after)))
    assert reading(marked, "rejected") == reading(parse(inner(before)))


def test_two_briefs_with_nothing_in_common_are_one_taken_out_and_the_other_put_in() -> None:
    before, after = (page(path, path.read_text("utf-8")) for path in BRIEFS[:2])
    marked = parse(inner(marked_page(before, after).html))
    assert reading(marked, "accepted") == reading(parse(inner(after)))
    assert reading(marked, "rejected") == reading(parse(inner(before)))


def test_versions_that_are_alike_have_no_changes() -> None:
    html = page(BRIEFS[0], BRIEFS[0].read_text("utf-8"))
    assert marked_page(html, html).changes == ()
