"""Briefs set, checked and made into web pages by several threads of one process."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier, Thread
from typing import TYPE_CHECKING

from setting import job, paragraph, write_brief

from issuebrief.engine.lock import one_at_a_time
from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.check import check_brief, proof_brief

if TYPE_CHECKING:
    from pathlib import Path

THREADS = 3


def brief_jobs(folder: Path) -> list[Job]:
    """A job of all three deliverables for each of some briefs that differ in length and language."""
    briefs = [
        write_brief(folder / f"brief-{number}", "\n\n".join(map(paragraph, range(1, 5 + number))), lang=lang)
        for number, lang in enumerate(("en-GB", "de", "fr"))
    ]
    return [
        replace(job(brief), outputs=tuple(_output(purpose, brief.parent) for purpose in Purpose))
        for brief in briefs
    ]


def _output(purpose: Purpose, folder: Path) -> Output:
    return Output(purpose, folder / f"made.{purpose.value}")


def made(jobs: list[Job]) -> list[bytes]:
    return [output.path.read_bytes() for work in jobs for output in work.outputs]


def test_threads_make_the_same_files_as_one_after_another(tmp_path: Path) -> None:
    jobs = brief_jobs(tmp_path)
    alone = [set_brief(work) for work in jobs]
    assert all(len(outcome.written) == len(Purpose) for outcome in alone)
    before = made(jobs)
    for content in jobs:
        for output in content.outputs:
            output.path.unlink()
    with ThreadPoolExecutor(THREADS) as threads:
        together = list(threads.map(set_brief, jobs))
    assert together == alone
    assert made(jobs) == before


def test_a_check_a_proof_and_a_build_can_run_side_by_side(tmp_path: Path) -> None:
    works = brief_jobs(tmp_path)
    calls = list(zip((check_brief, proof_brief, set_brief), works, strict=True))
    alone = [call(work) for call, work in calls]
    with ThreadPoolExecutor(THREADS) as threads:
        assert list(threads.map(lambda pair: pair[0](pair[1]), calls)) == alone


def test_a_thread_waits_for_another_and_not_for_itself() -> None:
    inside: list[str] = []
    overlaps: list[list[str]] = []
    begin = Barrier(2)

    @one_at_a_time
    def inner(name: str) -> None:
        inside.append(name)
        overlaps.append(list(inside))
        inside.remove(name)

    @one_at_a_time
    def outer(name: str) -> None:
        inside.append(name)
        inner(name)
        inside.remove(name)

    def run(name: str) -> None:
        begin.wait()
        for _ in range(200):
            outer(name)

    threads = [Thread(target=run, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(overlaps) == 400
    assert all(set(names) == {names[0]} for names in overlaps)


def test_lists_in_lists_take_more_calls_than_python_lets_a_program_nest(tmp_path: Path) -> None:
    before = sys.getrecursionlimit()
    deep = write_brief(tmp_path / "brief", f"{'1. * ' * 21}word")
    codes = {problem.code for problem in check_brief(job(deep)).problems}
    assert "text.off-page" in codes
    assert sys.getrecursionlimit() == before
