"""Style sheets with left and right changed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tinycss2
from composing import FONTS, STYLE
from setting import ROOT

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.layout.styles.custom_properties import word
from issuebrief.layout.styles.mirrored_rules import mirrored

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = sorted((ROOT / "styles").rglob("*.css"))


def turned(css: str) -> str:
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(rule.serialize() for rule in mirrored(rules))


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        ("a { margin-left: 1px }", "a { margin-right: 1px }"),
        ("a { border-top-left-radius: 1px }", "a { border-top-right-radius: 1px }"),
        ("a { text-align: left }", "a { text-align: right }"),
        ("a { float: right !important }", "a { float: left !important }"),
        ("a { margin: 1px 2px 3px 4px }", "a { margin: 1px 4px 3px 2px }"),
        ("a { padding: 0 var(--b) 0 f(2px) !important }", "a { padding: 0 f(2px) 0 var(--b) !important }"),
        ("a { margin: 1px 2px }", "a { margin: 1px 2px }"),
        ("a { border-radius: 1px 2px 3px 4px }", "a { border-radius: 2px 1px 4px 3px }"),
        ("a { left: 0; inset: 1px 2px 3px 4px }", "a { right: 0; inset: 1px 4px 3px 2px }"),
        ("a { background: f(to right, red) }", "a { background: f(to left, red) }"),
        ("a { & > b:hover { left: 0 } right: 1px }", "a { & > b:hover { right: 0 } left: 1px }"),
        ("@page :left { margin-left: 1px; @top-left { text-align: left } }",
         "@page :right { margin-right: 1px; @top-right { text-align: right } }"),
        ("@media print { a { left: 0 } [dir] a { left: 0 } }",
         "@media print { a { right: 0 } [dir] a { left: 0 } }"),
        (":root { --margin-left: 1px; --text-align: left; --sidebar-side: left }",
         ":root { --margin-left: 1px; --text-align: right; --sidebar-side: left }"),
        ('[dir="rtl"] a, a:dir(rtl) { left: 0 }', '[dir="rtl"] a, a:dir(rtl) { left: 0 }'),
        ('a.left { content: "left"; width: var(--left) }', 'a.left { content: "left"; width: var(--left) }'),
    ],
)  # fmt: skip
def test_what_is_left_is_right(css: str, wanted: str) -> None:
    assert turned(css) == wanted


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_that_is_mirrored_twice_is_as_it_was(sheet: object) -> None:
    css = sheet.read_text("utf-8")  # type: ignore[attr-defined]
    plain = "".join(
        rule.serialize() for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    )
    assert turned(turned(css)) == plain


def test_rules_that_others_share_are_not_changed() -> None:
    rules = tinycss2.parse_stylesheet("a { left: 0; margin: 1px 2px 3px 4px }")
    before = rules[0].serialize()
    list(mirrored(rules))
    assert rules[0].serialize() == before


def test_rules_in_other_rules_are_left_to_whoever_reads_them() -> None:
    rules = tinycss2.parse_stylesheet("@media print { a { left: 0 } }")
    assert (
        "".join(rule.serialize() for rule in mirrored(rules, within=False))
        == "@media print { a { left: 0 } }"
    )


def test_a_side_that_an_institute_gives_is_mirrored_too(tmp_path: Path) -> None:
    sheets = (tmp_path / "right-to-left.css", tmp_path / "ours.css")
    sheets[0].write_text(":root { direction: rtl; --sidebar-side: right; --text-align: center }")
    sheets[1].write_text(f"{STYLE} p {{ text-align: var(--text-align); width: 300px }}")
    tokens = {"--text-align": "left", "--sidebar-side": "left"}
    html = "<html lang=en dir=rtl><body><p>one two"
    pages, problems = lay_out(LayoutInput(html, tmp_path / "a.md", sheets, (tmp_path, FONTS), tokens=tokens))
    assert pages, problems
    boxes = [box for box in pages.document.pages[0]._page_box.descendants() if getattr(box, "text", "")]
    assert boxes[-1].position_x + boxes[-1].width == pytest.approx(550, abs=0.5)
    assert word(boxes[0].style, "__sidebar_side") == "left"
