"""Keys that other programs have in front matter.

In:  nothing.
Out: the key of a brief that stands for the same, where there is one.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELSEWHERE = {
    "tags": "keywords",
    "categories": "keywords",
    "summary": "abstract",
    "description": "abstract",
    "language": "lang",
    "locale": "lang",
    "license": "copyright",
    "rights": "copyright",
    "affiliation": "role",
    "affiliations": "role",
    "position": "role",
    "website": "url",
    "homepage": "url",
    "mail": "email",
    "picture": "photo",
}
"""Keys of other programs, and the key of a brief that stands for the same."""

OF_OTHERS = _words(
    "output format bibliography csl toc draft slug layout geometry documentclass classoption fontsize "
    "mainfont header-includes header_includes linestretch numbersections execute editor engine css "
    "template permalink weight aliases reference_doc link_citations citeproc papersize colorlinks"
)
"""Keys that say how other programs are to set a text."""
