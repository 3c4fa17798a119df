"""A brief's HTML arranged for a fit, as text, so that revisions of it can be compared.

In:  the HTML of a brief, and a `Fit`.
Out: the HTML that says what `end_matter.arrange` makes of its tree. None where a template puts the parts
     after the text in another way than the shipped ones do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.layout.end_matter import FIT

if TYPE_CHECKING:
    from issuebrief.pagination.end_fits import Fit

ROOT = re.compile(r"<html(?=[ >])")
END = re.compile(r'^<section class="end">$', re.MULTILINE)
BOXES = re.compile(r'^<div class="boxes( several)?">$', re.MULTILINE)
NOTES = re.compile(r'^<section class="endnotes">$.*?^</section>\n\s*(?=</body>)', re.MULTILINE | re.DOTALL)


def arranged_html(html: str, fit: Fit) -> str | None:
    """The HTML of a brief, arranged for a fit."""
    if fit.white:
        html, found = ROOT.subn(f'<html {FIT}="{fit.white}"', html, count=1)
        if not found:
            return None
    if fit.boxes:
        boxes = BOXES.findall(html)
        if len(boxes) != 1:
            return None
        if not boxes[0]:
            html = BOXES.sub(f'<div class="boxes {fit.boxes}">', html)
    return _with_notes_first(html) if fit.notes_first else html


def _with_notes_first(html: str) -> str | None:
    notes, ends = NOTES.search(html), END.findall(html)
    if notes is None or len(ends) != 1:
        return None
    without = html[: notes.start()] + html[notes.end() :]
    return END.sub(lambda end: f"{notes[0].rstrip()}\n{end[0]}", without)
