"""Metadata of briefs for other programs."""

from __future__ import annotations

import pytest

import issuebrief

TEXT = """---
title: Tides and Timetables
date: 2026-03-01
authors: [{name: Jo Ferry}]
publisher: {name: Harbour Institute}
---

The first boat leaves at six.
"""


def test_files_are_named_as_the_command_names_them() -> None:
    result = issuebrief.describe(TEXT, ["jats", "bibtex"], name="tides")
    assert list(result.files) == ["tides-jats.xml", "tides.bib"]
    assert result.files["tides.bib"].startswith(b"@techreport{ferry2026tides,\n")
    assert not result.failed


def test_a_deposit_that_would_be_refused_is_no_file() -> None:
    result = issuebrief.describe(TEXT, "crossref")
    assert (dict(result.files), result.failed) == ({}, True)


def test_formats_that_there_are_not_are_refused() -> None:
    with pytest.raises(ValueError, match="formats are some of crossref, datacite, dc, jats, bibtex, ris"):
        issuebrief.describe(TEXT, ["marc"])
