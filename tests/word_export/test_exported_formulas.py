"""Formulas of a brief are equations in the Word file."""

from __future__ import annotations

import pytest
from word_files import needs_pandoc

from issuebrief.markdown_body.source.html_tree import parse
from issuebrief.word_export.pandoc_tree import Exporter
from issuebrief.word_import.documents.model import UnreadableDocument
from issuebrief.word_import.documents.pandoc import tex_of

pytestmark = needs_pandoc
POWER = "<math><msup><mi>c</mi><mn>2</mn></msup></math>"


def test_mathml_becomes_equations_in_a_line_or_by_themselves() -> None:
    exporter = Exporter({}, {})
    half = '<div class="equation"><math display="block"><mfrac><mn>1</mn><mn>2</mn></mfrac></math></div>'
    first, second = exporter.blocks(parse(f"<p>So {POWER} it is.</p>{half}").children)
    assert [each["t"] for each in first["c"]] == ["Str", "Space", "Math", "Space", "Str", "Space", "Str"]
    assert [each["c"][0]["t"] for each in exporter.formulas] == ["InlineMath", "DisplayMath"]
    assert second["c"] == [exporter.formulas[1]]
    assert tex_of([each["c"][1] for each in exporter.formulas]) == ["c^{2}", "\\frac{1}{2}"]


def test_what_is_no_formula_is_told() -> None:
    with pytest.raises(UnreadableDocument, match="a formula cannot be written"):
        tex_of([POWER, "<i>c</i>"])
