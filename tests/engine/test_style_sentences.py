"""What is said of rules of a style sheet, in words that a designer can act on."""

from __future__ import annotations

from pathlib import Path

import pytest
from weasyprint import CSS

from issuebrief.engine.log import listen, style_problem


@pytest.mark.parametrize(
    ("css", "message", "hint"),
    [
        ('p { margin: 0 }\n@import "a.css";', '@import "a.css" comes after other rules', "move it above"),
        ("@page :frist { margin: 0 }", "there are no pages “:frist”", "did you mean @page :first?"),
        ("@page { @top-midle { color: red } }", "has no margin box @top-midle", "did you mean @"),
        ("@page { @top-left; }", "@top-left says nothing", "content: …"),
        ("@fontface { src: url(a) }", "there is no rule @fontface", "did you mean @font-face?"),
        ("@media (min-width: 3mm) { p { margin: 0 } }", "media type", "@media print"),
        ("p:frist-child { color: red }", "`p:frist-child` is not understood", "did you mean :first-child?"),
        ("p:nth-child(x) { color: red }", "`p:nth-child(x)` is not understood", ":nth-child(odd)"),
        ("p > > a { color: red }", "`p > > a` is not understood", "a name is missing"),
        ("a::selection { color: red }", "is not understood", "no effect on paper"),
        ("p { color red; margin: 0 }", "neither a declaration nor a rule", "with a colon"),
        ("p { margin: 3 }", "`margin: 3`", "give the number its unit"),
        ("p { margin: 3 pt }", "`margin: 3 pt`", "right after the number"),
        ("p { width: 3ptt }", "`width: 3ptt`", "did you mean pt?"),
        ("p { padding: -3pt }", "`padding: -3pt`", "cannot be negative"),
        ("p { margin: 3pt padding: 4pt }", "`margin: 3pt padding: 4pt`", "write ; between"),
        ("p { transform: rotate(90) }", "`transform: rotate(90)`", "rotate(90deg)"),
        ("p { text-align: middle }", "`text-align: middle`", "left, right, center, justify"),
        ("p { display: flexx }", "`display: flexx`", "did you mean flex?"),
        ("p { color: #12345 }", "`color: #12345`", "3 or 6 digits"),
        ("p { font-family: }", "`font-family:`", "write a value"),
        ("p { width: calc(1px+2px) }", "`width: calc(", "spaces around"),
        ("p { text-shadow: 1pt 1pt red }", "`text-shadow", "a colour or a weight of its own"),
    ],
)
def test_a_slip_is_told_with_its_mend(css: str, message: str, hint: str) -> None:
    with listen() as lines:
        CSS(string=css, base_url="file:///none/")
    problem = style_problem(lines[0], Path("own.css"), css)
    assert message in problem.message
    assert hint in problem.hint
    assert problem.place
    assert problem.place.line == css.count("\n") + 1
