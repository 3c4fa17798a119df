"""Brackets, comments and strings of a style sheet that begin or end alone."""

from __future__ import annotations

import pytest

from issuebrief.theming.style_syntax import mark_alone


@pytest.mark.parametrize(
    ("css", "line", "column", "said"),
    [
        ("p { color: red\nh2 { color: blue }\n", 1, 3, "a block begins"),
        ("@media print {\n  p { color: red }\nh2 { color: blue }", 1, 14, "a block begins"),
        ("p { color: red }\n/* the headings\nh2 { color: blue }", 2, 1, "a comment begins"),
        ("p { color: red }}\nh2 { color: blue }", 1, 17, "} ends nothing"),
        ('p::before { content: "a }\nh2 { color: blue }', 1, 22, "a text in quotation marks"),
        ("p { width: calc(1pt + (2pt) }\nh2 { color: blue }", 1, 16, "( begins here"),
        ("p { color: red }\nh2 {\n { color: blue }}", 3, 2, "there are two { here"),
        ("a[href { color: red }", 1, 2, "[ begins here"),
        ("p { color: red }\nh2::before { content: '\ufffd' }", 2, 24, "a letter here is not encoded"),
    ],
)
def test_a_mark_that_stands_alone_is_told_where_it_stands(
    css: str, line: int, column: int, said: str
) -> None:
    alone = mark_alone(css)
    assert alone is not None
    assert (alone.line, alone.column) == (line, column)
    assert alone.message.startswith(said)
    assert alone.hint


@pytest.mark.parametrize(
    "css",
    [
        "",
        "p { color: red } /* { */ h2 { color: blue }",
        'p::before { content: "}" } a[href="{"] { color: red }',
        r"p::before { content: '\'{' } .a\{b { color: red }",
        "p { background: url(data:image/png;base64,AA}==) }",
        '@import "a.css" layer(b);\n@media print { p { color: rgb(1 2 3 / (0.5)) } }',
        "/* \ufffdberschrift */ p { color: red }",
        "/**/ p { & em { color: red } }",
        "p { color: red } @media print { h2 { color: blue",
    ],
)
def test_marks_that_belong_together_are_no_problem(css: str) -> None:
    assert mark_alone(css) is None
