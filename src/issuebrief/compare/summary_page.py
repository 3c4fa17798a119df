"""The last page of a review copy: what was changed, and where.

In:  a marked page, its changes, what the two versions are called, and the words of the brief's language.
Out: the page with the summary behind all else.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from issuebrief.compare.model import Change, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.compare.review_words import ReviewWords

MOST_LISTED = 300
"""So many changes are listed on the page; the list for programs has all."""
MOST_LETTERS = 140
"""So many letters of a change are shown."""
END, NO_PAGE = "</body>", "0"


def with_summary(
    html: str, changes: Sequence[Change], names: tuple[str, str], words: ReviewWords, lang: str
) -> str:
    """The page with the summary at its end."""
    body, end, rest = html.rpartition(END)
    return body + summary(changes, names, words, lang) + end + rest


def summary(
    changes: Sequence[Change], names: tuple[str, str], words: ReviewWords, lang: str, *, paged: bool = True
) -> str:
    """The summary as HTML; where there are no pages, changes are numbered. `lang` is the brief's language."""
    rows = "\n".join(_row(change, words, lang, paged=paged) for change in changes[:MOST_LISTED])
    head = words.page if paged else words.number
    more = len(changes) - MOST_LISTED
    left = f'<p class="more">{escape(words.more.format(number=more))}</p>' if more > 0 else ""
    old, new = (f'<b dir="auto">{escape(name)}</b>' for name in names)
    heads = "".join(f'<th scope="col">{escape(word)}</th>' for word in (head, words.where, words.change))
    return f"""<section class="changes" lang="{words.lang}" dir="{words.direction}">
<h2 class="changes-heading">{escape(words.heading)}</h2>
<p class="versions">{words.versions.format(old=old, new=new)}. {_kinds(changes, words)}</p>
<table class="change-list">
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
{left}
</section>
"""


def _kinds(changes: Sequence[Change], words: ReviewWords) -> str:
    """How many changes there are of each kind, in the look that each has in the text."""
    numbers = Counter(change.kind for change in changes)
    counts = [
        ("<ins>{}</ins>", words.inserted, numbers[ChangeKind.INSERTED]),
        ("<del>{}</del>", words.deleted, numbers[ChangeKind.DELETED]),
        ("{}", words.replaced, numbers[ChangeKind.REPLACED]),
        ('<span class="moved">{}</span>', words.moved, numbers[ChangeKind.MOVED]),
        ("{}", words.restyled, numbers[ChangeKind.RESTYLED]),
    ]
    shown = [f"{look.format(escape(word))}: {number:d}" for look, word, number in counts if number]
    return " · ".join([f"{escape(words.heading)}: {len(changes):d}", *shown])


def counted(changes: Sequence[Change]) -> str:
    """How many changes there are of each kind, in words."""
    numbers = Counter(change.kind for change in changes)
    parts = [f"{numbers[kind]:,} {kind}" for kind in ChangeKind if numbers[kind]]
    total = f"{len(changes):,} change{'s' if len(changes) != 1 else ''}"
    return f"{total} ({', '.join(parts)})" if parts else total


def _row(change: Change, words: ReviewWords, lang: str, *, paged: bool) -> str:
    link = _page_of(change.anchor, change.page if paged else change.number)
    part = escape(words.part(change.part))
    what = _words(change, words, lang, paged=paged)
    return f"<tr><td>{link}</td><td>{part}</td><td>{what}</td></tr>"


def _words(change: Change, words: ReviewWords, lang: str, *, paged: bool) -> str:
    """The words of a change; where those around them are in another language, they say which they are in."""
    before, after = (escape(shortened(text)) for text in (change.before, change.after))
    own = "" if lang.lower().startswith(words.lang) else f' lang="{escape(lang)}" dir="auto"'
    match change.kind:
        case ChangeKind.INSERTED:
            return f"<ins{own}>{after}</ins>"
        case ChangeKind.DELETED:
            return f"<del{own}>{before}</del>"
        case ChangeKind.MOVED:
            if not paged:
                return f'<span class="moved"{own}>{after}</span>'
            page = _page_of(change.origin, change.origin_page)
            return f'<span class="moved"{own}>{after}</span> ({words.from_page.format(page=page)})'
        case ChangeKind.RESTYLED:
            return f"<span{own}>{after}</span> ({words.was.format(before=before)})"
        case ChangeKind.REPLACED:
            return f"<del{own}>{before}</del> <ins{own}>{after}</ins>"


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
