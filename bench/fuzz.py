"""Thousands of odd briefs, built one after another: what fails, hangs, or loses words unsaid.

    .venv/bin/python bench/fuzz.py [--inputs 10000] [--from 0] [--workers 2] [--keep FOLDER]

Counts the outcomes and prints a line for each input that went wrong, with its number; `--only N` builds that
one and keeps its files. What the finished pages are blamed for is a warning here, so that there are pages to
look at. What is wrong:
- `fault`: an exception, `internal.fault` or a process that died;
- `hang`: more than 20 seconds of the processor; after 100 of them, or 900 on the clock, the process is ended;
- `silent`: a word of the text is not in the PDF, as PyMuPDF reads it, and no problem says so: `text.lost`,
  `text.changed`, `text.left-out`, `notes.unused` for a note that has no place, or one that tells the word;
- `alarm`: a problem says of words that they are lost, changed or doubled, and PyMuPDF finds each of them as
  often as it was typed; or that they stand elsewhere, and it finds them between the same words as before.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fuzz_inputs import UNPRINTED, WORD, Input, make_input

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from issuebrief.diagnostics.model import Diagnostic

PATIENCE = 20.0
"""Seconds of the processor that a brief may take."""
MOST, LONGEST = 100.0, 900.0
"""Seconds of the processor, and on the clock, after which its process is ended: others may be at work."""
TOLD = (
    *("text.lost", "text.changed", "text.left-out", "text.cut", "text.off-page"),
    *("boxes.off-page", "notes.unused", "text.invisible", "text.over-margin"),
)
"""The codes of problems that say of words that they are not printed."""
ALONE = re.compile(rf"(?<!\w){WORD.pattern}(?!\w)")
"""The same, not run together with others: of words that are, a problem says rightly that they are changed."""
LEFT_OUT = "in it, is left out"
"""What a problem says of an element whose first words it names."""
WORDS_OF_MESSAGE = re.compile(r"“(.*?)” is typed (here|once)", re.DOTALL)
"""What a problem says of words: which they are, and that they are not there, or twice."""
SEEN_ON_PAGES = re.compile(r"(?:text|boxes|figures)\.|picture\.(?:off-page|over-margin|cut|overprinted)")
"""The codes of errors that are found on finished pages."""
WRONG = ("fault", "hang", "silent", "alarm")
CHUNK = 25
"""Inputs that one process builds, one after another."""


def build(number: int, folder: Path) -> dict[str, Any]:
    """Build an input in an empty folder, and say what came of it."""
    from issuebrief.diagnostics.codes import CODES, RULES
    from issuebrief.diagnostics.model import Severity
    from issuebrief.diagnostics.policy import SeverityPolicy
    from issuebrief.job import Job, Output, Purpose
    from issuebrief.pipeline.build import set_brief
    from issuebrief.pipeline.worker_pool import guarded
    from issuebrief.resources import search_path

    seen = {code for code in RULES if SEEN_ON_PAGES.match(code) and CODES[code].severity is Severity.ERROR}
    policy = SeverityPolicy((("picture.coarse", None), *((code, Severity.WARNING) for code in sorted(seen))))
    made = make_input(number)
    write(made, folder)
    brief = folder / "content/brief/brief.md"
    # One in ten goes to the press and the web as well, which costs as much again.
    purposes = tuple(Purpose) if number % 10 == 0 else (Purpose.SCREEN,)
    outputs = tuple(Output(purpose, folder / f"brief-{purpose.value}.pdf") for purpose in purposes)
    began = time.process_time()
    outcome = guarded(set_brief, Job(brief, outputs, search_path(folder), policy=policy))
    seconds = time.process_time() - began
    codes = {problem.code for problem in outcome.problems}
    pdf = outputs[purposes.index(Purpose.SCREEN)].path
    printed = printed_words(pdf) if pdf.exists() else Counter()
    missing = sorted(set(made.words) - set(printed)) if pdf.exists() else []
    faults = [problem.message[-200:] for problem in outcome.problems if problem.code.startswith("internal.")]
    messages = " ".join(problem.message for problem in outcome.problems)
    named = LEFT_OUT in messages or all(word in messages for word in missing)
    told = named or not codes.isdisjoint(TOLD)
    kind = "fault" if faults else "hang" if seconds > PATIENCE else ""
    kind = kind or ("silent" if missing and not told else "")
    alone = printed_words(pdf, ALONE) if pdf.exists() else Counter()
    alarms = [problem.message for problem in outcome.problems if is_alarm(problem, made, alone)]
    order = printed_order(pdf) if pdf.exists() else []
    alarms += [problem.message for problem in outcome.problems if is_alarm_of_order(problem, made, order)]
    kind = kind or ("alarm" if alarms and pdf.exists() else "told" if missing else "")
    kind = kind or ("set" if pdf.exists() else "refused")
    return {
        "number": number,
        "kind": kind,
        "seconds": seconds,
        "what": faults or missing or alarms,
        "codes": sorted(codes),
    }


def write(made: Input, folder: Path) -> None:
    """The files of an input."""
    for name, content in made.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def is_alarm(problem: Diagnostic, made: Input, printed: Counter[str]) -> bool:
    """Whether a problem blames the pages for words that stand there, by themselves, as often as typed."""
    said = WORDS_OF_MESSAGE.match(problem.message)
    words = (
        WORD.findall(said[1])
        if said and problem.code in ("text.lost", "text.changed", "text.doubled")
        else []
    )
    twice = said and said[2] == "once"
    return bool(words) and all(
        printed[word] <= made.words[word] if twice else printed[word] >= made.words[word] > 0
        for word in words
    )


def is_alarm_of_order(problem: Diagnostic, made: Input, order: Sequence[str]) -> bool:
    """Whether a problem says that words were moved which stand between those that they were typed between.

    A word that is typed or printed twice says nothing.
    """
    said = WORDS_OF_MESSAGE.match(problem.message)
    if not said or problem.code != "text.moved":
        return False
    typed = WORD.findall(UNPRINTED.sub(" ", made.files["content/brief/brief.md"].decode("utf-8", "replace")))
    words = [word for word in WORD.findall(said[1]) if typed.count(word) == order.count(word) == 1]
    return bool(words) and all(_beside(word, typed) == _beside(word, order) for word in words)


def _beside(word: str, words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words before and behind a word."""
    at = words.index(word)
    return words[max(at - 1, 0) : at], words[at + 1 : at + 2]


def printed_order(pdf: Path) -> list[str]:
    """The words to look for in a PDF, in the order in which PyMuPDF finds them."""
    import pymupdf

    with pymupdf.open(pdf) as document:
        return WORD.findall("\n".join(page.get_text() for page in document).lower())


def printed_words(pdf: Path, word: re.Pattern[str] = WORD) -> Counter[str]:
    """The words to look for that PyMuPDF finds in a PDF; a word may be hyphenated and in capitals."""
    import pymupdf

    with pymupdf.open(pdf) as document:
        text = "\n".join(page.get_text() for page in document)
    for hyphen in ("\u00ad\n", "-\n", "\u2010\n", "\u00ad", "\u200b"):
        text = text.replace(hyphen, "")
    # A word that was broken without a hyphen is found with its line ends taken out.
    return Counter(word.findall(text.lower())) | Counter(word.findall(text.lower().replace("\n", "")))


def work(numbers: Sequence[int]) -> None:
    """Build some inputs and print what came of each; a hang ends the process with a traceback."""
    warnings.simplefilter("ignore")
    faulthandler.register(signal.SIGPROF, chain=True)
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            signal.setitimer(signal.ITIMER_PROF, MOST)
            faulthandler.dump_traceback_later(LONGEST, exit=True)
            result = build(number, Path(folder))
            faulthandler.cancel_dump_traceback_later()
        print(json.dumps(result), flush=True)


def results(numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """What came of some inputs, built in processes that may die."""
    while numbers:
        command = [sys.executable, __file__, "--work", *map(str, numbers)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"number"')]
        yield from lines
        numbers = numbers[len(lines) :]
        if done.returncode and numbers:
            is_late = done.returncode == -signal.SIGPROF or "Timeout" in done.stderr
            kind = "hang" if is_late else "fault"
            tail = done.stderr.strip().splitlines()[:12]
            yield {"number": numbers[0], "kind": kind, "seconds": PATIENCE, "what": tail, "codes": []}
            numbers = numbers[1:]


def run(numbers: range, workers: int) -> Counter[str]:
    """Build all inputs and print each that went wrong; the kinds of outcome, counted."""
    counts: Counter[str] = Counter()
    slowest = 0.0
    began = time.monotonic()
    chunks = [numbers[start : start + CHUNK] for start in range(0, len(numbers), CHUNK)]
    with ThreadPoolExecutor(workers) as threads:
        for chunk in threads.map(lambda chunk: list(results(chunk)), chunks):
            for result in chunk:
                counts[result["kind"]] += 1
                slowest = max(slowest, result["seconds"])
                if result["kind"] in WRONG:
                    print(result["number"], result["kind"], result["what"], *result["codes"], flush=True)
            minutes = (time.monotonic() - began) / 60
            print(f"{sum(counts.values())} of {len(numbers)}, {minutes:.0f} min", file=sys.stderr, flush=True)
    print(f"{sum(counts.values())} inputs: {dict(counts)}; the slowest took {slowest:.1f} s")
    return counts


def main() -> int:
    """Build what the command line asks for; 1 if anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--from", type=int, default=0, dest="first")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--work", type=int, nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work)
        return 0
    if options.only is not None:
        shutil.rmtree(options.keep, ignore_errors=True)
        print(json.dumps(build(options.only, options.keep), indent=1))
        return 0
    counts = run(range(options.first, options.first + options.inputs), options.workers)
    return int(any(counts[kind] for kind in WRONG))


if __name__ == "__main__":
    sys.exit(main())
