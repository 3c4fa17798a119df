"""List the works that a brief may cite, or let an editor complete their keys.

In:  the arguments of `issuebrief references`, which are declared here.
Out: a line for each work on standard output, or a file of snippets; problems, and an exit code.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.output.faults import with_faults_told
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.project.workspace import STANDARD, WrongUsage, jobs, shown

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from issuebrief.citations.csl.works import Work
    from issuebrief.diagnostics.model import Diagnostic

REFERENCES_EXAMPLES = """\
examples:
  issuebrief references content/moon             a line for each work: key, authors, year, title
  issuebrief references content/moon --snippets  write .vscode/references.code-snippets

With that file, editors complete @keys. Write it again when the works have changed.

Exit codes: 0 success, 1 problems found, 2 usage error.
"""
SNIPPETS = ".vscode/references.code-snippets"
SHOWN_NAMES = 2


def add_references(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    verb.add_argument("paths", nargs="*", metavar="BRIEF", help="briefs or folders (default: content/)")
    verb.add_argument("--snippets", action="store_true", help=f"write {SNIPPETS} for VS Code and its kin")


def run(arguments: argparse.Namespace) -> int:
    """List the works, or write the snippets, and return the exit code."""
    from issuebrief.citations.library import Library
    from issuebrief.pipeline.known_works import known_works

    workplace = Path.cwd()
    policy = house_policy(workplace, strict=False)
    if policy is None:
        return 1
    if STANDARD in arguments.paths:
        raise WrongUsage("works are listed of files", "name a brief or a folder")
    works: dict[str, Work] = {}
    problems: list[Diagnostic] = []
    for job in jobs(arguments.paths, None, workplace):
        library, found = with_faults_told(
            partial(known_works, job), lambda told: (Library(), told), job.brief
        )
        problems += policy.apply(found)
        for key, entry in library.entries.items():
            works.setdefault(key, entry.read())
    if arguments.snippets and not has_errors(problems):
        problems += _write_snippets(works, workplace)
    report(problems, workplace)
    if has_errors(problems):
        return 1
    if arguments.snippets:
        print(shown(workplace / SNIPPETS, workplace))
    else:
        for key, work in works.items():
            print(f"@{key}  {described(work)}")
    return 0


def _write_snippets(works: Mapping[str, Work], workplace: Path) -> list[Diagnostic]:
    from issuebrief.atomic_write import write_file

    target = workplace / SNIPPETS
    return list(write_file(target, snippets(works).encode()))


def snippets(works: Mapping[str, Work]) -> str:
    """A file of snippets: each work is found by its key, and by the words of its title behind an `@`."""
    import json

    found = {}
    for key, work in works.items():
        cited = (
            f"@{key}" if key.replace("_", "").replace("-", "").replace(":", "").isalnum() else f"@{{{key}}}"
        )
        title = " ".join(_plain(work.texts.get("title", "")).split()[:4])
        found[cited] = {
            "scope": "markdown",
            "prefix": [cited, *([f"@{title}"] if title else [])],
            "body": cited.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}"),
            "description": described(work),
        }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def described(work: Work) -> str:
    """A work in a line: its authors, its year, its title."""
    names = work.names.get("author") or work.names.get("editor") or ()
    families = [name.literal or name.whole_family or name.given for name in names]
    people = ", ".join(families[:SHOWN_NAMES]) + (" et al." if len(families) > SHOWN_NAMES else "")
    issued = work.dates.get("issued")
    year = str(issued.parts[0][0]) if issued is not None and issued.parts else ""
    return ", ".join(part for part in (people, year, _plain(work.texts.get("title", ""))) if part)


def _plain(text: str) -> str:
    from issuebrief.citations.csl.runs import plain, read_field

    return plain(read_field(text)).replace("\ue000", "“").replace("\ue001", "”")
