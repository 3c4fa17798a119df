"""Lists are lists however they are laid out, and prose that looks like one is prose."""

from __future__ import annotations

import re

import pytest
from written import FIRST_LINE, faults, html_of, make_brief, with_lines, written

from issuebrief.markdown_body.fields import inline


def shape(html: str) -> str:
    """HTML without white space around its blocks, and with plain spaces in place of those without a break."""
    return re.sub(
        r"\s*(</?(?:[ou]l|li|p|blockquote|h\d|pre|code|hr)\b[^<>]*>)\s*", r"\1", html.replace("\u00a0", " ")
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We need:\n- a gauge\n- a light", "<p>We need:</p><ul><li>a gauge</li><li>a light</li></ul>"),
        ("First\n1. a\n2. b", "<p>First</p><ol><li>a</li><li>b</li></ol>"),
        ("Thus:\n    - a\n    - b", "<p>Thus:</p><ul><li>a</li><li>b</li></ul>"),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("1. a\n  1. b\n  2. c\n2. d", "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ol>"),
        ("- a\n\t- b", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("- a\n1. b\n2. c", "<ul><li>a</li></ul><ol><li>b</li><li>c</li></ol>"),
        ("- a\n\n  More.\n- b", "<ul><li><p>a</p><p>More.</p></li><li><p>b</p></li></ul>"),
        ("- a\n\n  - b\n- c", "<ul><li><p>a</p><ul><li>b</li></ul></li><li><p>c</p></li></ul>"),
        ("1. a\n\n   So:\n   - b", "<ol><li><p>a</p><p>So:</p><ul><li>b</li></ul></li></ol>"),
        ("- a\n- b\n## C\nd", '<ul><li>a</li><li>b</li></ul><h2 id="c">C</h2><p>d</p>'),
        (
            "> Thus:\n> - a\n>   - b\n> - c",
            "<blockquote><p>Thus:</p><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul></blockquote>",
        ),
        ("> a\n- b\n- c", "<blockquote><p>a</p></blockquote><ul><li>b</li><li>c</li></ul>"),
        (
            "- a\n\n  ```\n  x\n    y\n  ```\n- b",
            "<ul><li><p>a</p><pre><code>x\n  y</code></pre></li><li><p>b</p></li></ul>",
        ),
        ("- a\n\n        x", "<ul><li>a<pre><code>x</code></pre></li></ul>"),
        ("• a\n• b", "<ul><li>a</li><li>b</li></ul>"),
        ("•\ta\no\tb\no\tc\n•\td", "<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>"),
        ("•  a\n   o  b\n      §  c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("\t-a\n\t* b", "<pre><code>-a\n* b</code></pre>"),
        ("So:\n– a\n– b", "<p>So:</p><ul><li>a</li><li>b</li></ul>"),
        ("1. Januar\n2. Februar", "<ol><li>Januar</li><li>Februar</li></ol>"),
        ("* a\n* b\n\nText\n\n* c", "<ul><li>a</li><li>b</li></ul><p>Text</p><ul><li>c</li></ul>"),
        ("So:\n\n  * a\n  * b\n* c", "<p>So:</p><ul><li>a</li><li>b</li><li>c</li></ul>"),
        ("   - a\n- b\n- c\n  - d", "<ul><li>a</li><li>b</li><li>c<ul><li>d</li></ul></li></ul>"),
        ("  1. a\n  2. b\n3. c\n4. d", "<ol><li>a</li><li>b</li><li>c</li><li>d</li></ol>"),
        ("* a\n * b\n* c", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
        ("1. a\n\nBetween.\n\n2. b", '<ol><li>a</li></ol><p>Between.</p><ol start="2"><li>b</li></ol>'),
    ],
)  # fmt: skip
def test_lists_are_read_as_they_were_meant(text: str, shown: str) -> None:
    assert shape(html_of(text)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "3. Oktober 1990 begann das Ende.",
        "1848. The year of the barricades.",
        "1848. The year of the barricades.\n\n1990. Another year.",
        "9. November 1989 fiel sie.\n\n3. Oktober 1990 war es vorbei.",
        "1. Mai am Hafen.",
        "+ 3 Prozent im Jahr",
        "The year in which it ended was\n1990. Then it began again.",
        "The water fell to\n- 5 degrees.",
        "The treaty was signed on the\n3. Oktober, as\n#5 of the list says.",
    ],
)
def test_prose_that_surely_is_none_stays_prose_without_a_word(text: str) -> None:
    shown = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    assert shape(html_of(text, "de")) == shown


@pytest.mark.parametrize(
    ("text", "shown", "place"),
    [
        ("12. Session, p. 5", "<p>12. Session, p. 5</p>", (1, 1)),
        ("- 5 degrees, no more", "<p>- 5 degrees, no more</p>", (1, 1)),
        ("* Note: provisional", "<p>* Note: provisional</p>", (1, 1)),
        ("+ 3 here\n+ 4 there", "<p>+ 3 here<br>\n+ 4 there</p>", (1, 1)),
        ("+ 3 here\n+ none", "<p>+ 3 here<br>\n+ none</p>", (1, 1)),
        ("So:\nA. one\nB. two", "<p>So:<br>\nA. one<br>\nB. two</p>", (2, 1)),
        ("> (1) one\n> (2) two", "<blockquote><p>(1) one<br>\n(2) two</p></blockquote>", (1, 3)),
        ("-one\n-two", "<p>-one<br>\n-two</p>", (1, 1)),
        ("One line\n+ and the next", "<p>One line\n+ and the next</p>", (2, 1)),
    ],
)
def test_what_is_doubtful_is_printed_as_typed_and_told(text: str, shown: str, place: tuple[int, int]) -> None:
    assert shape(written(text)[0].html) == shown
    assert faults(text) == [("markup.list-like", *place)]


@pytest.mark.parametrize("text", ["1. - - -\n2. a", "- * * *\n- a", "- a\n\n  1. ***\n"])
def test_an_item_may_hold_a_rule(text: str) -> None:
    assert "<hr>" in written(text)[0].html


def test_a_backslash_says_that_a_line_is_prose() -> None:
    assert html_of(r"12\. Session") == "<p>12. Session</p>"
    assert html_of(r"\* Note") == "<p>* Note</p>"


@pytest.mark.parametrize("text", ["12. Session, p. 5", "1. Mai", "+ 3 percent", "* So", "#5 of it"])
def test_a_note_a_caption_and_a_field_have_no_list_of_one(text: str) -> None:
    assert shape(written(f"Text.[^a]\n\n[^a]: {text}")[0].notes[0].html) == text
    assert f"<dd>{text}</dd>" in shape(written(f"Term\n:   {text}")[0].html)
    assert shape(inline(text, make_brief(), blocks=True)) == f"<p>{text}</p>"


def test_a_note_may_hold_a_list() -> None:
    note = written("Text.[^a]\n\n[^a]: Thus:\n    - one\n      - two\n    - three")[0].notes[0].html
    assert shape(note) == "<p>Thus:</p><ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>"


def test_a_line_of_an_item_may_begin_with_a_number() -> None:
    text = "1. It was signed in the last year of the old order, that is in\n1990. Then it ended.\n2. Two"
    assert shape(html_of(text)).count("<li>") == 2
    assert shape(html_of("- 3. Oktober\n- x")) == "<ul><li>3. Oktober</li><li>x</li></ul>"


@pytest.mark.parametrize(
    ("text", "shown", "code"),
    [
        ("Head\n---", '<h2 id="head">Head</h2>', "markup.underlined"),
        ("It ends here.\n---", "<p>It ends here.</p>\n<hr>", "markup.underlined"),
        ("#harbour", "<p>#harbour</p>", "markup.heading-like"),
        ("It ends here.\n: So", "<dl>\n<dt>It ends here.</dt>\n<dd>So</dd>\n</dl>", "markup.term-like"),
        ("It ends.\n\n: So", "<dl>\n<dt>It ends.</dt>\n<dd>\n<p>So</p>\n</dd>\n</dl>", "markup.term-like"),
        ("It is\n> 5 m deep.", "<p>It is\n&gt; 5 m deep.</p>", "markup.quotation-like"),
        ("It\ngoes on\n: So", "<dl>\n<dt>It</dt>\n<dt>goes on</dt>\n<dd>So</dd>\n</dl>", "markup.term-like"),
        (
            "    This is a sentence that stands too far right.",
            "<pre><code>This is a sentence that stands too far right.\n</code></pre>",
            "markup.code-like",
        ),
        ("- a\n\n      x = 1", "<ul>\n<li>\n<p>a</p>\n<p>x = 1</p>\n</li>\n</ul>", "markup.prose-like"),
        ("1. a\n\n       run", "<ol>\n<li>\n<p>a</p>\n<p>run</p>\n</li>\n</ol>", "markup.prose-like"),
    ],
)
def test_headings_quotations_and_code_by_accident_are_told(text: str, shown: str, code: str) -> None:
    body, problems = written(text)
    assert body.html.replace("\u00a0", " ") == shown
    assert [problem.code for problem in problems if problem.code.startswith("markup.")] == [code]


def test_places_are_those_of_the_file_behind_a_list_that_was_laid_out_anew() -> None:
    text = "So:\n- a\n  - b\n- c\n\nText[^x] and[^y]."
    assert faults(text) == [("notes.undefined", 6, 5), ("notes.undefined", 6, 13)]


def test_blocks_know_their_lines_behind_a_list_that_was_laid_out_anew() -> None:
    html = with_lines("So:\n- a\n  - b\n\nText")[0].html
    lines = [int(line) - FIRST_LINE + 1 for line in re.findall(r'data-line="(\d+)"', html)]
    assert lines == [1, 2, 3, 5]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("- - Oak\n  - Ash", "<ul><li><ul><li>Oak</li><li>Ash</li></ul></li></ul>"),
        ("1. - Oak\n   - Ash\n2. Elm", "<ol><li><ul><li>Oak</li><li>Ash</li></ul></li><li>Elm</li></ol>"),
        ("- 1. Oak\n  2. Ash\n- Elm", "<ul><li><ol><li>Oak</li><li>Ash</li></ol></li><li>Elm</li></ul>"),
        (
            "1. a) Oak\n   b) Ash\n2. Elm",
            '<ol><li><ol type="a" class="parentheses lower-alpha"><li>Oak</li><li>Ash</li></ol></li>'
            "<li>Elm</li></ol>",
        ),
        (
            "- (1) Oak\n  or so\n  (2) Ash",
            '<ul><li><ol class="brackets decimal"><li>Oak or so</li><li>Ash</li></ol></li></ul>',
        ),
    ],
)
def test_an_item_may_begin_with_a_list_that_goes_on_below(text: str, html: str) -> None:
    assert re.sub(r"\s*(</?[ou]l.*?>|</?li>)\s*", r"\1", html_of(text)).replace("\n ", "") == html


def test_a_number_behind_a_bullet_is_a_word_where_no_number_follows_in_the_item() -> None:
    made = html_of("- 1. Oak\n    - twig\n    - leaf\n- 2. Ash\n    - bud")
    first, second = (
        "<li>1. Oak<ul> <li>twig</li> <li>leaf</li> </ul> </li>",
        "<li>2. Ash<ul> <li>bud</li> </ul> </li>",
    )
    assert " ".join(made.split()) == f"<ul> {first} {second} </ul>"


def test_a_definition_deep_in_lists_defines_its_term() -> None:
    text = "- Tides\n\n    - Of the day\n\n        Ebb\n        :   It falls.\n        :   And goes.\n"
    assert "<dt>Ebb</dt>\n<dd>It falls.</dd>\n<dd>And goes.</dd>" in html_of(text)


@pytest.mark.parametrize("edge", ["- Tides\n\n", "- Tides\n\n    - Of the day\n\n"])
def test_a_quotation_deep_in_lists_holds_lists(edge: str) -> None:
    deep = " " * 4 * edge.count("-")
    lines = ["He said:", "", "- Ebb", "  - and so", "- Flood"]
    text = edge + "\n".join(f"{deep}> {line}".rstrip() for line in lines) + "\n"
    items = "<ul><li>Ebb<ul><li>and so</li></ul></li><li>Flood</li></ul>"
    assert f"<blockquote><p>He said:</p>{items}</blockquote>" in shape(html_of(text))


@pytest.mark.parametrize(
    "text",
    ["::: note\n- Ebb\n:::", "> [!NOTE]\n> - Ebb", "::: note\n- Ebb\n\n    1. It falls.\n\n:::"],
)
def test_a_box_holds_a_list_of_one(text: str) -> None:
    assert re.search(r"<li>\s*(?:<p>)?Ebb", html_of(text))


@pytest.mark.parametrize(
    "signs",
    [
        ("1°", "2°"), ("1.º", "2.º"), ("1.)", "2.)"), ("1.-", "2.-"), ("1./", "2./"), ("1:", "2:"),
        ("a-", "b-"),
        ("1a.", "1b."), ("а)", "б)"), ("α)", "β)"), ("1", "2"),
    ],
)  # fmt: skip
def test_rows_with_numbers_of_any_kind_stay_lines_of_their_own_and_are_told(signs: tuple[str, str]) -> None:
    one, two = signs
    body, problems = written(f"{one} Quay\n{two} Pier\n")
    assert body.html == f"<p>{one} Quay<br>\n{two} Pier</p>"
    assert "markup.list-like" in [problem.code for problem in problems]


@pytest.mark.parametrize(
    "prose", ["1 ship and\n2 boats", "1-2 came\n2-3 went", "12:30 it\n13:40 so", "5 Ships\n6 Boats"]
)
def test_numbers_that_begin_lines_of_prose_are_no_rows(prose: str) -> None:
    assert "<br>" not in written(prose)[0].html


def test_words_of_an_item_that_holds_a_list_keep_the_spaces_between_them() -> None:
    assert "<em>Ebb</em> <em>flows</em>" in html_of("- *Ebb* *flows*\n    - and so\n")


@pytest.mark.parametrize(
    "rows",
    [
        "1.1 Ebb\n1.2 Flood",
        "2.1.1. Ebb\n2.1.2. Flood",
        "(1.1) Ebb\n(1.2) Flood",
        "a. ebb\nc. flood",
        "§ 1 Ebb\n§ 2 Flood",
        "Art. 4 Ebb\nArt. 5 Flood",
        "Step 1: ebb\nStep 2: flood",
        "[a] ebb\n[b] flood",
        "I - ebb\nII - flood",
        "Name: Ebb\nRole: Flood",
        "Q: ebb?\nA: flood.",
        "09:00 Ebb\n10:30-11:00 Flood",
        "12 March: ebb\n13 March: flood",
    ],
)
def test_rows_with_other_labels_are_kept_apart_and_told(rows: str) -> None:
    assert written(rows)[0].html.count("<br>") == 1
    assert [code for code, *_ in faults(rows)] == ["markup.list-like"]


@pytest.mark.parametrize(
    "prose",
    [
        "1.5 million came and\n1.6 million went",
        "1.1 it\n1.2 so",
        "It came to\n1.5 Million and then\n1.6 Million.",
        "Chapter 3 says so, and\nChapter 4 too.",
        "A. Smith wrote it in\nC. Jones saw it.",
        "March: ebb\nand then flood",
        "The tide:\nebb and flood",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Tides.\nSource: Own work.",
    ],
)
def test_lines_of_prose_and_captions_are_no_rows_with_labels(prose: str) -> None:
    assert "<br>" not in written(prose)[0].html
    assert not faults(prose)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\n      It goes on with a sentence here.",
        "- a\n\n    b",
        "- a\n\n  b",
        "- a\n\n        x = 1",
        "- a\n\n    - b\n\n      c",
        "1. a\n\n    b",
        "10. a\n\n    b",
    ],
)
def test_text_below_an_item_is_not_taken_for_code(text: str) -> None:
    assert "markup.prose-like" not in {code for code, *_ in faults(text)}
