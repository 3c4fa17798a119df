"""An archive of many briefs, built in all the ways that an institute builds it.

    .venv/bin/python bench/archive.py [--briefs 60] [--unchanged 10000] [--cluster]

Makes the archive of `examples/archive/` and prints seconds on the clock and of the processor: all new,
nothing changed, one changed, all from a store, the theme changed, and `--unchanged` briefs whose files stand.
With `--cluster`, two workers of Dask do the work as well. Typst, where it is installed, compiles as many
documents of the same texts, one after the other in one process.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
MAKER = HERE.parent / "examples/archive/make_archive.py"
BUILD = [sys.executable, "-m", "issuebrief", "build", "-q"]
THEME = "@import 'isdp.css';\n:root { --brand: #24523b; }\n"
COMPILE = "import sys, typst\nfor file in sys.argv[1:]: typst.compile(file, output=file[:-3] + 'pdf')"
STANDS_FOR_PDF = os.urandom(250_000)


def measured(what: str, command: list[str], folder: Path, briefs: int) -> None:
    """Run a command and print how long it took."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{what:<28} {wall:8.1f} s  {work:8.1f} s of processor  {work / briefs * 1000:8.1f} ms a brief",
        flush=True,
    )


def archive(folder: Path, briefs: int) -> Path:
    """An archive of that many briefs."""
    subprocess.run([sys.executable, str(MAKER), str(folder), "--briefs", str(briefs)], check=True)
    return folder


def pretend_built(folder: Path) -> None:
    """Write files and notes as if every brief had been built; only their contents are not pages."""
    from issuebrief.pipeline.cache import build_cache, kept_files
    from issuebrief.pipeline.cache.build_cache import CacheEntry
    from issuebrief.project.config import read_configuration
    from issuebrief.project.workspace import jobs

    policy, _ = read_configuration(folder)
    out = folder / "build"
    out.mkdir()
    wanted = [replace(job, policy=policy) for job in jobs([], None, folder)]
    checksum = hashlib.sha256(STANDS_FOR_PDF).hexdigest()
    news = {}
    for output, mark in kept_files.marks_of(wanted).items():
        output.path.write_bytes(STANDS_FOR_PDF)
        news[output.path.name] = CacheEntry(mark, checksum, 4)
    build_cache.write(out, news)


def typst_documents(folder: Path) -> list[Path]:
    """The texts of the briefs as Typst sources, with its own looks."""
    sources = []
    for brief in sorted(folder.glob("content/*/*/brief.md")):
        _, _front, body = brief.read_text("utf-8").split("---\n", 2)
        source = brief.with_name("brief.typ")
        source.write_text(f"#set page(columns: 2)\n#set par(justify: true)\n{as_typst(body)}", "utf-8")
        sources.append(source)
    return sources


def as_typst(body: str) -> str:
    """The headings, paragraphs and notes of a brief."""
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", body, re.MULTILINE))
    body = re.sub(r"^\[\^.*$|^\|.*$|^Table.*$|^!\[.*$", "", body, flags=re.MULTILINE)
    body = re.sub(r"[#$@*_`<>\\]", "", re.sub(r"\{[^}]*\}", "", body.replace("## ", "= ")))
    return re.sub(r"\[\^(\d+)\]", lambda found: f"#footnote[{plain(notes.get(found[1], ''))}]", body)


def plain(text: str) -> str:
    """A text without the signs that mean something to Typst."""
    return re.sub(r"[#$@*_`<>\\\[\]]", "", text)


def on_cluster(folder: Path, briefs: int) -> None:
    """Build with a scheduler and two workers of this machine, each in a folder of its own."""
    announced = folder / "scheduler.json"
    base = [sys.executable, "-m"]
    options = ["--no-dashboard", f"--scheduler-file={announced}"]
    started = [
        subprocess.Popen([*base, "distributed.cli.dask_scheduler", "--host=127.0.0.1", "--port=0", *options])
    ]
    try:
        while not announced.exists():
            time.sleep(0.1)
        for number in (1, 2):
            own = folder / f"worker-{number}"
            own.mkdir()
            command = [*base, "distributed.cli.dask_worker", "--no-nanny", "--nthreads=1", *options]
            started.append(subprocess.Popen([*command, f"--local-directory={own}"], cwd=own))
        address = json.loads(announced.read_text())["address"].replace("tcp", "dask")
        measured("on two workers", [*BUILD, "--on", address, "-o", "cluster"], folder, briefs)
    finally:
        for process in started:
            process.kill()
            process.wait()


def main() -> None:
    """Measure, and print a line for each way."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--briefs", type=int, default=60)
    parser.add_argument("--unchanged", type=int, default=10_000)
    parser.add_argument("--cluster", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="archive-") as place:
        folder, briefs = archive(Path(place) / "archive", arguments.briefs), arguments.briefs
        measured("all new", [*BUILD, "--store", "store"], folder, briefs)
        measured("nothing changed", BUILD, folder, briefs)
        brief = next(folder.glob("content/*/*/brief.md"))
        brief.write_text(brief.read_text("utf-8") + "\nOne sentence more.\n", "utf-8")
        measured("one changed", BUILD, folder, briefs)
        measured("all but one from the store", [*BUILD, "--store", "store", "-o", "other"], folder, briefs)
        (folder / "styles/themes").mkdir(parents=True)
        (folder / "styles/themes/house.css").write_text(THEME)
        measured("a theme changed", BUILD, folder, briefs)
        if arguments.cluster:
            on_cluster(folder, briefs)
        if find_spec("typst"):
            sources = list(map(str, typst_documents(folder)))
            measured("Typst, its own looks", [sys.executable, "-c", COMPILE, *sources], folder, briefs)
        many = archive(Path(place) / "many", arguments.unchanged)
        pretend_built(many)
        measured(f"{arguments.unchanged} unchanged", BUILD, many, arguments.unchanged)


if __name__ == "__main__":
    main()
