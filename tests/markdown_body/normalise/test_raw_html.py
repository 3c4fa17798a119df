"""Raw HTML: kept, and closed where the author left it open."""

from __future__ import annotations

import pytest
from written import faults, html_of, written

from issuebrief.markdown_body.source.html_tree import parse, text_of


def test_raw_html_stays() -> None:
    assert (
        html_of('<div class="x"><b>a</b></div>\n\nText.') == '<div class="x"><b>a</b></div>\n\n<p>Text.</p>'
    )


def test_markdown_inside_html_is_written_up() -> None:
    assert (
        html_of('<div class="x" markdown="1">\n\n*a*\n\n</div>')
        == '<div class="x">\n<p><em>a</em></p>\n</div>'
    )


@pytest.mark.parametrize("tag", ["div", "section", "center", "details", "blockquote"])
def test_markdown_apart_from_its_tags_is_written_up(tag: str) -> None:
    html = html_of(f"Before.\n\n<{tag}>\n\n- *a*\n- **b**\n\n</{tag}>\n\nBehind.")
    assert "<li><em>a</em></li>\n<li><strong>b</strong></li>" in html
    assert html.endswith("<p>Behind.</p>")
    assert "markdown" not in html


def test_a_summary_may_stand_between_a_tag_and_its_markdown() -> None:
    html = html_of("<details>\n<summary>More</summary>\n\n**a**\n\n</details>")
    assert html == "<details>\n<summary>More</summary>\n<p><strong>a</strong></p>\n</details>"


def test_markdown_that_follows_its_tag_at_once_is_written_up_unless_the_tag_refuses_it() -> None:
    assert html_of("<div>\n*a*\n</div>") == "<div>\n<p><em>a</em></p>\n</div>"
    assert html_of('<div markdown="0">\n*a*\n</div>') == "<div>\n*a*\n</div>"


@pytest.mark.parametrize("tag", ["div", "section", "table", "p"])
def test_a_block_left_open_does_not_swallow_the_rest(tag: str) -> None:
    body, problems = written(f"Before.\n\n<{tag}>\nOpen\n\n## After\n\nText.")
    assert [(problem.code, problem.place and problem.place.line) for problem in problems] == [
        ("markup.unclosed-tag", 6)
    ]
    assert body.html.endswith('<h2 id="after">After</h2>\n<p>Text.</p>')


@pytest.mark.parametrize("tag", ["script", "style"])
def test_nor_does_one_that_is_left_out(tag: str) -> None:
    body, problems = written(f"Before.\n\n<{tag}>\nOpen\n\n## After\n\nText.")
    assert [problem.code for problem in problems] == ["markup.unclosed-tag", "markup.not-allowed"]
    assert "Open" not in body.html
    assert body.html.endswith('<h2 id="after">After</h2>\n<p>Text.</p>')


def test_an_inline_element_left_open_ends_with_its_paragraph() -> None:
    body, problems = written("A <b>bold start.\n\nNext.")
    assert [problem.code for problem in problems] == ["markup.unclosed-tag"]
    assert body.html == "<p>A <b>bold start.</b></p>\n<p>Next.</p>"


def test_a_tag_that_would_end_the_page_is_left_out() -> None:
    assert html_of("A </body> b </div> c") == "<p>A  b  c</p>"


def test_tags_in_code_and_void_tags_are_not_missed() -> None:
    assert faults("`<div>` and<br>x <hr> <wbr/>\n\n    <section>\n") == []


def test_an_address_in_angle_brackets_is_a_link_in_raw_html_too() -> None:
    html = html_of("<p>Ask <kay@quay.example> or see <https://quay.example/a>.</p>")
    assert 'href="mailto:kay@quay.example"' in html
    assert 'href="https://quay.example/a"' in html
    assert html.count("<a ") == 2


def test_tags_of_a_word_processor_are_left_out_and_their_text_stays() -> None:
    assert html_of("<p>One <o:p>word</o:p> more</p>") == "<p>One word more</p>"
    assert html_of("To <st1:place w:st='on'>Kiel</st1:place> it is.") == "<p>To Kiel it is.</p>"


def test_a_picture_in_several_files_is_the_one_that_all_programs_know() -> None:
    body, problems = written('A <picture><source srcset="a.webp"><img src="a.png" alt="Quay"></picture> b.')
    assert [problem.code for problem in problems] == ["picture.missing"]
    assert "<picture" not in body.html and "source" not in body.html


@pytest.mark.parametrize("tag", ["script", "style"])
def test_an_element_of_another_language_is_told_where_it_stands(tag: str) -> None:
    assert faults(f"Words.\n\nSo <{tag}>x</{tag}> it.\n") == [("markup.not-allowed", 3, 4)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('<p class="a">x</p>\n\n<b class="c note-mark">y</b>', (3, 13)),
        ('<p class="a">x</p>\n\n[y]{.c .note-mark}', (3, 9)),
        ('<p>x</p>\n\n<i title="t">y</i> <b onclick="z">y</b>', (3, 23)),
    ],
)
def test_what_an_element_may_not_have_is_told_where_it_stands(text: str, place: tuple[int, int]) -> None:
    assert ("markup.not-allowed", *place) in faults(text)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (
            "<div>One.</div> two &amp; three &lt;four&gt; &copy; &#8212; five",
            "One. two & three <four> © — five",
        ),
        ("<p>One.</p> two <br> three &amp; four", "One. two three & four"),
        ("<p>One.<p>Two.</p></p> <b>three</b> &amp; four", "One.Two. three & four"),
        ("<div>One.</div> two <!-- no --> &amp; three", "One. two & three"),
    ],
)
def test_what_stands_behind_a_block_on_its_line_stays_there(typed: str, words: str) -> None:
    html = html_of(f"{typed}\n\nAfter.\n\n<div>Last.</div>")
    assert " ".join(text_of(parse(html)).split()) == f"{words} After. Last."


@pytest.mark.parametrize("tag", ["details", "details open"])
def test_markdown_in_a_summary_and_below_it_is_written_up(tag: str) -> None:
    html = html_of(f"<{tag}>\n<summary>More **here**</summary>\n\nAnd *there*.\n\n- one\n- two\n\n</details>")
    assert "<strong>here</strong></summary>" in html
    assert "<em>there</em>" in html
    assert html.count("<li>") == 2
