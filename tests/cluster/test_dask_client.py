"""A cluster of two workers in folders of their own makes the same files, even where one of them is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.slow

BRIEF = """---
title: Tides and Timetables {number}
date: 2026-03-01
authors: [{{name: Jo Ferry}}]
publisher: {{name: Harbour Institute}}
---

The first boat leaves at {number}.
"""
PATIENCE = 60


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


@pytest.fixture
def cluster(workplace: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its workers."""
    announced = workplace / "scheduler.json"
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker"]
    started = [
        subprocess.Popen(
            [*scheduler, "--host=127.0.0.1", "--port=0", "--no-dashboard", f"--scheduler-file={announced}"],
            stderr=subprocess.DEVNULL,
        )
    ]
    try:
        until(announced.exists)
        for number in (1, 2):
            folder = workplace / f"machine-{number}"
            folder.mkdir()
            options = ["--no-nanny", "--nthreads=1", "--no-dashboard", f"--local-directory={folder}"]
            started.append(
                subprocess.Popen(
                    [*worker, *options, f"--scheduler-file={announced}"],
                    cwd=folder,
                    stderr=subprocess.DEVNULL,
                )
            )
        import json

        yield json.loads(announced.read_text())["address"].removeprefix("tcp://"), started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()


def test_a_cluster_makes_the_same_files_though_a_worker_is_lost(
    workplace: Path,
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    address, workers = cluster
    monkeypatch.chdir(workplace)
    for number in range(6):
        (workplace / f"content/tides-{number}").mkdir(parents=True)
        (workplace / f"content/tides-{number}/brief.md").write_text(BRIEF.format(number=number))

    def lose_a_worker() -> None:
        until(lambda: any((workplace / "far").glob("*.pdf")))
        os.kill(workers[0].pid, signal.SIGKILL)

    with ThreadPoolExecutor(1) as thread:
        lost = thread.submit(lose_a_worker)
        assert main(["build", "--on", f"dask://{address}", "-o", "far"]) == 0
        lost.result()
    assert capsys.readouterr().out.endswith("6 briefs: 6 set\n")
    assert main(["build", "-o", "near", "-q"]) == 0
    for number in range(6):
        far, near = (workplace / place / f"tides-{number}.pdf" for place in ("far", "near"))
        assert far.read_bytes() == near.read_bytes()


def test_a_cluster_that_does_not_answer_is_told(
    workplace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from issuebrief.cluster import dask_client

    monkeypatch.setattr(dask_client, "PATIENCE", 1)
    monkeypatch.chdir(workplace)
    (workplace / "content/tides").mkdir(parents=True)
    (workplace / "content/tides/brief.md").write_text(BRIEF.format(number=1))
    assert main(["build", "--on", "dask://127.0.0.1:9"]) == 2
    assert "no cluster with a worker answers at 127.0.0.1:9" in capsys.readouterr().err
