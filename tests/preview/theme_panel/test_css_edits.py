"""Style sheets are changed in one place; every other byte stays."""

from __future__ import annotations

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from issuebrief.preview.theme_panel.css_edits import offset_of, with_declaration, with_rule, with_value

SHEET = """\
/* Ours; --brand: is set below. */
@import "policy-note.css";
:root {
  --tint: #eef; /* pale */
  --brand : /* the house's */ #14432a /* green */ ! important;
  --face: "A; }", serif;
  --size: calc(3 * var(--grid))
}
.a { color: red }
"""


def place_of(sheet: str, token: str) -> tuple[int, int]:
    """Where a token is declared, as tinycss2 has it."""
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        for node in (
            tinycss2.parse_blocks_contents(rule.content or ()) if rule.type == "qualified-rule" else ()
        ):
            if node.type == "declaration" and node.name == token:
                return node.source_line, node.source_column
    raise AssertionError(token)


def rule_of(sheet: str) -> tuple[int, int]:
    """Where the first rule begins."""
    rule = next(r for r in tinycss2.parse_stylesheet(sheet) if r.type == "qualified-rule")
    return rule.source_line, rule.source_column


@pytest.mark.parametrize(
    ("token", "old", "new"),
    [
        ("--tint", "#eef", "red"),
        ("--brand", "#14432a", "rgb(1 2 3)"),
        ("--face", '"A; }", serif', '"B", serif'),
        ("--size", "calc(3 * var(--grid))", "12pt"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_value_is_exchanged_and_nothing_else(token: str, old: str, new: str, end: str) -> None:
    sheet = SHEET.replace("\n", end)
    changed = with_value(sheet, *place_of(sheet, token), new)
    assert sheet.count(old) == 1
    assert changed == sheet.replace(old, new)


def test_an_empty_value_gets_one() -> None:
    assert with_value(":root { --a:; --b: 1 }", 1, 9, "2") == ":root { --a:2; --b: 1 }"


@pytest.mark.parametrize(
    ("sheet", "changed"),
    [
        (":root { --a: 1 }", ":root { --a: 1; --new: 2px; }"),
        (":root { --a: 1; }", ":root { --a: 1; --new: 2px; }"),
        (":root { --a: 1; color: red }", ":root { --a: 1; --new: 2px; color: red }"),
        (":root {}", ":root { --new: 2px; }"),
        (":root {\n}\n", ":root {\n  --new: 2px;\n}\n"),
        (":root {\r\n\t--a: 1;\r\n}", ":root {\r\n\t--a: 1;\r\n\t--new: 2px;\r\n}"),
        (":root {\n  --a: 1; /* one */\n}", ":root {\n  --a: 1; /* one */\n  --new: 2px;\n}"),
        (":root {\n  --a: 1 /* one */\n}", ":root {\n  --a: 1; /* one */\n  --new: 2px;\n}"),
        (
            ":root {\n  --a: {b: c};\n  p { --x: 1 }\n}",
            ":root {\n  --a: {b: c};\n  --new: 2px;\n  p { --x: 1 }\n}",
        ),
        (":root { color: red }", ":root { --new: 2px; color: red }"),
    ],
)
def test_a_declaration_comes_behind_the_tokens_of_its_rule(sheet: str, changed: str) -> None:
    assert with_declaration(sheet, *rule_of(sheet), "--new", "2px") == changed


def test_a_rule_comes_at_the_end() -> None:
    assert with_rule("a { b: c }", "--x", "1") == "a { b: c }\n\n:root {\n  --x: 1;\n}\n"
    assert with_rule("", "--x", "1") == ":root {\n  --x: 1;\n}\n"
    assert with_rule("a {}\r\n", "--x", "1") == "a {}\r\n\r\n:root {\r\n  --x: 1;\r\n}\r\n"


def test_lines_end_in_any_way_that_css_knows() -> None:
    text = "a\r\nb\rc\fd\ne"
    assert [text[offset_of(text, line, 1)] for line in range(1, 6)] == list("abcde")


@given(st.text(alphabet=" /*;}{()\"'\\\n-ab", max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_whatever_stands_around_stays(noise: str, end: str) -> None:
    # Noise that is a comment: none of it may end the comment, or be taken for CSS.
    comment = f"/*{noise.replace('*/', '')}x*/".replace("\n", end)
    sheet = f":root {{{comment}--a:{comment}1{comment};{comment}--b: 2}}{end}"
    line, column = place_of(sheet, "--a")
    assert with_value(sheet, line, column, "7") == sheet.replace(
        f"{comment}1{comment}", f"{comment}7{comment}", 1
    )
