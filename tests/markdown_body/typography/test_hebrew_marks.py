"""The marks within Hebrew words, which are typed as quotation marks and apostrophes."""

from __future__ import annotations

import pytest

from issuebrief.markdown_body.typography.quotation_marks import curl


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('צה"ל', "צה״ל"),
        ('מנכ"לית', "מנכ״לית"),
        ('"מנכ"ל"', "”מנכ״ל”"),
        ('ה"ארץ"', "ה”ארץ”"),
        ('ה"ידיים החרוצות" של', "ה”ידיים החרוצות” של"),
        ('ב"ידיעות" וב"דבר הפועלת", צה"ל', "ב”ידיעות” וב”דבר הפועלת”, צה״ל"),
        ('הנ"ל אמר "שלום לכל"', "הנ״ל אמר ”שלום לכל”"),
        ("עמ' 12", "עמ׳ 12"),
        ("ג'ורג'", "ג׳ורג׳"),
        ("אמר 'שלום' והלך", "אמר ’שלום’ והלך"),
    ],
)
def test_marks_within_hebrew_words_are_no_quotation_marks(typed: str, printed: str) -> None:
    out = list(typed)
    curl(typed, out, "he")
    assert "".join(out) == printed
