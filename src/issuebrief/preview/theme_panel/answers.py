"""Answer the panel's questions, in the process that has the pages.

In:  a question, the brief as it was last set, and the changes that are tried on its theme.
Out: the answer; and a job in which the theme has these changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.preview.theme_panel.look import theme_look
from issuebrief.preview.theme_panel.model import LookQuestion, PickQuestion
from issuebrief.preview.theme_panel.theme_draft import asked_by, drafted_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from issuebrief.engine.pages import Pages
    from issuebrief.job import Job
    from issuebrief.manuscript import Manuscript
    from issuebrief.preview.theme_panel.model import Changes, PanelAnswer, Question
    from issuebrief.resources import SearchPath


def with_changes(job: Job, manuscript: Manuscript | None, changes: Mapping[str, Changes]) -> Job:
    """A job in which the theme of a brief has the changes that are tried on it."""
    mine = changes.get(manuscript.theme.name) if manuscript else None
    if manuscript is None or mine is None:
        return job
    drafted = drafted_theme(asked_by(manuscript), job.search_path, mine)
    if drafted is None or not drafted.drafts:
        return job
    return replace(job, search_path=drafted.search_path, drafts=drafted.drafts)


def panel_answer(
    question: Question,
    manuscript: Manuscript,
    pages: Pages,
    search_path: SearchPath,
    changes: Mapping[str, Changes],
) -> PanelAnswer:
    """The answer to a question; None where there is none."""
    mine = changes.get(manuscript.theme.name, ())
    drafted = drafted_theme(asked_by(manuscript), search_path, mine)
    if drafted is None:
        return None
    if isinstance(question, LookQuestion):
        return theme_look(manuscript, drafted, mine)
    from issuebrief.preview.theme_panel.pick import picked
    from issuebrief.preview.theme_panel.usage import used

    drawn = pages.document.pages
    if isinstance(question, PickQuestion):
        return picked(question, drawn, drafted.theme.rules, drafted.search_path)
    return used(question.token, drawn, drafted.theme.rules)
