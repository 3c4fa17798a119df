"""Make a file of a brief for others to work on: a Word file for its author.

In:  the arguments of `issuebrief export`, which are declared here.
Out: the file; problems, and an exit code.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.output.faults import with_faults_told
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.project.workspace import STANDARD, WrongUsage, jobs, shown, title_of

if TYPE_CHECKING:
    import argparse

EXPORT_EXAMPLES = """\
examples:
  issuebrief export docx content/moon               into build/moon.docx
  issuebrief export docx content/moon -o moon.docx  into another file
  issuebrief import --into content/moon moon.docx   take the author's corrections into the brief

The file has Word's own styles, footnotes, captions and tables, and the brief travels inside it: so
corrections are taken back as changes. Needs Pandoc: pip install 'issuebrief[word]'

Exit codes: 0 success, 1 problems found, 2 usage error.
"""
ENDING = ".docx"


def add_export(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    verb.add_argument("kind", metavar="KIND", choices=("docx",), help="docx, a Word file")
    verb.add_argument("path", metavar="BRIEF", help="a brief.md, or a folder with one")
    verb.add_argument(
        "-o",
        "--output",
        metavar="FILE-OR-FOLDER",
        help="the .docx file or the folder to write to (default: build/)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the file and return the exit code."""
    from issuebrief.atomic_write import write_file
    from issuebrief.word_export.export_brief import Exported, export_docx

    workplace = Path.cwd()
    policy = house_policy(workplace, strict=False)
    if policy is None:
        return 1
    if STANDARD in (arguments.path, arguments.output):
        raise WrongUsage("a Word file is made of a file, into a file", "name both, or only the brief")
    output = arguments.output
    is_file = output is not None and output.lower().endswith(ENDING)
    job, *others = jobs([arguments.path], None if is_file else output, workplace)
    if others:
        raise WrongUsage(f"{arguments.path} holds {len(others) + 1} briefs", "name one of them")
    target = workplace / output if is_file else job.outputs[0].path.with_name(title_of(job.brief) + ENDING)
    judged = replace(job, policy=policy)
    made = with_faults_told(lambda: export_docx(judged), lambda told: Exported(b"", told), job.brief)
    written = write_file(target, made.content) if made.content else ()
    problems = (*made.problems, *written)
    report(problems, workplace)
    if has_errors(problems):
        return 1
    print(shown(target, workplace))
    return 0
