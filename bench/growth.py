"""Time against size of some 800 constructs: which of them grow faster than they should.

    .venv/bin/python bench/growth.py [--kind inline] [--only TEXT] [--limit 20] [--largest 4000]

Each construct is made 1,000, 4,000, 16,000 and 64,000 times (what is laid out: up to 16,000 letters), and
built in a process that is ended after `--limit` seconds of the processor. The exponent is that of time as a
power of size, fitted to the last three points; what never takes a tenth of a second more than nothing has
none. A construct is left as soon as a second point takes a quarter of the limit; one that is ended counts as
if it had taken all of it. Where the very first is ended, 250 and 60 are measured too. Behind the exponent
stand the codes of the problems that the largest point was told of.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from growth_constructs import CONSTRUCTS, Construct

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

SIZES = (1_000, 4_000, 16_000, 64_000)
LAID_OUT = 16_000
"""The largest size of what is laid out."""
SMALLER = (250, 60)
"""What is measured too where the first size takes too long."""
BEST = 1.3
"""The largest exponent that will do; n log n comes out below it."""
NOTICED = 0.1
"""Seconds; what takes less says nothing of growth."""
TRIES = count(1)


@dataclass(frozen=True)
class Point:
    """A size, the seconds that it took, the codes of the problems; `ended` at the limit."""

    size: int
    seconds: float
    codes: tuple[str, ...] = ()
    ended: bool = False


class Worker:
    """A process that builds, and is replaced when it takes too long."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.line.recv()

    def point(self, number: int, size: int, limit: float) -> Point:
        """What a construct takes at a size, in seconds of the processor."""
        self.line.send((number, size))
        codes: tuple[str, ...] = ()
        try:
            before = self._spent()
            while self._spent() - before < limit:
                if self.line.poll(0.5):
                    seconds, codes = self.line.recv()
                    return Point(size, seconds, codes)
        except EOFError:
            codes = ("died",)
        self.end()
        self._start()
        return Point(size, limit, codes, ended=True)

    def _spent(self) -> float:
        """The processor's seconds that the process has had, as Linux counts them."""
        numbers = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()


def work(line: Connection) -> None:
    """Build what is asked for and answer with seconds and codes."""
    warnings.simplefilter("ignore")
    build(Construct("", "", lambda _: {"brief.md": CONSTRUCTS[0].files(1)["brief.md"]}, "build"), 1)
    line.send("ready")
    while True:
        number, size = line.recv()
        line.send(build(CONSTRUCTS[number], size))


def build(construct: Construct, size: int) -> tuple[float, tuple[str, ...]]:
    """Read or build a construct; the processor's seconds, and the codes of what is told."""
    from issuebrief.compare.compare_briefs import page_of
    from issuebrief.compare.marked_page import marked_page
    from issuebrief.diagnostics.model import has_errors
    from issuebrief.html import make_page
    from issuebrief.job import Job, Outcome, Output, Purpose
    from issuebrief.pipeline.build import set_brief
    from issuebrief.pipeline.house_style import mended_brief, style_problems
    from issuebrief.pipeline.set_pages import read_judged
    from issuebrief.pipeline.worker_pool import guarded
    from issuebrief.project.config import read_configuration
    from issuebrief.resources import search_path

    def read(job: Job) -> Outcome:
        manuscript, problems = read_judged(job)
        if manuscript and not has_errors(problems):
            problems += make_page(manuscript.brief, manuscript.body, manuscript.theme, job.search_path)[1]
        return Outcome(problems)

    def compare(job: Job) -> Outcome:
        pages = []
        for version in (replace(job, brief=job.brief.with_name("old.md")), job):
            manuscript, problems = read_judged(version)
            if manuscript is None:
                return Outcome(problems)
            pages.append(page_of(version, manuscript)[0])
        marked_page(pages[0], pages[1])
        return Outcome(problems)

    def style(job: Job) -> Outcome:
        policy, problems = read_configuration(job.brief.parent)
        styled = replace(job, policy=policy)
        manuscript, _ = read_judged(styled)
        if manuscript:
            problems += style_problems(styled, manuscript)
        mended_brief(styled, job.brief.read_bytes())
        return Outcome(problems)

    stages = {"read": read, "build": set_brief, "compare": compare, "style": style}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        brief = folder / "content/brief"
        brief.mkdir(parents=True)
        for file, text in construct.files(size).items():
            # Whatever is remembered by its content is read anew.
            if file.endswith((".css", ".svg")):
                text = {".css": "/* {} */", ".svg": "<!-- {} -->"}[file[-4:]].format(next(TRIES)) + text
            path = folder / "styles/themes" / file if file.endswith(".css") else brief / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        job = Job(brief / "brief.md", (Output(Purpose.SCREEN, folder / "brief.pdf"),), search_path(folder))
        began = time.process_time()
        outcome = guarded(stages[construct.stage], job)
        seconds = time.process_time() - began
    return seconds, tuple(sorted({problem.code for problem in outcome.problems}))


def exponent(points: Sequence[Point], base: float) -> float:
    """The power of size that time grows with, by least squares over the last points that say something.

    `base` are the seconds of a brief of this kind that has nothing of the construct; where it is told
    at once, the smallest point takes less.
    """
    base = min(base, min(point.seconds for point in points))
    known = points[-3:]
    if known[-1].seconds - base < NOTICED:
        return 0.0
    if len(known) < 2:
        return math.inf
    xs = [math.log(point.size) for point in known]
    ys = [math.log(max(point.seconds - base, NOTICED / 3)) for point in known]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def measure(worker: Worker, number: int, limit: float, largest: int) -> list[Point]:
    """The points of a construct, until one takes too long."""
    points: list[Point] = []
    if CONSTRUCTS[number].kind == "layout":
        largest = min(largest, LAID_OUT)
    for size in SIZES:
        if size > largest:
            break
        # The first time anything is done costs more than growth: a small point is measured twice.
        point = worker.point(number, size, limit)
        if point.seconds < 1:
            point = min(point, worker.point(number, size, limit), key=lambda point: point.seconds)
        points.append(point)
        if point.ended or (point.seconds > limit / 4 and len(points) > 1):
            break
    for size in SMALLER:
        if not points[0].ended:
            break
        points.insert(0, worker.point(number, size, limit))
    return points


def base_of(worker: Worker, kind: str, limit: float) -> float:
    """The seconds that the first construct of a kind takes where there is one of it."""
    number = next(number for number, construct in enumerate(CONSTRUCTS) if construct.kind == kind)
    return min(worker.point(number, 1, limit).seconds for _ in range(3))


def row(construct: Construct, points: Sequence[Point], power: float) -> str:
    """A line of the table."""
    times = {point.size: f"{'>' if point.ended else ''}{point.seconds:.2f}" for point in points}
    cells = "".join(f"{times.get(size, ''):>8}" for size in SIZES)
    mark = "!" if power > BEST or "internal.fault" in points[-1].codes else " "
    name = f"{construct.kind}: {construct.name}"
    return f"{name[:44]:<44}{cells}{power:>7.2f} {mark} {' '.join(points[-1].codes)}"


def main() -> int:
    """Measure what the command line asks for; 1 if anything grows faster than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    kinds = "inline, endless, block, nested, front matter, house, css, svg or layout"
    parser.add_argument("--kind", help=kinds)
    parser.add_argument("--only", default="", help="constructs with this in their names")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds that a point may take")
    parser.add_argument("--largest", type=int, default=64_000, help="leave larger sizes out")
    options = parser.parse_args()
    worker, powers, bases = Worker(), dict[str, float](), dict[str, float]()
    faults = 0
    print(f"{'':44}" + "".join(f"{size:>8,}" for size in SIZES) + "  power", flush=True)
    for number, construct in enumerate(CONSTRUCTS):
        if options.kind in (None, construct.kind) and options.only in construct.name:
            points = measure(worker, number, options.limit, options.largest)
            if construct.kind not in bases:
                bases[construct.kind] = base_of(worker, construct.kind, options.limit)
            power = exponent(points, bases[construct.kind])
            powers[f"{construct.kind}: {construct.name}"] = power
            faults += "internal.fault" in points[-1].codes
            print(row(construct, points, power), flush=True)
    worker.end()
    fast = [name for name, power in powers.items() if power > BEST]
    most = max(powers.values(), default=0)
    print(f"{len(powers)} constructs; {len(fast)} grow faster than n^{BEST}, the fastest as n^{most:.2f}")
    if faults:
        print(f"{faults} end in a fault of the program, and say nothing of growth")
    return int(bool(fast or faults))


if __name__ == "__main__":
    sys.exit(main())
