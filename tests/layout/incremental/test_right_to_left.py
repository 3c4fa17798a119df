"""Revisions of a brief from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from revisions import RevisionCheck, layout_input_for
from right_to_left import theme
from setting import job, write_brief

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = (
    "הספינה יוצאת בשעה שש, והנמל עדיין חשוך.",
    "איש על הרציף אינו מדבר עם *John Smith*.",
    "ההפלגה נמשכת 4 שעות במזג אוויר נאה.",
)


def test_each_revision_is_as_if_it_were_the_first(tmp_path: Path) -> None:
    name, check = theme(tmp_path, "he"), RevisionCheck()
    body = "\n\n".join(" ".join(SENTENCES[number % 3 :] + SENTENCES) for number in range(12))
    for text in (body, body.replace("חשוך", "מואר", 1), body + "\n\n" + SENTENCES[1], body):
        brief = write_brief(tmp_path, text, lang="he", theme=name)
        check.set(layout_input_for(job(brief)))
