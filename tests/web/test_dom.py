"""Note marks, notes and tables for a browser."""

from __future__ import annotations

from issuebrief.l10n import words
from issuebrief.markdown_body.source.html_tree import Element, parse, serialise
from issuebrief.web.dom import (
    forget_lines,
    let_tables_scroll,
    name_notes,
    say_alignment_in_classes,
)

TABLE = "<table><tbody><tr><td>1</td></tr></tbody></table>"


def changed(html: str, *changes: object) -> str:
    root = Element("", {}, parse(html).children)
    for change in changes:
        change(root)  # type: ignore[operator]
    return serialise(root.children)


def named(html: str, lang: str = "en") -> str:
    return changed(html, lambda root: name_notes(root, words(lang)))


def test_a_mark_says_which_note_it_opens() -> None:
    mark = '<a class="note-mark">\u206012</a>'
    assert named(mark) == '<a class="note-mark" aria-label="Note\u00a012">\u206012</a>'
    assert 'aria-label="Anmerkung\u00a012"' in named(mark, "de")


def test_ways_back_say_where_they_lead_and_the_item_is_an_item_again() -> None:
    ways = '<a role="doc-backlink">3</a>Text <a title="T" role="doc-backlink">↑</a>'
    assert named(f'<li role="doc-endnote">{ways}</li>') == (
        '<li><a role="doc-backlink" aria-label="Note\u00a03: Back to the text">3</a>Text '
        '<a role="doc-backlink" aria-label="Note\u00a03: Back to the text (2)">↑</a></li>'
    )


def test_the_endnotes_are_a_landmark_with_their_headings_name() -> None:
    assert named('<section class="endnotes"></section>') == (
        '<section class="endnotes" role="doc-endnotes" aria-labelledby="endnotes"></section>'
    )


def test_a_table_stands_in_a_region_that_has_its_captions_name() -> None:
    def scroll(html: str) -> str:
        return changed(html, lambda root: let_tables_scroll(root, words("en")))

    region = '<div class="scroll" role="region" tabindex="0" aria-label="{}">' + TABLE + "</div>"
    caption = "<figcaption>Table\u00a01 <em>Ways</em></figcaption>"
    assert scroll(f"<figure>{caption}{TABLE}</figure>") == (
        f"<figure>{caption}{region.format('Table 1 Ways')}</figure>"
    )
    assert scroll(f"<div>{TABLE}</div>{TABLE}") == (
        f"<div>{region.format('Table' + chr(160) + '1')}</div>{region.format('Table' + chr(160) + '2')}"
    )


def test_no_style_attribute_is_left_and_alignment_is_a_class() -> None:
    html = '<td style="text-align: right;">1</td><td class="a" style="text-align:center">2</td>'
    html += '<p style="color:red">x</p>'
    assert changed(html, say_alignment_in_classes) == (
        '<td class="align-right">1</td><td class="a align-center">2</td><p>x</p>'
    )


def test_lines_of_the_brief_are_not_told_to_readers() -> None:
    assert changed('<p data-line="7">a <em data-line="8">b</em></p>', forget_lines) == "<p>a <em>b</em></p>"
