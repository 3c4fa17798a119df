"""Keys of other programs, and what they are in a brief.

In:  nothing; `hints.py` asks by the key, in small letters and with `_` between its words.
Out: tables.
"""

from __future__ import annotations

ELSEWHERE = {
    "tags": "keywords",
    "categories": "keywords",
    "summary": "abstract",
    "description": "abstract",
    "language": "lang",
    "locale": "lang",
    "licence": "license",
    "rights": "copyright",
    "affiliations": "affiliation",
    "institution": "affiliation",
    "organization": "affiliation",
    "position": "role",
    "acknowledgments": "acknowledgements",
    "acknowledgement": "acknowledgements",
    "acknowledgment": "acknowledgements",
    "thanks": "acknowledgements",
    "citation": "how_to_cite",
    "erratum": "corrections",
    "errata": "corrections",
    "jel_codes": "jel",
    "translator": "translators",
    "bibliography": "references",
    "csl": "citation_style",
    "reviewer": "reviewers",
    "funder": "funding",
    "funders": "funding",
    "modified": "updated",
    "lastmod": "updated",
    "date_modified": "updated",
    "replaces": "supersedes",
    "tel": "phone",
    "telephone": "phone",
    "website": "url",
    "homepage": "url",
    "mail": "email",
    "picture": "photo",
}
"""Keys of other programs, and the key of a brief that stands for the same."""

OF_OTHERS = frozenset(
    """output format toc slug layout geometry documentclass classoption fontsize
    mainfont header-includes header_includes linestretch numbersections execute editor engine css
    template permalink weight aliases reference_doc link_citations citeproc papersize colorlinks""".split()  # noqa: SIM905
)
"""Keys that say how other programs are to set a text."""

OF_EDITORS = (
    "for those who edited the brief write\neditors:\n  - Jane Doe\nIf it is for another program, remove it"
)
"""The hint for `editor`, which is a person here, and how text is typed there."""
