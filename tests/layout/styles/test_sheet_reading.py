"""Faults in style sheets are told where they stand, in those that are imported too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import told

from issuebrief.diagnostics.model import Severity
from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.layout.styles import sheet_loading
from issuebrief.layout.styles.sheet_reading import sheet_at

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def problems_of(folder: Path, **sheets: str) -> tuple[Diagnostic, ...]:
    """What is said of the last of some style sheets."""
    for name, css in sheets.items():
        (folder / f"{name}.css").write_text(css, "utf-8")
    path = folder / f"{list(sheets)[-1]}.css"
    _, problems = lay_out(LayoutInput("<html lang=en><p>a", folder / "brief.md", (path,), (folder,)))
    return problems


def test_a_fault_in_an_imported_sheet_is_told_in_that_sheet(tmp_path: Path) -> None:
    base = "p { color: red }\n\np { colour: red }"
    found = problems_of(tmp_path, base=base, own='@import "base.css";\np { hue: 1 }')
    assert told(found) == ["base.css:3 style.not-understood", "own.css:2 style.not-understood"]
    assert [problem.excerpt for problem in found] == ["p { colour: red }", "p { hue: 1 }"]
    assert found[0].place and found[0].place.column == 5


def test_a_fault_after_an_import_inside_another_rule_is_told_in_its_own_sheet(tmp_path: Path) -> None:
    own = '@import "base.css";\n@media print {\n  p { hue: 1 }\n}'
    assert told(problems_of(tmp_path, base="p { color: red }", own=own)) == ["own.css:3 style.not-understood"]


@pytest.mark.parametrize(
    ("declaration", "hint"),
    [
        ("-webkit-hyphens: auto", "write hyphens: auto"),
        ("-moz-osx-font-smoothing: grayscale", "look up the property and its values, or delete the line"),
        ("-ms-text-justify: auto", "remove it: lines are broken by --compose, --rag and --tolerance"),
    ],
)
def test_a_property_of_a_browser_s_own_is_told(tmp_path: Path, declaration: str, hint: str) -> None:
    (problem,) = problems_of(tmp_path, own=f"p {{\n  {declaration};\n  color: red }}")
    assert told((problem,)) == ["own.css:2 style.prefixed"]
    assert (problem.severity, problem.hint) == (Severity.WARNING, hint)


@pytest.mark.parametrize(
    ("rule", "meant"),
    [
        ("p { text-aling: left }", "text-align"),
        ("p { margn-top: 2px }", "margin-top"),
        ("p { backgroud: red }", "background"),
        ("@font-fac { font-family: X }", "@font-face"),
    ],
)
def test_what_is_mistyped_is_told_with_what_may_be_meant(tmp_path: Path, rule: str, meant: str) -> None:
    (problem,) = problems_of(tmp_path, own=rule)
    assert problem.code == "style.not-understood"
    assert problem.hint.startswith(f"did you mean {meant}?")


def test_sheets_that_import_each_other_are_told_and_not_followed(tmp_path: Path) -> None:
    found = problems_of(tmp_path, base='@import "own.css";', own='@import "base.css";')
    assert told(found) == ["base.css:1 style.import"]


@pytest.mark.parametrize("address", ["lost.icc", "/etc/lost.icc", "https://example.org/lost.icc", "own.css"])
def test_a_colour_profile_that_cannot_be_had_is_told_at_its_rule(tmp_path: Path, address: str) -> None:
    own = f"p {{ color: red }}\n@color-profile --press {{ src: url({address}) }}"
    (problem,) = problems_of(tmp_path, own=own)
    assert told((problem,)) == ["own.css:2 style.not-understood"]
    assert problem.message == "the colour profile --press does not exist, or is not a profile"


def test_where_a_fault_stands_is_looked_up_once_for_each_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []

    def look_up(address: str, layout_input: LayoutInput) -> Path:
        found.append(address)
        return sheet_at(address, layout_input)

    monkeypatch.setattr(sheet_loading, "sheet_at", look_up)
    problems = problems_of(
        tmp_path, base="p { hue: 1 }\n" * 30, own='@import "base.css";' + "p { hue: 2 }" * 30
    )
    assert len(problems) == 60
    assert len(found) == len(set(found)) == 2
