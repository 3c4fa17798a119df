"""Make one page of two: the later version with all changes marked.

In:  the HTML of both pages, as the templates give it.
Out: a `MarkedPage`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.compare.accepting import accepted
from issuebrief.compare.block_merge import Merger
from issuebrief.compare.copies import settle_links
from issuebrief.compare.list_changes import list_changes
from issuebrief.compare.model import MarkedPage
from issuebrief.compare.moves import mark_moves
from issuebrief.compare.note_names import keys_of
from issuebrief.compare.review_words import ReviewWords
from issuebrief.markdown_body.source.html_tree import Element, parse, serialise, walk

if TYPE_CHECKING:
    from issuebrief.compare.note_names import Digest

ENGLISH = ReviewWords()
BODY, END = "<body>", "</body>"


def marked_page(
    old: str,
    new: str,
    digest_old: Digest = str,
    digest_new: Digest = str,
    words: ReviewWords = ENGLISH,
    *,
    margins: bool = True,
) -> MarkedPage:
    """The later page with changes marked; the digests say what is in pictures, by their addresses.

    Without `margins`, what stands in sidebars has no marks, and takes no more room than it will; its changes
    are listed all the same.
    """
    head, _, rest = new.partition(BODY)
    if not rest:
        head, rest = "", new
    inner, end, foot = rest.rpartition(END)
    if not end:
        inner, foot = rest, ""
    tree = merged_tree(parse(_body_of(old)), parse(inner), digest_old, digest_new)
    changes = list_changes(tree, words)
    for each in walk(tree) if not margins else ():
        if each.tag == "aside":
            each.children = accepted(each.children)
    if not margins:
        ids = {each.attributes.get("id") for each in walk(tree)}
        changes = tuple(change if change.anchor in ids else replace(change, anchor="") for change in changes)
    frame = (head + BODY if head else "", end + foot if end else "")
    return MarkedPage(frame[0] + serialise(tree.children) + frame[1], changes)


def merged_tree(old: Element, new: Element, digest_old: Digest = str, digest_new: Digest = str) -> Element:
    """The tree of both versions."""
    merger = Merger(keys_of(old, new, digest_old, digest_new))
    tree = merger.merged(old, new, named=True)
    mark_moves(merger)
    settle_links(tree, walk(tree))
    return tree


def _body_of(page: str) -> str:
    inner = page.partition(BODY)[2] or page
    return inner.rpartition(END)[0] or inner
