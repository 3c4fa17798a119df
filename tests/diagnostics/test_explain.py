"""A problem is explained in three parts, as text for a terminal and as HTML."""

from __future__ import annotations

import re

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.explain import Explanation, explanation, explanations
from issuebrief.diagnostics.model import Severity

NOTE = Explanation(
    "notes.empty",
    "The text",
    "Nothing follows `[^name]:`, see [Notes](writing.md#notes).",
    "A number would lead *nowhere*.",
    "Write it:\n\n```markdown\n[^gauge]: Author, *Title*,\np. 5.\n```",
)


def test_an_explanation_has_its_parts() -> None:
    found = explanation("notes.undefined")
    assert found is not None
    assert (found.group, found.severity) == ("The text", Severity.ERROR)
    assert found.title == "A note is cited but not defined."
    assert found.what == "The text has a mark such as `[^gauge]`, and there is no note of that name."
    assert found.why.startswith("The number in the text would lead to nothing")
    assert found.mend.endswith(
        "\n\n```markdown\n[^gauge]: Author, *Title* (Place: Publisher, Year), p. 5.\n```"
    )


def test_the_last_part_of_a_group_ends_where_the_next_group_begins() -> None:
    found = explanation("source.empty-body")
    assert found is not None
    assert found.mend == "Write the text below the second `---`."


def test_a_code_that_does_not_exist_has_no_explanation() -> None:
    assert explanation("notes.nothing") is None
    assert explanation("") is None


def test_all_codes_are_explained_in_their_order() -> None:
    assert [each.code for each in explanations()] == [code for code in CODES if explanation(code)]


def test_on_a_terminal_each_part_has_a_heading_and_is_indented() -> None:
    assert NOTE.as_text(40, colour=False) == (
        "error: A note has no text. [notes.empty]\n"
        "\n"
        "What it means\n"
        "  Nothing follows `[^name]:`, see Notes.\n"
        "\n"
        "Why it matters\n"
        "  A number would lead nowhere.\n"
        "\n"
        "How to fix it\n"
        "  Write it:\n"
        "\n"
        "      [^gauge]: Author, *Title*,\n"
        "      p. 5.\n"
    )


def test_no_line_is_wider_than_the_terminal_but_for_words_and_examples_that_are() -> None:
    for each in explanations():
        lines = each.as_text(60, colour=False).splitlines()
        assert [line for line in lines if len(line) > 60 and not line.startswith("      ")] == []


def test_in_colour_code_is_bold_and_a_mark_over_two_lines_is_painted_line_by_line() -> None:
    found = Explanation("notes.empty", "", "Aaaa aaaa aaaa aaaa `bbbb cccc` dddd.", "W.", "M.")
    text = found.as_text(28, colour=True)
    assert text.startswith("\x1b[1;31merror:\x1b[0m A note has no text.\n\x1b[2m[notes.empty]\x1b[0m\n")
    assert "\x1b[1mWhat it means\x1b[0m\n  Aaaa aaaa aaaa aaaa \x1b[1mbbbb\x1b[0m\n" in text
    assert "`" not in text


def test_a_rule_says_how_to_turn_it_off() -> None:
    loose, note = explanation("lines.loose"), explanation("notes.empty")
    assert loose and note
    assert 'the line `"lines.loose" = "off"` turns it off.' in loose.parts[3][1]
    assert len(note.parts) == 3


def test_as_html_it_has_headings_examples_and_no_link() -> None:
    assert NOTE.html == (
        "<h1>A note has no text.</h1>\n"
        "<p><em>Error</em> <code>notes.empty</code></p>\n"
        "<h2>What it means</h2>\n"
        "<p>Nothing follows <code>[^name]:</code>, see Notes.</p>\n"
        "<h2>Why it matters</h2>\n"
        "<p>A number would lead <em>nowhere</em>.</p>\n"
        "<h2>How to fix it</h2>\n"
        "<p>Write it:</p>\n"
        '<pre><code class="language-markdown">[^gauge]: Author, *Title*,\np. 5.\n</code></pre>'
    )


def test_no_markup_of_the_page_is_left_in_any_html() -> None:
    for each in explanations():
        words = re.sub(r"<(pre|code)\b.*?</\1>", "", each.html, flags=re.DOTALL)
        assert not re.search(r"\*\*|`|\]\(|\*\w", words), each.code
