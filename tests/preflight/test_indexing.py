"""What search engines for scholars expect of a text and its file."""

from __future__ import annotations

import pytest
from written import make_brief, make_source

from issuebrief.preflight.indexing import MOST_INDEXED, too_large_to_index, unheaded_references

ENTRY = '<p class="reference">Ann Gauge. <em>Tides</em>. 2019.</p>'


@pytest.mark.parametrize(
    ("html", "lang", "message"),
    [
        (f"<h2>Works Cited</h2>\n{ENTRY}", "en-GB", ""),
        (f"<h2>Literatur</h2>\n{ENTRY}", "de", ""),
        (f"<h2>Text</h2><h2>References</h2>{ENTRY}{ENTRY}<h2>Annex</h2>", "sv", ""),
        ('<h2>Text</h2><p><a class="reference" href="#f">Figure 1</a></p>', "en-GB", ""),
        (f'<h2 data-line="4">What we read</h2>{ENTRY}', "en-GB", "under “What we read”"),
        (ENTRY, "en-GB", "without a heading"),
    ],
)
def test_a_list_of_references_needs_its_heading(html: str, lang: str, message: str) -> None:
    found = unheaded_references(html, make_brief(lang), make_source("\n\nText."))
    assert [message in problem.message for problem in found] == ([True] if message else [])


def test_a_pdf_of_more_than_five_megabytes_is_told() -> None:
    source = make_source("Text.")
    assert too_large_to_index(b"x" * MOST_INDEXED, source) == ()
    assert "the PDF has 6.0 MB" in too_large_to_index(b"x" * 6_000_000, source)[0].message
