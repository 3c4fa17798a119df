"""Describe briefs for catalogues, citation managers and registration agencies.

In:  the arguments of `issuebrief metadata`, which are declared here.
Out: a file for each brief and format; problems, and an exit code. Nothing is sent anywhere.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.output.faults import with_faults_told
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.cli.output.standard_streams import with_standard_input
from issuebrief.diagnostics.model import has_errors
from issuebrief.project.workspace import STANDARD, WrongUsage, jobs, shown, title_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Job
    from issuebrief.pipeline.metadata_formats import MetadataFormat

METADATA_EXAMPLES = """\
examples:
  issuebrief metadata                                    all formats of all briefs, into build/
  issuebrief metadata content/moon --format bibtex -o -  a reference, on standard output
  issuebrief metadata content/moon --format crossref     a deposit at Crossref: build/moon-crossref.xml

Formats: crossref, datacite, dc (Dublin Core), jats (the whole text), bibtex, ris, csl-json.
Nothing is sent anywhere.

Exit codes: 0 success, 1 problems found, 2 usage error.
"""
FORMATS = ("crossref", "datacite", "dc", "jats", "bibtex", "ris", "csl-json")
ALL = "all"
FILES = (".xml", ".json", ".bib", ".ris")
"""Endings of the names of files; any other name is a folder's."""


def add_metadata(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    verb.add_argument("paths", nargs="*", metavar="PATH", help="briefs or folders (default: content/)")
    verb.add_argument(
        "--format",
        dest="formats",
        action="append",
        choices=(*FORMATS, ALL),
        help="one of the formats below; may be given several times (default: all)",
    )
    verb.add_argument(
        "-o",
        "--output",
        metavar="FILE-OR-FOLDER",
        help="the file or folder to write to, or - for standard output (default: build/)",
    )
    verb.add_argument("--strict", action="store_true", help="treat warnings as errors")


def run(arguments: argparse.Namespace) -> int:
    """Write the files and return the exit code."""
    from issuebrief.pipeline.describe import Described, describe

    workplace = Path.cwd()
    policy = house_policy(workplace, strict=arguments.strict)
    if policy is None:
        return 1
    typed = arguments.formats or (ALL,)
    forms = _forms(typed)
    wanted, target = _wanted(arguments, forms, workplace)
    problems: list[Diagnostic] = []
    for job in wanted:
        judged = replace(job, policy=policy)
        name = title_of(job.brief)
        made = with_faults_told(
            partial(describe, judged, forms, name, all_that_fit=ALL in typed),
            lambda told: Described((), told),
            judged.brief,
        )
        problems += made.problems
        for ending, content in made.files:
            path = _path(target, job.outputs[0].path.parent, name, ending)
            problems += _written(path, content, workplace) if path else ()
    report(problems, workplace)
    return 1 if has_errors(problems) else 0


def _forms(typed: Sequence[str]) -> tuple[MetadataFormat, ...]:
    """The formats that were named, in their usual order."""
    from issuebrief.pipeline.metadata_formats import MetadataFormat

    return tuple(form for form in MetadataFormat if ALL in typed or form in typed)


def _wanted(
    arguments: argparse.Namespace, forms: Sequence[MetadataFormat], workplace: Path
) -> tuple[list[Job], Path | None]:
    """The briefs, and the file that was named; none for a folder."""
    output = arguments.output
    is_file = output is not None and (
        output == STANDARD or Path(output).suffix in (".xml", ".json", ".bib", ".ris")
    )
    wanted = list(with_standard_input(jobs(arguments.paths, None if is_file else output, workplace)))
    if is_file and len(wanted) * len(forms) > 1:
        hint = "name one brief and one --format, or a folder"
        raise WrongUsage(f"{output} would hold {len(wanted) * len(forms)} files", hint)
    suffix = "." + forms[0].ending.rpartition(".")[2]
    if is_file and output != STANDARD and Path(output).suffix != suffix:
        raise WrongUsage(f"{output} is no name for a file of {forms[0]}", f"end its name in {suffix}")
    return wanted, (Path(STANDARD) if output == STANDARD else workplace / output) if is_file else None


def _path(target: Path | None, folder: Path, name: str, ending: str) -> Path | None:
    """Where a file goes; nowhere for a picture beside what is written to standard output."""
    if target is None:
        return folder / f"{name}{ending}"
    if "/" not in ending:
        return target
    return None if str(target) == STANDARD else target.parent / f"{name}{ending}"


def _written(path: Path, content: bytes, workplace: Path) -> Iterator[Diagnostic]:
    """Write a file and say so; or what kept it from being written."""
    from issuebrief.atomic_write import write_file

    if str(path) == STANDARD:
        sys.stdout.buffer.write(content)
        return
    failed = write_file(path, content)
    yield from failed
    if not failed:
        print(shown(path, workplace))
