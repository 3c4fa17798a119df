"""The last page of a review copy: what was changed, and where.

In:  a marked page, its changes, and what the two versions are called.
Out: the page with the summary behind all else. It is in English, as all that the program says to an editor.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from issuebrief.compare.model import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LISTED = 300
"""So many changes are listed on the page; the list for programs has all."""
MOST_LETTERS = 140
"""So many letters of a change are shown."""
END, NO_PAGE = "</body>", "0"


def with_summary(html: str, changes: Sequence[Change], names: tuple[str, str]) -> str:
    """The page with the summary at its end."""
    body, end, rest = html.rpartition(END)
    return body + summary(changes, names) + end + rest


def summary(changes: Sequence[Change], names: tuple[str, str], *, paged: bool = True) -> str:
    """The summary as HTML; where there are no pages, changes are numbered."""
    rows = "\n".join(_row(change, paged=paged) for change in changes[:MOST_LISTED])
    head = "Page" if paged else "No."
    more = len(changes) - MOST_LISTED
    left = f'<p class="more">{more:,} more changes are marked.</p>' if more > 0 else ""
    old, new = map(escape, names)
    return f"""<section class="changes" lang="en" dir="ltr">
<h2 class="changes-heading">Changes</h2>
<p class="versions">From <b>{old}</b> to <b>{new}</b>: {counted(changes)}.
<ins>Inserted</ins>, <del>deleted</del>, <span class="moved">moved</span>.</p>
<table class="change-list">
<thead><tr><th scope="col">{head}</th><th scope="col">Where</th><th scope="col">Change</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
{left}
</section>
"""


def counted(changes: Sequence[Change]) -> str:
    """How many changes there are of each kind, in words."""
    numbers = Counter(change.kind for change in changes)
    parts = [f"{numbers[kind]:,} {kind}" for kind in ChangeKind if numbers[kind]]
    total = f"{len(changes):,} change{'s' if len(changes) != 1 else ''}"
    return f"{total} ({', '.join(parts)})" if parts else total


def _row(change: Change, *, paged: bool) -> str:
    link = _page_of(change.anchor, change.page if paged else change.number)
    return f"<tr><td>{link}</td><td>{escape(change.part)}</td><td>{_words(change, paged=paged)}</td></tr>"


def _words(change: Change, *, paged: bool) -> str:
    before, after = (escape(shortened(text)) for text in (change.before, change.after))
    match change.kind:
        case ChangeKind.INSERTED:
            return f"<ins>{after}</ins>"
        case ChangeKind.DELETED:
            return f"<del>{before}</del>"
        case ChangeKind.MOVED:
            if not paged:
                return f'<span class="moved">{after}</span>'
            page = _page_of(change.origin, change.origin_page)
            return f'<span class="moved">{after}</span> (from page {page})'
        case ChangeKind.RESTYLED:
            return f"{after} (was {before})"
        case ChangeKind.REPLACED:
            return f"<del>{before}</del> <ins>{after}</ins>"


def _page_of(anchor: str, page: int) -> str:
    """A link whose words are the number of the page; a dash where the change is marked on none."""
    if not anchor:
        return "–"
    return f'<a href="#{escape(anchor)}">{page or NO_PAGE}</a>'


def shortened(text: str, most: int = MOST_LETTERS) -> str:
    """A text, cut in its middle where it is long."""
    if len(text) <= most:
        return text
    half = most // 2 - 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
