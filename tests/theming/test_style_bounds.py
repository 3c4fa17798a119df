"""Style sheets that would never be read to their end are told; what is merely long is read in its time."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from steps import assert_grows_no_faster_than_its_size

from issuebrief.resources import shipped
from issuebrief.theming.design_tokens import resolved, settings_of
from issuebrief.theming.style_sheets import StyleRules, read_rules

if TYPE_CHECKING:
    from pathlib import Path


def rules_of(folder: Path, css: str) -> StyleRules:
    (folder / "own.css").write_text(css, "utf-8")
    return read_rules([folder / "own.css"], [folder])


def chain(steps: int, value: str) -> str:
    return ":root {\n--a0: 1;\n" + "".join(
        f"--a{n}: {value.replace('%', str(n - 1))};\n" for n in range(1, steps + 1)
    )


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("a { color: red }\n" + "@media print { " * 51, 2),
        ("a { color: red }\n\n" + "&, p { " * 51 + "color: red" + "}" * 51, 3),
        (f"p {{ width: {'calc(' * 51}1px{')' * 51} }}", 1),
        (f"p\n{{ color: {'var(--no, ' * 51}red{')' * 51} }}", 1),
        (f"{'.a, ' * 2000}p {{ color: red }}", 1),
        (f"{'p ' * 300} {{ color: red }}", 1),
        (f"p {{ quotes: {chr(39) * 2 * 2001} }}", 1),
        (f"a {{ color: red }}\np::before {{ content: '{'a' * 2001}' }}", 2),
        (f"p::before {{ content: {(chr(39) + 'a' * 600 + chr(39)) * 4} }}", 1),
        (f":root {{ --a: '{'a' * 2001}' }}", 1),
        ("p { color: red }\ndiv { column-count: 1000 }", 2),
        ("@media print { div { columns: 21 3em } }", 1),
        (":root {\n--columns: 1000 }", 1),
        ("div { column-count: calc(500 * 2) }", 1),
        ("p { counter-reset: a 3 b 99999 }", 1),
        ("p { counter-increment: a -99999 !important }", 1),
        ("@counter-style a { system: symbolic; symbols: '*'; pad: 9999 '*' }", 1),
        ("p { color: red }\n:root { --text-size: 1e9px }", 2),
        ("p { margin: 0 calc(1px - 200000mm) }", 1),
        ("p { color: red }\n.a { width: calc(infinity * 1px) }", 2),
        ("p { color: red }\np { counter-reset: a " + "9" * 5000 + " }", 2),
        (":root { --a: 1000 }\ndiv { column-count: var(--a) }", 2),
        (":root { --a: 1e3; --b: calc(1 * var(--a)) }\n.a { COLUMNS: var(--b) }", 2),
        (":root { --a: var(--b) }\n:root { --b: 99;\n--columns: var(--a) }", 3),
        (chain(60, "var(--a%)") + "}", 53),
        (chain(20, "var(--a%) var(--a%)") + "}", 12),
        (chain(20, "var(--no, var(--a%)) calc(var(--a%))") + "}", 11),
    ],
)
def test_a_rule_that_is_too_deep_or_too_long_is_told_at_its_line(tmp_path: Path, css: str, line: int) -> None:
    (problem,) = rules_of(tmp_path, css).problems
    assert (problem.code, problem.place and problem.place.line) == ("style.too-large", line)


@pytest.mark.parametrize(
    "css",
    [
        f"p {{ background: url(data:image/png;base64,{'A' * 100_000}) }}",
        f"p {{ background: url('data:image/png;base64,{'A' * 100_000}') }}",
        f"p {{ content: '{'a' * 1500}'; quotes: '{'a' * 1500}' }}",
        "@media print {\n" + ".a, .b { color: red; margin: 0 1px 2px 3px }\n" * 1000 + "}",
        "p {" + "color: red;\n" * 3000 + "}",
        ":root {" + "--a: 1px;\n" * 3000 + "}",
        ":root { --a: var(--b); --b: var(--a) }",
        ":root { --a: var(--b); --b: var(--a) 2; --c: 1000 } p { columns: var(--a) }",
        chain(30, "var(--a%)") + "}",
        f"{'.a, ' * 1000}p {{ color: red }}",
        "p { columns: 3 24px; counter-reset: a 2026; width: 9999px; z-index: 99999 }",
    ],
)
def test_a_sheet_that_is_merely_long_is_read(tmp_path: Path, css: str) -> None:
    assert rules_of(tmp_path, css).problems == ()


def test_tokens_that_double_are_not_put_in_before_they_are_told(tmp_path: Path) -> None:
    found = rules_of(tmp_path, chain(200, "var(--a%) var(--a%)") + "--columns: var(--a200) }")
    assert [problem.code for problem in found.problems] == ["style.too-large"]
    tokens = {setting.token: setting.value for setting in settings_of(found)}
    assert resolved("var(--columns, 3)", tokens) == "3"


def test_imports_that_double_end(tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"x{n}.css").write_text(f"@import 'x{n + 1}.css';\n" * 2, "utf-8")
    (tmp_path / "x40.css").write_text("p { color: red }", "utf-8")
    (problem,) = rules_of(tmp_path, "@import 'x0.css';").problems
    assert problem.code == "style.too-large"
    assert problem.message == "more than 200 style sheets are imported here"


def test_many_layers_are_told(tmp_path: Path) -> None:
    css = "".join(f"@layer a{n} {{ p {{ color: red }} }}\n" for n in range(501))
    (problem,) = rules_of(tmp_path, css).problems
    assert problem.message == "the style sheets have 501 cascade layers, and may have 500"
    assert rules_of(tmp_path, "@layer a.b.c { p { color: red } }\n" * 600).problems == ()


def test_shipped_sheets_are_not_looked_at() -> None:
    sheets = sorted((shipped("styles") / "themes").glob("*.css"))
    assert read_rules(sheets, [shipped("styles")]).problems == ()


@pytest.mark.parametrize(
    "piece",
    [
        ":root { --a%: 1px }\n",
        ":root { --a: 1px }\n",
        ":root { --a%: var(--b) }\n",
        ".a { --a%: 2; columns: var(--a%) }\n",
        "@import 'missing.css';\n",
        "@import 'missing-%.css' screen;\n",
        "@layer a { p { color: red } }\n",
        "@layer a% { :root { --a: 1px } }\n",
        "@media print { p { color: red } }\n",
        ".a%, .b { color: red }\n",
    ],
)
def test_many_rules_take_as_many_times_the_steps(tmp_path: Path, piece: str) -> None:
    tries = count()

    def read(number: int) -> None:
        text = "".join(piece.replace("%", str(n)) for n in range(number))
        settings_of(rules_of(tmp_path, f"/* {next(tries)} */{text}"))

    assert_grows_no_faster_than_its_size(read)
