"""Release a version of a brief: one folder with everything, checked, ready for an archive.

In:  the arguments of `issuebrief release`, which are declared here.
Out: the folder, whole or not at all; problems, and an exit code.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from issuebrief.cli.output import counted
from issuebrief.cli.output.faults import with_faults_told
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.job import Purpose
from issuebrief.project.workspace import WrongUsage, jobs, shown, title_of

if TYPE_CHECKING:
    from issuebrief.job import Job

RELEASES = "releases"
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+_-]{0,39}")
RELEASE_EXAMPLES = """\
examples:
  issuebrief release content/moon --version 1.0             into releases/moon-1.0/
  issuebrief release content/moon --version 1.1 -o archive  into archive/moon-1.1/

The folder holds the PDF, the press file, the web page and the EPUB of each edition, metadata, the
source, the preflight and what validators say, with checksums as BagIt has them. A brief with errors
is not released, and a release is never changed. The same version gives the same bytes.

Exit codes: 0 success, 1 problems found, 2 usage error.
"""


def add_release(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    verb.add_argument("path", metavar="PATH", help="a brief.md, or a folder with a brief.md")
    verb.add_argument("--version", required=True, type=_version, help="the version, such as 1.0")
    verb.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        default=RELEASES,
        help=f"where the folder goes (default: {RELEASES}/)",
    )
    verb.add_argument("--strict", action="store_true", help="treat warnings as errors")


def run(arguments: argparse.Namespace) -> int:
    """Write the release and return the exit code."""
    from issuebrief.release.make_release import Release, make_release

    workplace = Path.cwd()
    policy = house_policy(workplace, strict=arguments.strict)
    if policy is None:
        return 1
    wanted = [replace(job, policy=policy) for job in _editions(arguments.path, workplace)]
    brief = wanted[0].brief
    target = Path(os.path.normpath(workplace / arguments.output)) / f"{_name(brief)}-{arguments.version}"
    made = with_faults_told(
        lambda: make_release(wanted, arguments.version), lambda told: Release({}, told), brief
    )
    report(made.problems, workplace)
    if has_errors(made.problems):
        return 1
    name = shown(target, workplace)
    if target.exists():
        if _holds(target, made.files):
            print(f"{name}: released already, and the same")
            return 0
        hint = "a release is never changed: release another version, or remove the folder yourself"
        raise WrongUsage(f"{name} is there already, and differs", hint)
    _write(target, made.files)
    print(f"{name}: {counted(len(made.files), 'file')}")
    return 0


def _editions(typed: str, workplace: Path) -> list[Job]:
    """The jobs of one brief in all its languages."""
    found = jobs([typed], None, workplace, purposes=tuple(Purpose))
    if len({job.brief.parent for job in found}) > 1:
        raise WrongUsage(f"{typed} holds several briefs, and one is released at a time", "name one of them")
    return found


def _name(brief: Path) -> str:
    """What the release is called: its editions have the name in common."""
    return brief.parent.name if brief.name.startswith("brief.") else title_of(brief)


def _version(typed: str) -> str:
    if not VERSION.fullmatch(typed):
        raise argparse.ArgumentTypeError(
            f"“{typed}” is no version: write letters, digits and dots, such as 1.0"
        )
    return typed


def _holds(folder: Path, files: dict[str, bytes]) -> bool:
    """Whether a folder holds these files and no others."""
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return there.keys() == files.keys() and all(there[name].read_bytes() == files[name] for name in files)


def _write(target: Path, files: dict[str, bytes]) -> None:
    """Write a folder under another name, and give it its own when it is whole."""
    draft = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    try:
        for name, content in files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        draft.replace(target)
    except OSError as fault:
        raise WrongUsage(
            f"{target} cannot be written: {fault.strerror}", "name another folder with -o"
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
