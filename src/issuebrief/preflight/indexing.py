"""What search engines for scholars expect of a text and its file.

In:  the HTML of a body, a brief and its source; the bytes of a PDF.
Out: problems: a list of references without a heading that says so, a file that is too large to be indexed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, diagnostic
from issuebrief.frontmatter.read import locate
from issuebrief.l10n import words
from issuebrief.markdown_body.source.html_tree import HEADINGS, Element, parse, text_of

if TYPE_CHECKING:
    from issuebrief.frontmatter.model import Brief
    from issuebrief.frontmatter.source import Source

MOST_INDEXED = 5_000_000
"""Bytes of the largest PDF that Google Scholar reads."""
KNOWN = ("references", "bibliography", "works cited", "literature cited", "sources")
REFERENCE = "reference"
"""The class of an entry in the list of references."""


def unheaded_references(html: str, brief: Brief, source: Source) -> tuple[Diagnostic, ...]:
    """A list of references below a heading that search engines do not know as one."""
    if f'class="{REFERENCE}"' not in html:
        return ()
    heading: Element | None = None
    for each in parse(html).children:
        if isinstance(each, Element) and each.tag in HEADINGS:
            heading = each
        elif isinstance(each, Element) and REFERENCE in each.classes:
            break
    else:
        return ()
    known = {*KNOWN, words(brief.lang, brief.labels).references.casefold()}
    title = " ".join(text_of(heading).split()) if heading else ""
    if title.casefold().strip(" .:") in known:
        return ()
    line = int((heading.attributes.get("data-line") or "0") if heading else "0")
    place = source.place(line, 1) if line else locate(source)
    what = f"under “{title}”" if title else "without a heading"
    message = f"the list of references stands {what}, by which search engines for scholars do not know it"
    hint = f"call it “{words(brief.lang, brief.labels).references}”"
    code = "scholars.references"
    return (diagnostic(CODES[code].severity, code, message, place, hint),)


def too_large_to_index(content: bytes, source: Source) -> tuple[Diagnostic, ...]:
    """A PDF with more bytes than search engines for scholars read."""
    if len(content) <= MOST_INDEXED:
        return ()
    message = f"the PDF has {len(content) / 1e6:.1f} MB; search engines for scholars read up to 5 MB"
    hint = "use smaller pictures, or fewer"
    code = "scholars.file-size"
    return (diagnostic(CODES[code].severity, code, message, locate(source), hint),)
