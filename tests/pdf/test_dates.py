"""The date that the environment sets."""

from __future__ import annotations

import pytest

from issuebrief.pdf.dates import stamp


def test_a_date_has_the_forms_of_pdf_and_of_xmp(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86399")
    date = stamp()
    assert date
    assert (date.pdf, date.iso) == ("D:19700101235959Z", "1970-01-01T23:59:59Z")


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5", "٣", "9" * 30])
def test_what_is_no_date_is_none(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert stamp() is None
