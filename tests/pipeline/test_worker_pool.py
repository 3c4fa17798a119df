"""Several briefs at once, and what happens when a worker is lost."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from issuebrief.job import Delivery, Job, Outcome
from issuebrief.pipeline.worker_pool import JobFinished, JobStarted, each, guarded, room
from issuebrief.resources import SearchPath


def job(name: str) -> Job:
    return Job.for_screen(Path(f"content/{name}/brief.md"), Path(f"build/{name}.pdf"), SearchPath((), ()))


def work(job: Job) -> Outcome:
    """Do what the brief's name says."""
    name = job.brief.parent.name
    if name.startswith("killed"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "left":
        os._exit(3)
    if name == "faulty":
        raise ValueError("no such thing")
    if name == "slow":
        began = time.thread_time()
        while time.thread_time() - began < 60:
            pass
    print("a library prints")
    return Outcome((), os.getpid(), (Delivery(job.outputs[0], (), True),))


def outcomes(names: list[str], workers: int) -> dict[str, Outcome]:
    events = list(each(work, [job(name) for name in names], workers))
    assert sorted(event.job.brief.parent.name for event in events if isinstance(event, JobStarted)) == sorted(
        names
    )
    return {event.job.brief.parent.name: event.outcome for event in events if isinstance(event, JobFinished)}


def test_one_brief_is_set_in_this_process(capfd: pytest.CaptureFixture[str]) -> None:
    assert outcomes(["a"], 4)["a"].pages == os.getpid()
    assert capfd.readouterr() == ("", "")


def test_one_worker_sets_all_in_this_process() -> None:
    assert {outcome.pages for outcome in outcomes(["a", "b"], 1).values()} == {os.getpid()}


def test_several_briefs_are_set_in_other_processes(capfd: pytest.CaptureFixture[str]) -> None:
    done = outcomes(["a", "b", "c"], 2)
    assert sorted(done) == ["a", "b", "c"]
    assert os.getpid() not in {outcome.pages for outcome in done.values()}
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_dies_costs_only_its_own_brief() -> None:
    done = outcomes(["killed-1", "a", "killed-2", "b", "left"], 2)
    assert [name for name, outcome in sorted(done.items()) if outcome.written] == ["a", "b"]
    messages = {name: outcome.problems[0].message for name, outcome in done.items() if outcome.failed}
    assert messages["killed-1"].endswith("ended without a result (signal 9)")
    assert messages["left"].endswith("ended without a result (status 3)")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_the_program_is_a_problem_of_its_brief(workers: int) -> None:
    done = outcomes(["faulty", "a"], workers)
    assert done["a"].written
    (problem,) = done["faulty"].problems
    assert problem.code == "internal.fault"
    assert problem.message.startswith(
        "issuebrief itself failed here: ValueError: no such thing (test_worker_pool.py:"
    )


@pytest.mark.parametrize("workers", [1, 2])
def test_a_brief_that_takes_too_long_is_given_up_and_the_others_are_not(workers: int) -> None:
    began = time.monotonic()
    events = list(each(work, [job("slow"), job("a"), job("b")], workers, 1))
    assert time.monotonic() - began < 20
    done = {event.job.brief.parent.name: event.outcome for event in events if isinstance(event, JobFinished)}
    (problem,) = done["slow"].problems
    assert (problem.code, str(problem.place)) == ("machine.out-of-time", "content/slow/brief.md")
    assert "--timeout" in problem.hint
    assert done["a"].written and done["b"].written


def test_a_brief_is_given_up_also_where_a_library_would_not_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unheeding(job: Job) -> Outcome:
        for number in (signal.SIGALRM, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        return work(job)

    monkeypatch.setattr("issuebrief.pipeline.worker_pool._can_fork", lambda: True)
    began = time.monotonic()
    events = list(each(unheeding, [job("slow")], 1, 1))
    assert time.monotonic() - began < 20
    assert [event.outcome.problems[0].code for event in events if isinstance(event, JobFinished)] == [
        "machine.out-of-time"
    ]


def test_the_time_is_limited_in_this_process_where_it_cannot_be_copied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", sys)
    events = list(each(work, [job("slow"), job("a")], 1, 1))
    slow, other = [event.outcome for event in events if isinstance(event, JobFinished)]
    assert [problem.code for problem in slow.problems] == ["machine.out-of-time"]
    assert other.pages == os.getpid()
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_the_traceback_is_shown_to_whoever_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ISSUEBRIEF_TRACEBACK", "1")
    guarded(work, job("faulty"))
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_a_missing_library_is_answered_with_how_to_install_it() -> None:
    def without_pango(_job: Job) -> Outcome:
        raise OSError("cannot load library 'libpango-1.0-0': no such file\nand more")

    (problem,) = guarded(without_pango, job("a")).problems
    assert problem.code == "machine.library-missing"
    assert "sudo apt-get install libpango-1.0-0" in problem.hint
    assert "and more" not in problem.message


def test_whoever_stops_listening_ends_the_workers() -> None:
    began = time.monotonic()
    with closing(each(work, [job("slow"), job("a")], 2)) as events:
        assert isinstance(next(events), JobStarted)
        assert isinstance(next(events), JobStarted)
        done = next(events)
    assert isinstance(done, JobFinished) and done.outcome.written
    assert time.monotonic() - began < 20


def test_there_is_room_for_one_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    assert room() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert room() >= 1
