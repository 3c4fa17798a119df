"""Draw the pictures of proofs.md: a page of a review copy, and one of a proof.

In:  docs/sample/brief.md, and what an editor changed in it.
Out: docs/pictures/review-copy.png and proof.png.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from make_pictures import GROUND, PICTURES, ROOT, SAMPLE, lay, page_picture, save
from PIL import Image

from issuebrief.compare.compare_briefs import compare_briefs
from issuebrief.compare.proof import ProofPlan, make_proof
from issuebrief.job import Job
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

PAD, COLOURS = 8, 28
TEXT_BEGINS = 0.555
"""Where on the first page the text begins, as a share of its height."""
EDITS = (
    ("The error is small. A hand's breadth", "The error is seldom large. Half a hand's breadth"),
    (
        "| Reader | Form | Delay |\n| --- | --- | ---: |",
        "| Reader | Form | Price | Delay |\n| --- | --- | --- | ---: |",
    ),
    ("| a number by radio |", "| a number by radio | free |"),
    ("| a printed table |", "| a printed table | by year |"),
    ("| a file |", "| a file | on request |"),
    ("- The agent wants next week's windows.\n", ""),
    ("three kinds of reader", "two kinds of reader"),
    ("  - A gauge costs less than one day's delay.\n", "  - A gauge costs less than a day at anchor.\n"),
)
"""What is changed, and what it becomes."""


def main() -> None:
    """Draw both."""
    for path in (draw_review_copy(), draw_proof()):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} KB")


def draw_review_copy() -> Path:
    """The first page of the sample with an editor's changes marked."""
    old = Job(SAMPLE, (), search_path(ROOT))
    text = SAMPLE.read_text("utf-8")
    for before, after in EDITS:
        assert before in text, before
        text = text.replace(before, after)
    compared = compare_briefs(old, replace(old, text=text.encode()), ("v1", "brief.md"))
    return _drawn(compared.files[0][1], "review-copy.png", 520, TEXT_BEGINS)


def draw_proof() -> Path:
    """The first page of a proof of the sample."""
    proof = make_proof(Job(SAMPLE, (), search_path(ROOT)), ProofPlan(datetime.date(2024, 2, 20)))
    return _drawn(proof.content, "proof.png", 380)


def _drawn(pdf: bytes, name: str, width: float, top: float = 0.0) -> Path:
    """The first page from a share of its height on."""
    page = page_picture(pdf, 0, width)
    page = page.crop((0, round(top * page.height), page.width, page.height))
    picture = Image.new("RGB", (page.width + 2 * PAD, page.height + 2 * PAD), GROUND)
    lay(picture, page, (PAD, PAD))
    return save(picture, PICTURES / name, COLOURS)


if __name__ == "__main__":
    main()
