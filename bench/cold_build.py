"""A cold `issuebrief build` beside the plain `weasyprint` command, on the same HTML and CSS.

    .venv/bin/python bench/cold_build.py [BRIEF.md] [--runs N]

Prints the median time and peak memory of each and their ratios. The two take turns in one run, so
that a noisy machine disturbs both alike.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from issuebrief.html import make_page
from issuebrief.job import Job
from issuebrief.pipeline.read import read
from issuebrief.resources import search_path

HERE = Path(__file__).resolve().parent
BINARIES = Path(sys.executable).parent


def plain_command(brief: Path, folder: Path) -> list[str]:
    """Write the project's own HTML, and give the command that sets it with WeasyPrint alone."""
    job = Job.for_screen(brief, folder / "ours.pdf", search_path(HERE.parent))
    manuscript, problems = read(job)
    if manuscript is None:
        raise SystemExit("\n".join(problem.message for problem in problems))
    html, _ = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.search_path)
    page = folder / "brief.html"
    page.write_text(html, "utf-8")
    styles = [part for sheet in manuscript.theme.sheets for part in ("-s", str(sheet))]
    return [
        str(BINARIES / "weasyprint"),
        "--pdf-tags",
        "-q",
        "-u",
        brief.resolve().as_uri(),
        *styles,
        str(page),
        str(folder / "plain.pdf"),
    ]


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds and MiB of one run; children of the command count towards its memory."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss / scale


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "brief", nargs="?", type=Path, default=HERE.parent / "content/return-to-the-moon/brief.md"
    )
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {
            "weasyprint": plain_command(arguments.brief, folder),
            "issuebrief": [
                str(BINARIES / "issuebrief"),
                "build",
                "--force",
                str(arguments.brief),
                "-o",
                str(folder / "ours.pdf"),
            ],
        }
        samples: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(arguments.runs):
            for name, command in commands.items():
                samples[name].append(measure(command))
    medians = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)]
        for name, rows in samples.items()
    }
    for name, (seconds, memory) in medians.items():
        print(f"{name:12} {seconds:6.2f} s {memory:7.1f} MiB")
    ours, plain = medians["issuebrief"], medians["weasyprint"]
    print(f"{'ratio':12} {ours[0] / plain[0]:6.2f}   {ours[1] / plain[1]:7.2f}")


if __name__ == "__main__":
    main()
