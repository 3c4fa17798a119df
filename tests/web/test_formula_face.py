"""The face of formulas on web pages has all signs that browsers draw."""

from __future__ import annotations

import base64
import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from issuebrief.formulas.mathml import as_text
from issuebrief.formulas.read_tex import math_of
from issuebrief.markdown_body.source.html_tree import parse
from issuebrief.web.formula_face import formula_face


def face_of(tex: str) -> TTFont:
    rule = formula_face(parse(as_text(math_of(tex))))
    data = re.search(r"base64,([\w+/=]+)\)", rule)
    assert data
    return TTFont(BytesIO(base64.b64decode(data[1])))


@pytest.mark.parametrize("tex", [r"\sqrt{x}", r"\sqrt[3]{x}"])
def test_a_root_has_its_sign_and_the_larger_forms_of_it(tex: str) -> None:
    font = face_of(tex)
    assert ord("√") in font.getBestCmap()
    assert len(font["MATH"].table.MathVariants.VertGlyphCoverage.glyphs) >= 1
    assert ord("√") not in face_of("x").getBestCmap()


def test_a_line_over_letters_can_be_as_long_as_they_are() -> None:
    font = face_of(r"\overline{AB}")
    assert font.getBestCmap()[ord("‾")] in font["MATH"].table.MathVariants.HorizGlyphCoverage.glyphs
