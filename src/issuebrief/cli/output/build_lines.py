"""What `issuebrief build` says in words.

In:  jobs and what became of them.
Out: lines for a person at a terminal.
"""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

from issuebrief.cli.output import counted
from issuebrief.project.workspace import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Outcome, Output
    from issuebrief.pipeline.worker_pool import JobFinished


def lines_of(done: JobFinished, workplace: Path, standard_output: bool = False) -> list[str]:
    """A line for what was made, and one for each file that was not."""
    outcome = done.outcome
    if not outcome.written:
        return [_not_set(shown(done.job.brief, workplace), outcome.problems, done.job.outputs)]
    names = ", ".join(shown(output.path, workplace) for output in outcome.written)
    pages = f"{counted(outcome.pages, 'page')}, " if outcome.pages else ""
    return [
        f"{'standard output' if standard_output else names}: {pages}{done.seconds:.1f} s",
        *(
            _not_set(shown(missed.output.path, workplace), missed.problems, (missed.output,))
            for missed in outcome.deliveries
            if not missed.written
        ),
    ]


def stage_lines(outcome: Outcome) -> Iterator[str]:
    """A line for each stage: the seconds it took, its name, what it worked on."""
    from issuebrief.diagnostics.terminal import visible

    for stage in outcome.stages:
        yield f"  {stage.seconds:6.2f} s  {stage.name}: {visible(stage.detail)}"


def _not_set(name: str, problems: Sequence[Diagnostic], outputs: Iterable[Output]) -> str:
    from issuebrief.diagnostics.terminal import tally

    # A name that is too long for the system is told, and nothing is there.
    kept = [output for output in outputs if os.path.exists(output.path)]  # noqa: PTH110
    what = "files" if len(kept) > 1 else "PDF" if kept and kept[0].purpose.has_pages else "page"
    before = f"; the {what} from before {'are' if len(kept) > 1 else 'is'} kept" if kept else ""
    return f"{name}: not set, {tally(problems)}{before}"


def summary(total: int, outcomes: Sequence[Outcome], taken: int = 0) -> str:
    """A line for the whole run; empty where the line of the one brief says it all.

    `taken` briefs have their files from a store that machines share.
    """
    if not outcomes and not taken:
        return f"{counted(total, 'brief')}, nothing has changed"
    if total == 1 and not taken:
        return ""
    failed = sum(outcome.failed for outcome in outcomes)
    parts = (
        (len(outcomes) - failed, "set"),
        (taken, "from the store"),
        (total - len(outcomes) - taken, "unchanged"),
        (failed, "not set"),
    )
    return f"{counted(total, 'brief')}: " + ", ".join(f"{number} {what}" for number, what in parts if number)
