"""What validators say is taken down without what changes from run to run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from issuebrief.release.validators import ValidatorResult, verdicts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are shell scripts")
def test_programs_are_asked_about_the_files_that_they_are_for(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = 'echo "NOTE: Picked up JDK_JAVA_OPTIONS: $JDK_JAVA_OPTIONS"'
    for name, script in (
        (
            "verapdf",
            f'{notice}; for file; do :; done; echo "FAIL $file"; case $4 in ua1) exit;; esac; exit 1',
        ),
        ("qpdf", "exit 0"),
    ):
        (workplace / name).write_text(f"#!/bin/sh\n{script}\n")
        (workplace / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{workplace}:/bin:/usr/bin")
    monkeypatch.setattr(sys, "executable", str(workplace / "python"))
    found = verdicts({"moon.pdf": b"%PDF", "moon-press.pdf": b"%PDF", "moon.html": b"<p>", "moon.txt": b""})
    assert found == (
        ValidatorResult("moon-press.pdf", "qpdf", "PDF syntax", "passed"),
        ValidatorResult("moon.html", "Nu Html Checker", "HTML", "not installed"),
        ValidatorResult("moon.pdf", "veraPDF", "PDF/UA-1", "passed"),
        ValidatorResult("moon.pdf", "veraPDF", "PDF/A-2a", "failed", ("FAIL moon.pdf",)),
        ValidatorResult("moon.pdf", "qpdf", "PDF syntax", "passed"),
    )
