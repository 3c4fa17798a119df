"""Two versions of a brief as one web page.

In:  the job and both versions, read.
Out: a `WebPage` with `ins` and `del` in it, and a list of changes at its end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.compare.compare_briefs import digests_of
from issuebrief.compare.marked_page import marked_page
from issuebrief.compare.review_words import review_words
from issuebrief.compare.summary_page import summary
from issuebrief.file_access import MOST_TEXT
from issuebrief.file_access import read as read_file
from issuebrief.web.build import WebPage, content_of, make_page_and_copies
from issuebrief.web.stylesheet import squeezed

if TYPE_CHECKING:
    from issuebrief.job import Job
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath

SHEET = "web/compare.css"


def on_web(job: Job, before: Manuscript, after: Manuscript, names: tuple[str, str]) -> WebPage:
    """The later version as a web page, with the changes marked."""
    earlier, _ = content_of(before, job.search_path)

    lang = after.brief.lang
    words = review_words(lang)

    def revised(content: str) -> str:
        marked = marked_page(earlier, content, digests_of(before), digests_of(after), words)
        return marked.html + summary(marked.changes, names, words, lang, paged=False)

    return make_page_and_copies(
        after,
        job.search_path,
        allow_network=job.allow_network,
        revised=revised,
        own_style=squeezed(_style(job.search_path)),
    )


def _style(search_path: SearchPath) -> str:
    sheet = search_path.style(SHEET)
    try:
        return read_file(sheet, search_path.styles, MOST_TEXT).decode("utf-8", "replace") if sheet else ""
    except OSError:
        return ""
