"""What links say of themselves."""

from __future__ import annotations

import pytest

from issuebrief.l10n import words
from issuebrief.pdf.content_tree import Branch
from issuebrief.pdf.link_text import with_link_words

ENGLISH = words("en")


def label(text: str, **attributes: str) -> str:
    link = Branch("a", attributes, False, text=text)
    (named,) = with_link_words(Branch("p", kids=[link]), ENGLISH).kids
    assert isinstance(named, Branch)
    assert "aria-label" not in link.attributes or link.attributes == attributes
    return named.attributes["aria-label"]


@pytest.mark.parametrize(
    ("text", "href", "said"),
    [
        ("example.org/a", "https://example.org/a", "example.org/a"),
        ("example\u200b.\u2060org/a", "https://example.org/a/", "example.org/a"),
        ("the log", "https://example.org/log", "the log: https://example.org/log"),
        ("", "https://example.org/log", "https://example.org/log"),
        ("jane@example.org", "mailto:jane@example.org", "jane@example.org"),
        ("write to her", "mailto:jane@example.org", "write to her: mailto:jane@example.org"),
        ("Figure\n 1", "#fig-tides", "Figure 1"),
    ],
)
def test_an_address_is_said_once_and_words_are_kept(text: str, href: str, said: str) -> None:
    assert label(text, href=href) == said


def test_a_title_says_more_than_the_words_do() -> None:
    assert label("here", href="#log", title="The log of 2023") == "The log of 2023"


def test_what_has_a_label_keeps_it() -> None:
    assert label("x", **{"href": "#y", "aria-label": "Y"}) == "Y"


def test_a_mark_names_its_note() -> None:
    assert label("\u20607", href="#note-7", role="doc-noteref") == "Note 7"
    assert label(",\u202f\u20608", href="#note-8", role="doc-noteref") == "Note 8"
    link = Branch("a", {"href": "#note-7", "role": "doc-noteref"}, text="7")
    assert with_link_words(link, words("de")).attributes["aria-label"] == "Anmerkung 7"


def test_a_way_back_names_the_note_that_it_leads_from() -> None:
    number = Branch("a", {"role": "doc-backlink", "href": "#mark-7-1"}, False, text="7")
    arrow = Branch("a", {"role": "doc-backlink", "href": "#mark-7-2"}, False, text="↑")
    inner = Branch("p", kids=[arrow])
    note = with_link_words(Branch("li", {"role": "doc-endnote"}, kids=[number, inner]), ENGLISH)
    named = [kid for kid in (note.kids[0], note.kids[1].kids[0]) if isinstance(kid, Branch)]  # type: ignore[union-attr]
    assert [kid.attributes["aria-label"] for kid in named] == ["Note 7: Back to the text"] * 2


def test_a_way_back_outside_a_note_says_that_it_is_one() -> None:
    assert label("↑", href="#mark-7-1", role="doc-backlink") == "Back to the text"
