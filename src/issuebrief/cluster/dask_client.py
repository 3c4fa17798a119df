"""Briefs set by a Dask cluster, as `worker_pool.each` sets them on this machine.

In:  jobs, the address of the cluster's scheduler, and how many seconds a brief may take.
Out: the same events, in the order in which briefs are done; their files are written here. A worker that is
     lost costs its briefs time, for others set them; `WrongUsage` says what is wrong with the cluster.
"""

from __future__ import annotations

import logging
import warnings
from contextlib import suppress
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any

from issuebrief.atomic_write import write_file
from issuebrief.cluster.bundle import pack, pack_house
from issuebrief.cluster.unpack import at_home
from issuebrief.diagnostics.model import SourceRange, error, has_errors
from issuebrief.job import Outcome
from issuebrief.pipeline.brief_files import TooMuch
from issuebrief.pipeline.faults import died_problem, fault_problem
from issuebrief.pipeline.worker_pool import JobFinished, JobStarted
from issuebrief.project.workspace import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from distributed import Client, Future

    from issuebrief.cluster.bundle import Bundle
    from issuebrief.cluster.unpack import Arrived
    from issuebrief.job import Delivery, Job
    from issuebrief.pipeline.worker_pool import Events

PATIENCE = 20
"""Seconds in which a scheduler answers, and has a worker."""
AHEAD = 2
"""So many briefs are on their way for each thread of the cluster: it is busy, and little is in memory."""


def each(jobs: Sequence[Job], address: str, seconds: float) -> Events:
    """Have each job done by the cluster at `HOST:PORT`."""
    if not jobs:
        return
    client = _connected(address)
    try:
        from issuebrief.cluster.worker_plugin import HousePlugin, program_marks

        plugin = HousePlugin(pack_house(jobs[0].search_path), program_marks())
        _prepare(client, plugin)
        try:
            yield from _ClusterRun(client, plugin.name, seconds).events(jobs)
        finally:
            with suppress(Exception):  # the cluster may be gone
                client.unregister_worker_plugin(plugin.name)
    finally:
        client.close()


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise WrongUsage("a cluster needs Dask", "pip install 'issuebrief[dask]'") from None
    # What concerns an editor is told as a problem of a brief; Dask would tell it in its own words.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
    try:
        client = Client(f"tcp://{address}", timeout=PATIENCE)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError) as fault:
        hint = "start one with `dask scheduler` and `dask worker`, and name its address: dask://HOST:8786"
        raise WrongUsage(f"no cluster with a worker answers at {address}: {fault}", hint) from None
    return client


def _prepare(client: Client, plugin: Any) -> None:
    """Send the house's files to all workers, and see that they have this program."""
    try:
        client.register_plugin(plugin)
    except Exception as fault:
        client.close()
        hint = "install the same version of issuebrief, with the extra dask, on each machine of the cluster"
        raise WrongUsage(f"the workers of the cluster cannot set briefs: {fault}", hint) from None


class _ClusterRun:
    """The briefs that are on their way, and what becomes of them."""

    def __init__(self, client: Client, plugin: str, seconds: float) -> None:
        self.client, self.plugin, self.seconds = client, plugin, seconds
        self.sent: dict[Future[Arrived], tuple[Job, Bundle, float]] = {}

    def events(self, jobs: Sequence[Job]) -> Iterator[JobStarted | JobFinished]:
        from distributed import as_completed

        done = as_completed()
        waiting = iter(jobs)
        job = next(waiting, None)
        while job or self.sent:
            while job and len(self.sent) < AHEAD * max(sum(self.client.nthreads().values()), 1):
                yield JobStarted(job)
                sent = self._send(job)
                if isinstance(sent, JobFinished):
                    yield sent
                else:
                    done.add(sent)
                job = next(waiting, None)
            if self.sent:
                yield self._finished(next(done))

    def _send(self, job: Job) -> JobFinished | Future[Arrived]:
        """Send a brief; what keeps it from being sent is its outcome."""
        from issuebrief.cluster.worker_plugin import set_bundle

        try:
            bundle = pack(job)
        except TooMuch as fault:
            hint = "keep in a brief's folder what the brief is made of"
            problem = error("output.too-much", str(fault), SourceRange(job.brief), hint)
            return JobFinished(job, Outcome((problem,)), 0)
        except OSError as fault:
            return JobFinished(job, Outcome((fault_problem(fault, job.brief),)), 0)
        future = self.client.submit(set_bundle, bundle, self.plugin, self.seconds, pure=False)
        self.sent[future] = (job, bundle, monotonic())
        return future

    def _finished(self, future: Future[Arrived]) -> JobFinished:
        job, bundle, began = self.sent.pop(future)
        try:
            outcome = _written(at_home(future.result(), bundle, job.search_path.workplace))
        except Exception as fault:
            remedy = f"see what the cluster says of it: {fault}"
            outcome = Outcome((died_problem(job.brief, None, remedy),))
        return JobFinished(job, outcome, monotonic() - began)


def _written(outcome: Outcome) -> Outcome:
    """An outcome whose files have been written here, each whole or not at all."""
    files = dict(outcome.files)
    deliveries = tuple(_write(made, files) if made.written else made for made in outcome.deliveries)
    problems = dict.fromkeys((*outcome.problems, *(each for made in deliveries for each in made.problems)))
    return replace(outcome, problems=tuple(problems), deliveries=deliveries, files=())


def _write(made: Delivery, files: dict[str, bytes]) -> Delivery:
    folder = made.output.path.parent
    problems = made.problems
    for name in (*made.copies, made.output.path.name):
        if not has_errors(problems):
            problems += write_file(folder / name, files[name])
    return replace(made, problems=problems, written=not has_errors(problems))
