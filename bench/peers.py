"""The same brief set by the project, by plain WeasyPrint, by Typst and by Chromium, side by side.

    .venv/bin/python bench/peers.py [BRIEF.md] [--runs N] [--times N ...] [--record]

Each setting is a process of its own, from its start to the finished file, and they take turns, so that a
busy machine disturbs all alike. The brief is set once and with its text ten times over. WeasyPrint and
Chromium get the project's own HTML and style sheets; Typst gets the words alone, in headings and
paragraphs, in two columns and in looks of its own: no notes, tables, pictures, tags or checks. So Typst
does the least of all, and the project the most. Typst and Chromium are left out where they are not installed.

Prints the median processor time, time and peak memory of each, and the ratios of processor time to the
project's. `--record` adds the medians to `history.csv`, in one row for the commit that is checked out.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from layout_speed import MIB, repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
HISTORY = ROOT / "bench/history.csv"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
OURS = "issuebrief"
BLOCK = re.compile(r"<(h[1-6]|p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
COMPILE = "import sys, typst; typst.compile(sys.argv[1], sys.argv[2], font_paths=sys.argv[3:])"
TEMPLATE = """\
#set page("a4", columns: 2, margin: 20mm, numbering: "1")
#set text(font: "Source Serif 4", size: 10pt, lang: LANGUAGE)
#set par(justify: true, spacing: 0.65em, first-line-indent: 1em)
#for block in json("text.json") {
  if block.heading { heading(block.text) } else { par(block.text) }
}
"""


@dataclass(frozen=True)
class Run:
    """One setting: processor time and time in seconds, and peak memory in MiB.

    Processor time and memory are those of the process and of the children that it waited for.
    """

    processor: float
    seconds: float
    memory: float


def commands_of(brief: Path, folder: Path) -> dict[str, list[str]]:
    """Write what each peer reads into a folder, and give the command that sets it, by the peer's name."""
    from issuebrief.html import make_page
    from issuebrief.job import Job
    from issuebrief.pipeline.read import read
    from issuebrief.resources import search_path

    job = Job.for_screen(brief, folder / "read.pdf", search_path(ROOT))
    manuscript, problems = read(job)
    if manuscript is None:
        raise SystemExit("\n".join(problem.message for problem in problems))
    text, _ = make_page(manuscript.brief, manuscript.body, manuscript.theme, job.search_path)
    page, sheets = folder / "brief.html", [str(sheet) for sheet in manuscript.theme.sheets]
    page.write_text(text, "utf-8")
    python, address = sys.executable, brief.resolve().as_uri()
    made = {
        OURS: [python, "-m", OURS, "build", "--force", "--jobs", "1", str(brief), "-o"],
        "weasyprint": [python, "-m", "weasyprint", "--pdf-tags", "-q", "-u", address, str(page)],
    }
    made["weasyprint"][4:4] = [part for sheet in sheets for part in ("-s", sheet)]
    if find_spec("typst"):
        source, fonts = folder / "brief.typ", str(ROOT / "styles/fonts")
        language = json.dumps(manuscript.brief.lang.partition("-")[0])
        source.write_text(TEMPLATE.replace("LANGUAGE", language), "utf-8")
        source.with_name("text.json").write_text(json.dumps(list(_blocks(manuscript.body.html))), "utf-8")
        made["typst"] = [python, "-c", COMPILE, str(source), "OUT", fonts]
    if chromium := next(filter(None, map(shutil.which, CHROMIUM)), None):
        links = "".join(f'<link rel="stylesheet" href="{Path(sheet).as_uri()}">' for sheet in sheets)
        styled = folder / "styled.html"
        styled.write_text(text.replace("</head>", f'<base href="{address}">{links}</head>'), "utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
        made["chromium"] = [chromium, *options, "--print-to-pdf=OUT", styled.as_uri()]
    return {peer: _with_output(command, folder / f"{peer}.pdf") for peer, command in made.items()}


def _with_output(command: list[str], output: Path) -> list[str]:
    """A command with the path of its file where it says OUT, or behind it."""
    if any("OUT" in part for part in command):
        return [part.replace("OUT", str(output)) for part in command]
    return [*command, str(output)]


def _blocks(body: str) -> Iterator[dict[str, object]]:
    """The headings, paragraphs and items of a text, as words alone."""
    for block in BLOCK.finditer(body):
        words = " ".join(html.unescape(re.sub(r"<[^>]*>", "", block[2])).split())
        if words:
            yield {"heading": block[1].startswith("h"), "text": words}


def measure(command: list[str]) -> Run:
    """Run a command to its end."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss / MIB)


def medians(brief: Path, times: int, runs: int) -> dict[str, Run]:
    """What the setting of a brief, its text so many times over, takes each peer, as a median of runs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = repeated(brief, times, folder / "brief") if times > 1 else brief.resolve()
        # In a process of its own: what this one holds would count as the memory of those that it starts.
        with ProcessPoolExecutor(1) as writer:
            commands = writer.submit(commands_of, copy, folder).result()
        samples: dict[str, list[Run]] = {peer: [] for peer in commands}
        for _ in range(runs):
            for peer, command in commands.items():
                samples[peer].append(measure(command))
    return {
        peer: Run(
            statistics.median(run.processor for run in found),
            statistics.median(run.seconds for run in found),
            statistics.median(run.memory for run in found),
        )
        for peer, found in samples.items()
    }


def record(figures: dict[int, dict[str, Run]], brief: Path) -> None:
    """Add a row to the history: the commit, with a plus sign where files differ from it, and the figures."""

    def git(*arguments: str) -> str:
        return subprocess.check_output(["git", "-C", str(ROOT), *arguments], text=True).strip()

    changed = "+" if git("status", "--porcelain", "--untracked-files=no") else ""
    row = {
        "commit": git("rev-parse", "--short=12", "HEAD") + changed,
        "date": datetime.now(UTC).date().isoformat(),
        "brief": brief.resolve().parent.name,
    }
    for times, peers in figures.items():
        for peer, run in peers.items():
            row |= {f"{peer} x{times} s": f"{run.processor:.2f}", f"{peer} x{times} MiB": f"{run.memory:.0f}"}
    before: list[dict[str, str]] = []
    if HISTORY.is_file():
        with HISTORY.open(encoding="utf-8", newline="") as kept:
            before = list(csv.DictReader(kept))
    names = list(dict.fromkeys(name for one in (*before, row) for name in one))
    with HISTORY.open("w", encoding="utf-8", newline="") as kept:
        writer = csv.DictWriter(kept, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows((*before, row))


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("brief", nargs="?", type=Path, default=ROOT / "content/return-to-the-moon/brief.md")
    parser.add_argument("--runs", type=int, default=9, help="settings by each")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10], help="how often the text stands")
    parser.add_argument("--record", action="store_true", help="add the medians to history.csv")
    arguments = parser.parse_args()
    print(
        "| length | set by | processor | time | peak memory | ours to it |\n"
        "| --- | --- | --- | --- | --- | --- |"
    )
    figures = {}
    for times in arguments.times:
        figures[times] = medians(arguments.brief, times, arguments.runs)
        ours = figures[times][OURS].processor
        for peer, run in figures[times].items():
            print(
                f"| {times} | {peer} | {run.processor:.2f} s | {run.seconds:.2f} s | {run.memory:.0f} MiB"
                f" | {ours / run.processor:.2f} |",
                flush=True,
            )
    if arguments.record:
        record(figures, arguments.brief)


if __name__ == "__main__":
    main()
