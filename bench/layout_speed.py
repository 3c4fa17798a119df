"""Layout by the project beside layout by plain WeasyPrint, on the same HTML and CSS.

    .venv/bin/python bench/layout_speed.py [BRIEF.md] [--runs N] [--long]

The brief is laid out as it is and at ten times its length: its text ten times over, with the notes
numbered on; with `--long` a hundred times as well. Each run has a process of its own, which is given
the finished HTML and the style sheets; the two take turns, so that a noisy machine disturbs both
alike. Style sheets and fonts are loaded within the time; nothing is drawn.

Prints the median time, the time for each page, the peak memory, and the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
LAYOUTS = ("weasyprint", "issuebrief")
TIMES, LONG = (1, 10), 100
HEAD = "| length | layout by | pages | time | a page | peak memory |\n| --- | --- | --- | --- | --- | --- |"
LABEL = re.compile(r"\[\^([^\]\s]+)\]|(?<=[{(])#([\w-]+)")
MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """One layout: its time, its pages, and the peak memory of its process in MiB."""

    seconds: float
    pages: int
    memory: float


def repeated(brief: Path, times: int, folder: Path) -> Path:
    """A copy of a brief and of its folder, in `folder`, with the text so many times over."""
    shutil.copytree(brief.parent, folder)
    publisher = brief.parent.parent / "publisher.yaml"
    if publisher.is_file() and not (folder / publisher.name).exists():
        shutil.copy(publisher, folder)
    head, text = re.split(r"(?<=\n)---[ \t]*\n", brief.read_text("utf-8"), maxsplit=1)
    bodies = [LABEL.sub(lambda found, n=n: _renamed(found, n), text) for n in range(times)]
    copy = folder / brief.name
    copy.write_text(f"{head}---\n" + "\n\n".join(bodies), "utf-8")
    return copy


def _renamed(found: re.Match[str], number: int) -> str:
    """A note's label, or an id, in one of the copies of the text."""
    if not number:
        return found[0]
    return f"[^{found[1]}-again-{number}]" if found[1] else f"#{found[2]}-again-{number}"


def written_up(brief: Path, folder: Path) -> Path:
    """Write a brief's HTML, and a file that says what belongs to it; gives that file."""
    from issuebrief.html import make_page
    from issuebrief.job import Job
    from issuebrief.pipeline.read import read
    from issuebrief.resources import search_path

    job = Job.for_screen(brief, folder / "brief.pdf", search_path(HERE.parent))
    manuscript, problems = read(job)
    if manuscript is None:
        raise SystemExit("\n".join(problem.message for problem in problems))
    html, _ = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.search_path)
    page, task = folder / "brief.html", folder / "task.json"
    page.write_text(html, "utf-8")
    folders = [str(path) for path in (*job.search_path.templates, *job.search_path.styles)]
    styles = [str(path) for path in manuscript.theme.sheets]
    task.write_text(json.dumps([str(page), str(brief), styles, folders]), "utf-8")
    return task


def lay_out_with_weasyprint(task: Path) -> tuple[float, int]:
    """Seconds and pages of a plain layout."""
    from weasyprint import HTML

    page, brief, styles, _ = json.loads(task.read_text("utf-8"))
    html = Path(page).read_text("utf-8")
    start = time.perf_counter()
    document = HTML(string=html, base_url=Path(brief).as_uri()).render(stylesheets=styles)
    return time.perf_counter() - start, len(document.pages)


def lay_out_with_issuebrief(task: Path) -> tuple[float, int]:
    """Seconds and pages of a layout by the project."""
    from issuebrief.engine.pages import LayoutInput
    from issuebrief.layout.engine import lay_out

    page, brief, styles, folders = json.loads(task.read_text("utf-8"))
    html = Path(page).read_text("utf-8")
    layout_input = LayoutInput(html, Path(brief), tuple(map(Path, styles)), tuple(map(Path, folders)))
    start = time.perf_counter()
    pages, problems = lay_out(layout_input)
    seconds = time.perf_counter() - start
    if pages is None:
        raise SystemExit("\n".join(problem.message for problem in problems))
    return seconds, len(pages)


def measure(layout: str, task: Path) -> Run:
    """Lay out in a process of its own."""
    command = [sys.executable, __file__, "--only", layout, str(task)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    answer = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{layout} ended with {process.returncode}")
    seconds, pages = answer.split()
    return Run(float(seconds), int(pages), usage.ru_maxrss / MIB)


def compare(brief: Path, times: int, runs: int) -> None:
    """Measure both on the brief at so many times its length, and print a row for each and one of ratios."""
    with tempfile.TemporaryDirectory() as name:
        copy = repeated(brief, times, Path(name, "brief")) if times > 1 else brief.resolve()
        task = written_up(copy, Path(name))
        samples: dict[str, list[Run]] = {layout: [] for layout in LAYOUTS}
        for _ in range(runs):
            for layout in LAYOUTS:
                samples[layout].append(measure(layout, task))
    medians = []
    for layout, found in samples.items():
        seconds = statistics.median(run.seconds for run in found)
        memory, pages = statistics.median(run.memory for run in found), found[0].pages
        medians.append((seconds, 1000 * seconds / pages, memory))
        print(
            f"| {times} | {layout} | {pages} | {seconds:.2f} s | {1000 * seconds / pages:.0f} ms"
            f" | {memory:.0f} MiB |",
            flush=True,
        )
    plain, ours = medians
    ratios = " | ".join(f"**{mine / theirs:.2f}**" for mine, theirs in zip(ours, plain, strict=True))
    print(f"| {times} | ratio | | {ratios} |", flush=True)


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "brief", nargs="?", type=Path, default=HERE.parent / "content/return-to-the-moon/brief.md"
    )
    parser.add_argument("--runs", type=int, default=5, help="layouts by each of the brief itself")
    parser.add_argument("--long", action="store_true", help="a hundred times the length as well (minutes)")
    parser.add_argument("--only", choices=LAYOUTS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        lay_out = lay_out_with_weasyprint if arguments.only == LAYOUTS[0] else lay_out_with_issuebrief
        print(*lay_out(arguments.brief))
        return
    print(
        "| length | layout by | pages | time | a page | peak memory |\n| --- | --- | --- | --- | --- | --- |"
    )
    for times in (*TIMES, LONG) if arguments.long else TIMES:
        # Long layouts take their time, and vary less.
        compare(arguments.brief, times, {1: arguments.runs, LONG: 1}.get(times, min(3, arguments.runs)))


if __name__ == "__main__":
    main()
