"""Boxes in the text, from fences of colons and from marked quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pdf_facts import Facts
from setting import set_text
from written import faults, html_of, with_lines, written

from issuebrief.l10n import languages, words
from issuebrief.markdown_body.blocks.box_openings import kind_of
from issuebrief.markdown_body.blocks.box_words import KINDS, KINDS_OF_REPORTS
from issuebrief.preflight.wording.source_words import passages

if TYPE_CHECKING:
    from pathlib import Path

BOX = '<div class="box box-{0}"><p class="label">{1}</p>\n<p>A <em>b</em>.</p>\n</div>'


@pytest.mark.parametrize(
    ("opening", "kind", "label"),
    [
        ("::: note", "note", "Note"),
        ("::: {.tip}", "tip", "Tip"),
        (":::{warning}", "warning", "Warning"),
        ("::: {.callout-important}", "important", "Important"),
        (":::danger", "caution", "Caution"),
        (':::: {.note title="Its own"} ::::', "note", "Its own"),
        (":::tip[Its own]", "tip", "Its own"),
        ("::: info Its own", "note", "Its own"),
        ("::: Viktigt", "important", "Important"),
        (":::Achtung: Its own", "caution", "Its own"),
    ],
)
def test_a_fence_makes_a_box(opening: str, kind: str, label: str) -> None:
    assert html_of(f"{opening}\nA *b*.\n:::\n") == BOX.format(kind, label)


@pytest.mark.parametrize("mark", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note"])
def test_a_marked_quotation_is_a_box(mark: str) -> None:
    assert html_of(f"> [!{mark}]\n> A *b*.\n") == BOX.format(mark.lower(), mark.capitalize()).replace(
        "</p>\n<p>A", "</p>\n<p>A"
    )


def test_marked_quotations_and_others_do_not_run_together() -> None:
    html = html_of("> [!NOTE]\n> One.\n\n> [!TIP] Own\n> Two.\n\n> Three.\n\n> Four.")
    assert html.count("<div") == 2 and html.count("<blockquote>") == 1
    assert html.index("Two.") < html.index("<blockquote>") < html.index("Three.")


def test_boxes_stand_in_each_other_and_hold_whatever_text_holds() -> None:
    body, problems = written("::::: box\n## Head\n\n- a[^n]\n\n::: note\nB\n:::\n\nC\n:::::\nD\n\n[^n]: N\n")
    assert problems == ()
    assert body.html.index("<div") < body.html.index("<h2") < body.html.index("<ul>")
    assert body.html.endswith("<p>C</p>\n</div>\n<p>D</p>")
    assert [note.html for note in body.notes] == ["N"]


def test_labels_are_in_the_language_of_the_brief() -> None:
    assert ">Hinweis<" in html_of("::: note\nA\n:::", "de")
    assert ">Notera<" in html_of("> [!NOTE]\n> A", "sv")
    assert ">Upozorenje<" in html_of("::: warning\nA\n:::", "hr")
    assert ">Merk<" in html_of("::: note\nA\n:::", "no-NO")
    assert ">Note<" in html_of("::: note\nA\n:::", "tlh")


def test_the_blocks_of_a_box_know_their_lines() -> None:
    html = with_lines("A\n\n::: note\nB\n\nC\n:::\nD\n")[0].html
    assert [part.split('"')[0] for part in html.split('data-line="')[1:]] == ["4", "7", "7", "9", "11"]


def test_a_fence_without_its_other_is_told() -> None:
    assert faults("A\n\n::: note\nB") == [("markup.unclosed-box", 3, 1)]
    assert faults("A\n\n:::\n\nB") == [("markup.unclosed-box", 3, 1)]


def test_fences_in_code_are_code() -> None:
    assert "<div" not in html_of("```\n::: note\n:::\n```\n\n`:::`")


def test_a_class_that_no_style_sheet_knows_is_told_with_what_may_be_meant(tmp_path: Path) -> None:
    text = "[A]{.smalcaps} [B]{.smallcaps}\n\n::: columns\nC\n:::\n\n[D](https://a.org){hue=red}\n\nE {.f}\n"
    outcome, _ = set_text(tmp_path, text)
    assert [problem.code for problem in outcome.problems] == [
        "markup.unknown-class",
        "markup.unknown-class",
        "markup.unknown-attribute",
        "markup.stray-attributes",
        "markup.unknown-class",
    ]
    assert outcome.problems[0].hint.startswith("did you mean smallcaps?")


def test_a_box_is_whole_on_the_page(tmp_path: Path) -> None:
    outcome, pdf = set_text(tmp_path, "Before it.\n\n::: note\nIn the box.\n\n- An entry\n:::\n\nBehind it.")
    assert outcome.problems == ()
    with Facts(pdf) as facts:
        lines = {line.text.strip(): line for line in facts.on(0)}
        entry = next(line for text, line in lines.items() if text.endswith("An entry"))
        assert lines["Before it."].left < lines["In the box."].left < entry.right


@pytest.mark.parametrize(
    "opening",
    [":::box: A b?", "::: ruta A b?", ":::Encadré: A b?", "::: Recuadro A b?", "::: A b?", "::box A b?"],
)
def test_a_box_is_known_by_its_name_in_any_language_and_keeps_its_title(opening: str) -> None:
    fence = ":::" if opening.startswith(":::") else "::"
    html = html_of(f"{opening}\nC\n{fence}\n\nD ::")
    assert html == '<div class="box"><p class="label">A b?</p>\n<p>C</p>\n</div>\n<p>D ::</p>'


def test_a_title_with_a_colon_is_whole_and_a_place_stays_one() -> None:
    assert ">Kust: A b<" in html_of("::: Kust: A b\nC\n:::")
    assert '<div class="box wide"><p class="label">A b<' in html_of("::: wide A b\nC\n:::")


def test_colons_without_a_name_or_an_end_are_prose() -> None:
    assert html_of("::box A\n\n::box B\n\nC") == "<p>::box A</p>\n<p>::box B</p>\n<p>C</p>"


def test_every_label_of_a_box_names_its_kind() -> None:
    for lang in languages():
        labels = words(lang).boxes
        for label, kind in zip(labels, (*KINDS, *KINDS_OF_REPORTS, "box"), strict=True):
            # `attention` is what other programs call a warning.
            assert " " in label or kind_of(label) == kind or label == "Attention", (lang, label)


def test_a_label_with_signs_for_vowels_names_its_kind_too() -> None:
    assert '<div class="box box-tip">' in html_of("::: सुझाव\nB\n:::")


def test_boxes_of_reports_have_labels_of_their_own() -> None:
    assert '<div class="box box-recommendation"><p class="label">Recommendation<' in html_of(
        "::: recommendation\nA\n:::"
    )
    assert '"box box-case"><p class="label">Fallbeispiel<' in html_of("::: case\nA\n:::", lang="de")
    assert '"box box-definition"><p class="label">Bottomry<' in html_of("::: definition Bottomry\nA\n:::")


def test_boxes_are_counted_where_that_is_asked_each_kind_for_itself() -> None:
    html = html_of(
        "::: box One {#box-a .numbered}\nA\n:::\n\n::: recommendation {.numbered #rec}\nB\n:::\n\n"
        "::: box Two\nC\n:::\n\n::: {.box #box-b .numbered}\nD\n:::\n\n[](#box-a), [](#box-b), [](#rec)"
    )
    labels = re.findall(r'<p class="label">(.*?)</p>', html)
    assert labels == [
        '<span class="box-number">Box\u00a01</span>. One',
        '<span class="box-number">Recommendation\u00a01</span>',
        "Two",
        '<span class="box-number">Box\u00a02</span>',
    ]
    assert re.findall(r'href="#[\w-]+">(.*?)</a>', html) == [
        "Box\u00a01", "Box\u00a02", "Recommendation\u00a01",
    ]  # fmt: skip


def test_a_reference_to_a_box_without_a_number_prints_its_title() -> None:
    html = html_of("::: {#box-a .box} The method\nA\n:::\n\nSee [](#box-a).")
    assert 'href="#box-a">The method</a>' in html


@pytest.mark.parametrize(
    "opening",
    [
        '!!! box "A b" {#x .wide}',
        "::: box {#x .wide} A b",
        "::: box A b {#x .wide}",
        "::: {.box #x .wide} A b",
    ],
)
def test_a_name_and_classes_may_stand_before_and_behind_the_title(opening: str) -> None:
    text = f"{opening}\n    C\n" if opening.startswith("!") else f"{opening}\nC\n:::\n"
    assert html_of(text) == '<div id="x" class="box wide"><p class="label">A b</p>\n<p>C</p>\n</div>'


@pytest.mark.parametrize(
    ("opening", "title"),
    [("Note on the method", "Note on the method"), ("note on the method", "on the method"), ("Note: a", "a")],
)
def test_a_name_that_begins_a_phrase_belongs_to_the_title(opening: str, title: str) -> None:
    assert f'"box box-note"><p class="label">{title}<' in html_of(f"::: {opening}\nA\n:::")


def test_a_title_that_is_not_printed_is_missed() -> None:
    (passage,) = passages("::: quote A title\nB\n:::\n")
    assert passage.text.strip("\u2060\u2029\n") == "A title\nB"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ('<div class="note">Words</div>', "Note"),
        (
            '<div class="admonition tip"><p class="admonition-title">Take care</p><p>Words</p></div>',
            "Take care",
        ),
    ],
)
def test_an_element_with_the_class_of_a_box_is_one(typed: str, label: str) -> None:
    html = html_of(typed)
    assert html.startswith('<div class="box box-') and f'<p class="label">{label}</p>' in html
    assert html.count("Words") == html.count(label) == 1


def test_the_class_of_a_note_is_the_programs_own() -> None:
    body, problems = written("A paragraph.\n{: .note}\n")
    assert body.html == "<p>A paragraph.</p>" or 'class="note"' not in body.html
    assert "markup.not-allowed" in [problem.code for problem in problems]


@pytest.mark.parametrize(
    "opening",
    ["::: note {}\nWords.\n:::", "> [!NOTE] {}\n> Words.", "- ::: note {}\n  Words.\n  :::"],
)
def test_the_title_of_a_box_holds_emphasis_and_notes(opening: str) -> None:
    body, problems = written(opening.format("Of *ebb*, H~2~O[^a] and flood^[b]") + "\n\n[^a]: Note.")
    label = re.search(r'<p class="label">(.*?)</p>', body.html)
    assert label
    assert label[1].startswith("Of <em>ebb</em>, H<sub>2</sub>O")
    assert label[1].count("note-mark") == 2
    assert len(body.notes) == 2
    assert not problems


def test_a_title_in_braces_may_hold_emphasis() -> None:
    html = html_of('::: {.note title="Of *ebb* & <b>flood</b>"}\nWords.\n:::')
    assert '<p class="label">Of <em>ebb</em> &amp; ' in html


def test_quotation_marks_around_a_title_go_and_those_in_it_stay() -> None:
    assert '<p class="label">Ebb</p>' in html_of('::: note "Ebb"\nWords.\n:::')
    assert '<p class="label">“Ebb” and “flood”</p>' in html_of('::: note "Ebb" and "flood"\nWords.\n:::')


@pytest.mark.parametrize("box", ["> [!TIP]\n    > Words.", "::: tip\n    Words.\n    :::"])
def test_a_note_may_hold_a_box(box: str) -> None:
    body, problems = written(f"Text.[^a]\n\n[^a]: Note.\n\n    {box}\n")
    assert re.search(
        r'<div class="box box-tip"><p class="label">Tip</p>\s*<p>Words\.</p>\s*</div>', body.notes[0].html
    )
    assert not problems
