"""Make a brief of a Word file.

In:  the arguments of `issuebrief import`, which are declared here: a `.docx`, `.odt` or `.rtf` file, and the
     folder of the brief.
Out: `brief.md` with its pictures and a list of the comments in that folder; what was guessed, changed and
     left out, as text on standard error or as JSON on standard output; an exit code. Nothing that is there
     is overwritten, unless that is asked for.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.manuscripts.ask_changes import are_open, asked_changes, can_ask
from issuebrief.cli.output.detail import add_format
from issuebrief.cli.output.idle_options import refuse_idle
from issuebrief.cli.output.reporting import report
from issuebrief.project.workspace import BRIEF, CONTENT, WrongUsage, shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import Changes, ImportedBrief

IMPORT_EXAMPLES = """\
examples:
  issuebrief import manuscript.docx                  into content/manuscript/
  issuebrief import manuscript.docx -o content/moon  into another folder
  issuebrief import manuscript.docx --changes accept with all tracked changes accepted
  issuebrief import manuscript.docx --citations words with citations as the words that they are
  issuebrief import manuscript.docx --report         and a page with every guess and loss
  issuebrief import manuscript.odt --format json     report as JSON, on standard output
  issuebrief import --into content/moon moon.docx    corrections of a file that `export` made

Writes brief.md, its pictures at full size, and comments.md with the comments. Tells what was
guessed, changed and left out, with its paragraph, and counts words, notes, tables and pictures on
both sides. Never overwrites a file without --force. Needs Pandoc: pip install 'issuebrief[word]'

Exit codes: 0 success, 1 problems found, 2 usage error.
"""

KINDS = (".docx", ".odt", ".rtf")
DONE, PROBLEMS = 0, 1


def add_import(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    verb.add_argument("path", metavar="FILE", help="a .docx, .odt or .rtf file")
    verb.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="the folder of the brief (default: content/, by the file's name)",
    )
    verb.add_argument(
        "--changes",
        choices=("ask", "accept", "reject"),
        default="ask",
        help="what becomes of tracked changes: ask (default; without a terminal, list them), accept, reject",
    )
    verb.add_argument(
        "--citations",
        choices=("keys", "words"),
        default="keys",
        help="what becomes of citations by Zotero, Mendeley or EndNote: keys (default), or their words",
    )
    verb.add_argument(
        "--report", action="store_true", help="write import-report.html too, with the words of each paragraph"
    )
    verb.add_argument(
        "--into",
        metavar="BRIEF",
        help="take the corrections in a file of `export docx` into this brief, as a patch beside it",
    )
    verb.add_argument("--apply", action="store_true", help="with --into: change the brief itself")
    verb.add_argument("--force", action="store_true", help="replace files that are there already")
    add_format(verb)


def run(arguments: argparse.Namespace) -> int:
    """Import the manuscript and return the exit code."""
    from issuebrief.atomic_write import write_file
    from issuebrief.diagnostics.model import has_errors
    from issuebrief.word_import.documents.model import Changes

    workplace = Path.cwd()
    path = workplace / arguments.path
    if arguments.into is not None or arguments.apply:
        return _into(arguments, path)
    folder = _folder(arguments.output, path, workplace)
    _refuse_other_files(path, arguments.path)
    by_key = arguments.citations == "keys"
    made = _imported(path, Changes(arguments.changes), cites_by_key=by_key)
    if are_open(made.problems) and can_ask() and arguments.format == "text":
        report(made.problems, workplace)
        answer = asked_changes(made.problems)
        if answer is None:
            return PROBLEMS
        made = _imported(path, answer, cites_by_key=by_key)
    problems = [*made.problems]
    written: list[Path] = []
    if made.files:
        there = [] if arguments.force else _in_the_way(made, folder)
        problems += there
        if not there:
            faults = [fault for file in made.files for fault in write_file(folder / file.name, file.content)]
            problems += faults
            written = [] if faults else [folder / file.name for file in made.files]
    if arguments.report:
        from issuebrief.word_import.import_page import PAGE, as_page

        faults = list(write_file(folder / PAGE, as_page(made, problems).encode()))
        problems += faults
        written += [] if faults else [folder / PAGE]
    if arguments.format == "json":
        print(_as_json(made, written, problems, workplace), end="")
    else:
        _tell(made, written, workplace)
        report(problems, workplace)
    return PROBLEMS if has_errors(problems) else DONE


def _into(arguments: argparse.Namespace, path: Path) -> int:
    """Take corrections into a brief that is there."""
    if arguments.into is None:
        raise WrongUsage("--apply wants a brief to change", "name it: --into content/moon")
    refuse_idle(
        {
            "--report": arguments.report,
            "--citations words": arguments.citations != "keys",
            "--format json": arguments.format != "text",
            "--force": arguments.force,
        },
        "for a new brief, and --into corrects one that is there",
        "leave it out, or leave --into out",
    )
    _refuse_other_files(path, arguments.path)
    from issuebrief.cli.manuscripts.import_corrections import take_into

    return take_into(arguments, path)


def _imported(path: Path, changes: Changes, *, cites_by_key: bool) -> ImportedBrief:
    """The brief made of a manuscript; a fault of the program is a problem, as of a build."""
    from issuebrief.pipeline.faults import fault_problem
    from issuebrief.word_import.documents.model import ImportedBrief
    from issuebrief.word_import.import_document import import_document

    try:
        return import_document(path, changes, cites_by_key=cites_by_key)
    except Exception as fault:
        if os.environ.get("ISSUEBRIEF_TRACEBACK"):
            raise
        return ImportedBrief(path, problems=(fault_problem(fault, path),))


def _folder(typed: str | None, path: Path, workplace: Path) -> Path:
    """The folder of the brief: the one that was typed, or one named after the manuscript."""
    if typed:
        folder = workplace / typed
        if folder.name == BRIEF:
            folder = folder.parent
        if folder.suffix == ".md" or folder.is_file():
            hint = f"name the folder of the brief: its file is always called {BRIEF}"
            raise WrongUsage(f"{typed} is no folder", hint)
        return folder
    plain = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode().lower()
    return workplace / CONTENT / ("-".join(re.findall(r"[a-z0-9]+", plain)) or "imported")


def _refuse_other_files(path: Path, typed: str) -> None:
    if not path.exists():
        raise WrongUsage(f"there is no {typed}", "name a .docx, .odt or .rtf file")
    if not path.is_file():
        raise WrongUsage(f"{typed} is no file", "name a .docx, .odt or .rtf file")
    if path.suffix.lower() not in KINDS:
        kind = path.suffix.lower()
        old = "save it in Word or LibreOffice as .docx" if kind in (".doc", ".dot", ".pages") else ""
        macros = "save it in Word as .docx, without macros" if kind in (".docm", ".dotm") else ""
        raise WrongUsage(f"{typed} is not imported", old or macros or "name a .docx, .odt or .rtf file")


def _in_the_way(made: ImportedBrief, folder: Path) -> list[Diagnostic]:
    """A problem for each file that is there and differs; a brief is always in the way of another."""
    from issuebrief.word_import.documents.import_problems import failed

    hint = "name another folder with -o, or add --force to have it replaced"
    return [
        failed("output.not-written", folder / file.name, "the file is there already", hint)
        for file in made.files
        if (folder / file.name).exists()
        and (file.name == BRIEF or not _is_same(folder / file.name, file.content))
    ]


def _is_same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def _tell(made: ImportedBrief, written: Sequence[Path], workplace: Path) -> None:
    for path in written:
        print(f"wrote {shown(path, workplace)}")
    for count in made.counts:
        agreement = "" if count.before == count.after else " (they differ)"
        print(f"  {count.kind}: {count.before:,} in the manuscript, {count.after:,} in the brief{agreement}")
    if written:
        folder = shown(written[0].parent, workplace)
        print(f"see its pages: issuebrief preview {folder}")
    sys.stdout.flush()


def _as_json(
    made: ImportedBrief, written: Sequence[Path], problems: Sequence[Diagnostic], workplace: Path
) -> str:
    import json

    from issuebrief.diagnostics.formats.json import as_json

    listing = json.loads(as_json(problems, workplace))
    listing["files"] = [Path(shown(path, workplace)).as_posix() for path in written]
    listing["totals"] = [
        {"kind": count.kind, "manuscript": count.before, "brief": count.after} for count in made.counts
    ]
    return json.dumps(listing, indent=2, ensure_ascii=False) + "\n"
