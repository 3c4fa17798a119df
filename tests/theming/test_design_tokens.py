"""Design tokens as the cascade sets them: as the layout's own does, sheet for sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from weasyprint import HTML
from weasyprint.css import get_all_computed_styles
from weasyprint.css.counters import CounterStyle

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.styles.custom_properties import word
from issuebrief.layout.styles.sheet_loading import load_styles
from issuebrief.layout.theme_loading import fetcher_of
from issuebrief.theming.design_tokens import resolved, settings_of
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from pathlib import Path

HOUSE = ":where(:root) { --a: house; --b: house }"
THEMES = {
    "root": ":root { --a: own }",
    "html": "html { --a: own }",
    "star": "* { --a: own }",
    "list": "p, :root, html { --a: own }",
    "later": ":root { --a: first } :root { --a: own }",
    "heavier": "html:root { --a: own } :root { --a: lost }",
    "important": ":root { --a: own !important } html:root { --a: lost }",
    "print": "@media print { :root { --a: own } } @media screen { :root { --a: lost } }",
    "language": ":lang(de) { --a: own } html[lang|=sv] { --b: lost }",
    "imported": '@import "base.css"; :root { --b: own }',
    "imported last": '@import url("base.css") layer(low); @layer high { :root { --a: own } }',
    "layers": "@layer low, high; @layer high { :root { --a: own } } @layer low { html:root { --a: lost } }",
    "unlayered": ":root { --a: own } @layer high { html:root:root { --a: lost } }",
    "nested layers": "@layer x { :root { --a: own } @layer y { html:root { --a: lost } } }",
    "comments": "/* --a: lost */ :root { /* --b: lost; */ --a: /* lost */ own /* lost */ }",
    "capitals": ":ROOT { --A: lost; --a: own }",
    "elsewhere": "body { --a: lost } p { --b: lost }",
    "broken": ":root { --b: own; --a: own",
    "folded": ":root{--a:own;;--b:\n  own}",
}


@pytest.mark.parametrize("theme", THEMES)
def test_tokens_are_read_as_the_layout_reads_them(tmp_path: Path, theme: str) -> None:
    sheets = {"house": HOUSE, "base": ":root { --a: base }", "own": THEMES[theme]}
    for name, css in sheets.items():
        (tmp_path / f"{name}.css").write_text(css, "utf-8")
    paths = (tmp_path / "house.css", tmp_path / "own.css")
    rules = read_rules(paths, [tmp_path])
    tokens = {setting.token: setting.value for setting in settings_of(rules, "de")}
    sheet = LayoutInput("", tmp_path / "brief.md", paths, (tmp_path,))
    styles, problems = load_styles(sheet, rules, fetcher_of(sheet), CounterStyle())
    assert problems == ()
    page = HTML(string='<html lang="de"><p>a', media_type="print")
    style = get_all_computed_styles(page, user_stylesheets=styles)(page.etree_element)
    assert {name: tokens[name] for name in ("--a", "--b")} == {
        name: word(style, name.replace("-", "_")) for name in ("--a", "--b")
    }
    assert "lost" not in (tokens["--a"], tokens["--b"])


def test_of_two_declarations_the_one_that_counts_comes_last_with_its_place(tmp_path: Path) -> None:
    sheet = tmp_path / "own.css"
    sheet.write_text(":root:root { --a: strong }\n\n  :root { --b: x; --a: weak }", "utf-8")
    found = settings_of(read_rules([sheet]))
    assert [(setting.token, setting.value, setting.line, setting.column) for setting in found] == [
        ("--b", "x", 3, 11),
        ("--a", "weak", 3, 19),
        ("--a", "strong", 1, 14),
    ]


@pytest.mark.parametrize(
    ("value", "result"),
    [
        ("12pt", "12pt"),
        ("var(--size)", "10pt"),
        ("VAR( --size )", "10pt"),
        ("calc(2 * var(--size))", "calc(2 * 10pt)"),
        ("var(--twice)", "calc(2 * 10pt)"),
        ("var(--none, 3pt)", "3pt"),
        ("var(--none, var(--size))", "10pt"),
        ("var(--none, var(--nor-this, ))", ""),
        ("var(--none)", ""),
        ("var(--Size)", ""),
        ("1px var(--none)", ""),
        ("var(--round)", ""),
        ("var(--round, 1pt)", "1pt"),
        ("(var(--size))", "(10pt)"),
    ],
)
def test_values_are_put_in_for_the_tokens_that_a_value_refers_to(value: str, result: str) -> None:
    tokens = {"--size": "10pt", "--twice": "calc(2 * var(--size))", "--round": "var(--trip)"}
    assert resolved(value, {**tokens, "--trip": "var(--round)"}) == result
