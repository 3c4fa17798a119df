"""Themes and templates that turn everything round: a problem with a mend, or pages, and never a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import job, write_brief

from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.worker_pool import guarded

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """A sentence [in a quotation]{.pull-quote}.[^a]

## A heading

- item

| a | b |
|---|---|
| 1 | - x |

<table><tr><td><ul><li>in a cell</li></ul></td><td>a</td></tr></table>

[^a]: A note.
"""

RULES = [
    *(f"* {{ display: {each} }}" for each in ("flex", "grid", "inline", "table-cell", "contents", "none")),
    *(f"* {{ position: {each} }}" for each in ("absolute", "fixed", "running(a)")),
    "* { float: left }",
    "* { break-before: page }",
    "* { orphans: 999999; widows: 999999 }",
    "* { line-height: 0 }",
    "* { font-size: 0 }",
    "* { transform: scale(0) }",
    "* { transform: matrix(1e30, 0, 0, 1e30, 0, 0) }",
    "* { box-decoration-break: clone; border: 1e5px solid; padding: 1e5px }",
    "* { bookmark-level: 1000000; bookmark-label: content() attr(x) }",
    "p { margin: calc(1px / 0) }",
    "p { max-lines: 0; block-ellipsis: 'x'; continue: discard }",
    "p::before { content: '\\d800' }",
    "p::after { content: leader('.') target-text(url(#nowhere)) }",
    "@page { size: 0 0 }",
    "@page { margin: -9999px }",
]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_for_everything_is_no_fault(tmp_path: Path, rule: str) -> None:
    own = tmp_path / "styles/themes"
    own.mkdir(parents=True)
    (own / "own.css").write_text(f'@import "isdp.css";\n{rule}\n', "utf-8")
    outcome = guarded(set_brief, job(write_brief(tmp_path / "brief", TEXT, theme="own"), tmp_path))
    assert not [problem for problem in outcome.problems if problem.code.startswith("internal.")]
    assert outcome.written or outcome.failed


def test_a_template_that_nests_elements_without_an_end_is_told(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/title.html").write_text("<div>" * 5000, "utf-8")
    outcome = guarded(set_brief, job(write_brief(tmp_path / "brief", "Text."), tmp_path))
    assert [problem.code for problem in outcome.problems] == ["markup.too-deep"]
