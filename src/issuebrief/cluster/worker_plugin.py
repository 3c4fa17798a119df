"""What a worker of a Dask cluster has while a run lasts: the house's files, and processes that set briefs.

In:  a `HouseBundle`, sent once to each worker, and to each that joins later; then bundles, one a task.
Out: an `Arrived` for each. A worker with other versions, which would set other pages, is refused.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from uuid import uuid4

from distributed import WorkerPlugin, get_worker

from issuebrief.cluster.bundle import program_root
from issuebrief.cluster.child import receive, send
from issuebrief.cluster.unpack import Arrived, SettingOrder, write_files
from issuebrief.file_access import real_path
from issuebrief.job import Outcome
from issuebrief.pipeline.cache.file_sums import tree_sum
from issuebrief.pipeline.cache.fingerprint import library_versions, package_versions
from issuebrief.pipeline.faults import died_problem
from issuebrief.resources import PACKAGE, shipped
from issuebrief.time_limit import WAITING

if TYPE_CHECKING:
    from distributed import Worker

    from issuebrief.cluster.bundle import Bundle, HouseBundle

GRACE = 30.0
"""Seconds that a process has beyond its limit to say itself that it is late."""
REMEDY = "the worker's machine may be short of memory"
SOURCES = (".py", ".toml", ".csl", ".xml")


class OtherProgram(RuntimeError):
    """A worker has not the program, or the libraries, that the pages were to be set with."""


def program_marks() -> tuple[str, ...]:
    """All that decides, beside a brief and its house, what its pages are."""
    return (
        f"issuebrief {tree_sum(PACKAGE, SOURCES)[:12]}",
        *(f"{kind} {tree_sum(shipped(kind))[:12]}" for kind in ("templates", "styles")),
        f"Python {platform.python_version()}",
        platform.machine(),
        *package_versions(sys.path),
        *library_versions(),
    )


class HousePlugin(WorkerPlugin):
    """The house's files in a folder of the worker, and a process for each of its threads."""

    def __init__(self, house: HouseBundle, marks: tuple[str, ...]) -> None:
        # Two runs at once, even of one house, have a plugin each: the first to end takes its own away.
        self.name = f"issuebrief-{uuid4().hex}"
        self.house, self.marks = house, marks
        self.folder: Path | None = None
        self.processes: list[subprocess.Popen[bytes]] = []
        self.idle: list[subprocess.Popen[bytes]] = []

    def setup(self, worker: Worker) -> None:
        """Write the house's files; called on each worker before its first task.

        Raises `OtherProgram` where the worker would set other pages.
        """
        if differs := sorted(set(program_marks()) ^ set(self.marks)):
            raise OtherProgram(f"a worker has another program or other libraries: {', '.join(differs)}")
        folder = mkdtemp(prefix="issuebrief-house-", dir=worker.local_directory)
        self.folder = real_path(Path(folder))
        write_files(self.house.files, self.folder)
        self.lock = threading.Lock()

    def teardown(self, worker: Worker) -> None:
        """End the processes, and remove the files."""
        for process in self.processes:
            process.kill()
            process.wait()
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def set(self, bundle: Bundle, seconds: float) -> Arrived:
        """Set a bundle in an idle process, or in a new one."""
        assert self.folder
        process = self._process()
        # The process watches its own time; where it cannot even do that, it is ended.
        alarm = threading.Timer(seconds * WAITING + GRACE, process.kill)
        alarm.start()
        try:
            arrived = _answer(process, SettingOrder(bundle, self.folder, seconds))
        finally:
            alarm.cancel()
        if process.poll() is None:
            with self.lock:
                self.idle.append(process)
        return arrived

    def _process(self) -> subprocess.Popen[bytes]:
        with self.lock:
            if self.idle:
                return self.idle.pop()
            command = [sys.executable, "-m", "issuebrief.cluster.child"]
            self.processes.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
            return self.processes[-1]


def _answer(process: subprocess.Popen[bytes], order: SettingOrder) -> Arrived:
    """What the process makes of a bundle; a problem where it dies over it."""
    try:
        assert process.stdin and process.stdout
        send(process.stdin, order)
        arrived = receive(process.stdout)
        assert isinstance(arrived, Arrived)
        return arrived
    except (EOFError, OSError):
        process.kill()
        outcome = Outcome((died_problem(Path(order.bundle.brief), process.wait(), REMEDY),))
        return Arrived(outcome, Path(), order.house, program_root())


def set_bundle(bundle: Bundle, plugin: str, seconds: float) -> Arrived:
    """The task: set a bundle on whichever worker it is sent to."""
    found = get_worker().plugins[plugin]
    return found.set(bundle, seconds)  # type: ignore[no-any-return,attr-defined]
