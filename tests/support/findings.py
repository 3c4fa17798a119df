"""Problems for the reports to tell."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from issuebrief.diagnostics.model import Diagnostic, PageRegion, Severity, SourceRange, error, warning
from issuebrief.job import PagePicture

ROOT = Path("/workplace")
BRIEF = ROOT / "content/moon/brief.md"
CUT = error("text.cut", "It is cut.", SourceRange(BRIEF, 12, 3), "Let it grow.", "  the line")
LOOSE = Diagnostic(
    Severity.WARNING,
    "lines.loose",
    'It is <loose> & "wide".',
    SourceRange(BRIEF, 9, 1, 9, 4),
    "Change a word.",
    "the <line>",
    (PageRegion(2, 10.5, 20, 100, 16), PageRegion(3, 10.5, 20, 100, 16)),
)
NOTE = Diagnostic(Severity.INFO, "metadata.incomplete", "There is no DOI.", SourceRange(BRIEF))
ELSEWHERE = warning("engine.message", "It says so.", SourceRange(Path("/other/ä b.css"), 4))
NOWHERE = warning("engine.message", "Somewhere.")
ALL = (CUT, LOOSE, NOTE, ELSEWHERE, NOWHERE)


def picture() -> PagePicture:
    target = BytesIO()
    Image.new("RGB", (9, 12), "white").save(target, "WEBP")
    return PagePicture(793.7, 1122.5, target.getvalue())
