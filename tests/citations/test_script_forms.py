"""Citations have the marks and the digits of the script that they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cited_works import cited, notes_of

from issuebrief.citations.csl.cited import Rendered
from issuebrief.citations.csl.runs import Look, Run
from issuebrief.citations.script_forms import in_forms_of_script

if TYPE_CHECKING:
    from pathlib import Path

ARABIC = "ليلى"
WORKS = """
@book{nahr2020, author = {حداد، ليلى}, title = {نهر واحد}, publisher = {دار الساقي}, year = 2020}
@book{gauge2019, author = {Gauge, Ada}, title = {The Harbour}, publisher = {Quay Press}, year = 2019}
"""


def formed(text: str, language: str, digits: str) -> str:
    """A citation of one run in the forms of a script."""
    made = Rendered(([Run(text)],), ([],), (("key", [Run(text)]),))
    [[run]] = in_forms_of_script(made, language, digits).citations
    return run.text


@pytest.mark.parametrize(
    ("language", "digits", "text", "expected"),
    [
        ("ar-SA", "arab", f"{ARABIC}, 12; 1,500", f"{ARABIC}، ١٢؛ ١,٥٠٠"),
        ("ar-MA", "latn", f"{ARABIC}, 12", f"{ARABIC}، 12"),
        ("fa", "arabext", f"“{ARABIC}”, 45–47", f"“{ARABIC}”، ۴۵–۴۷"),
        ("fa", "arabext", f"Gauge, 12, {ARABIC}, 3", f"Gauge, 12, {ARABIC}، ۳"),
        ("ar-SA", "arab", f"{ARABIC} https://example.org/a,12, 3", f"{ARABIC} https://example.org/a,12, 3"),
        ("mr", "deva", "नदी, 12", "नदी, १२"),
        ("hi", "latn", "नदी, 12", "नदी, 12"),
        ("en", "latn", f"{ARABIC}, 12", f"{ARABIC}, 12"),
    ],
)
def test_marks_and_numbers_are_in_the_script_of_the_letters_before_them(
    language: str, digits: str, text: str, expected: str
) -> None:
    assert formed(text, language, digits) == expected


def test_what_the_author_typed_stays_and_counts_as_what_stands_before() -> None:
    typed = Run(f"{ARABIC}, 1", Look(typed=True))
    made = Rendered(([typed, Run(", 2")],), ([],), ())
    assert [run.text for run in in_forms_of_script(made, "fa", "arabext").citations[0]] == [typed.text, "، ۲"]


def test_a_brief_cites_works_in_either_script(tmp_path: Path) -> None:
    body = "نص [@nahr2020, 45]. نص [@gauge2019, 12]."
    first, second = notes_of(cited(tmp_path, body, WORKS, lang="fa"))
    assert "،" in first and "," not in first and "۲۰۲۰" in first and "۴۵" in first
    assert "Quay Press, 2019), 12" in second
