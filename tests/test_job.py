"""What is asked of the pipeline and what it answers."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

from issuebrief.diagnostics.model import error, warning
from issuebrief.job import Delivery, Job, Outcome, Output, Purpose
from issuebrief.resources import SearchPath

PDF, HTML = Path("build/moon.pdf"), Path("build/moon.html")


def test_each_purpose_has_a_file_of_its_own_name() -> None:
    assert [purpose.ending for purpose in Purpose] == [".pdf", "-press.pdf", ".html", ".epub"]
    assert [purpose.has_pages for purpose in Purpose] == [True, True, False, True]


def test_jobs_and_outcomes_travel_to_other_processes() -> None:
    job = Job.for_screen(Path("brief.md"), PDF, SearchPath((), ()))
    outcome = Outcome((warning("a.b", "Odd."),), 3, (Delivery(job.outputs[0], (), True),))
    assert pickle.loads(pickle.dumps((job, outcome))) == (job, outcome)
    assert job.outputs == (Output(Purpose.SCREEN, PDF),)


def test_outcomes_can_be_kept_by_their_jobs() -> None:
    job = Job.for_screen(Path("brief.md"), PDF, SearchPath((), ()))
    other = replace(job, drafts={Path("theme.css"): ":root { --brand: #000000 }"})
    assert len({job: 1, replace(job): 2, other: 3}) == 2


def test_an_outcome_tells_what_was_written_and_whether_anything_failed() -> None:
    screen, web = Output(Purpose.SCREEN, PDF), Output(Purpose.WEB, HTML)
    fault = error("a.b", "Broken.")
    outcome = Outcome((fault,), 3, (Delivery(screen, (), True), Delivery(web, (fault,), False)))
    assert outcome.written == (screen,)
    assert outcome.failed
    assert not Outcome(()).failed
    assert Outcome(()).written == ()
