"""Publish briefs as a web site.

In:  the arguments of `issuebrief publish`, which are declared here.
Out: the folder of the site; lines about what was done, problems, an exit code.
"""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.cli.output import counted
from issuebrief.cli.output.detail import Detail
from issuebrief.cli.output.house import house_policy
from issuebrief.cli.output.reporting import report
from issuebrief.diagnostics.model import has_errors
from issuebrief.file_access import real_path
from issuebrief.project.workspace import BUILD, STANDARD, WrongUsage, briefs_of, shown
from issuebrief.resources import search_path

if TYPE_CHECKING:
    import argparse

    from issuebrief.pipeline.worker_pool import JobFinished
    from issuebrief.site.publish import PublishedSite

PUBLISH_EXAMPLES = """\
examples:
  issuebrief publish                    every brief in content/, as a site in site/
  issuebrief publish content/2026       those of a folder
  issuebrief publish -o /srv/briefs     into another folder

A site has a page for each brief with its PDF, web page and EPUB, lists by year, author and topic, a
search, a feed, and pictures for link previews. Its address stands in publisher.yaml:

  site: https://briefs.example.org/

Drafts, and briefs under an embargo, are left out. Unchanged briefs are not set again. Files in the
folder that issuebrief did not write are never touched. The PDFs of earlier versions are kept.

Exit codes: 0 success, 1 problems found, 2 usage error.
"""
SITE = "site"
STORE = "site"
"""The folder in `build/` where deliverables are kept between two runs."""


def add_publish(verb: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command that briefs alone do not explain."""
    verb.add_argument(
        "-o", "--output", metavar="FOLDER", default=SITE, help=f"the folder of the site (default: {SITE}/)"
    )
    verb.add_argument("--force", action="store_true", help="set unchanged briefs again")
    verb.add_argument(
        "--in-place",
        action="store_true",
        help="write into the folder file by file, in place of exchanging it as a whole",
    )


def run(arguments: argparse.Namespace) -> int:
    """Publish the briefs, say what was done, and return the exit code."""
    from issuebrief.pipeline import worker_pool
    from issuebrief.site.publish import SiteOrder, publish

    workplace = Path.cwd()
    policy = house_policy(workplace, strict=arguments.strict)
    if policy is None:
        return 1
    if STANDARD in arguments.paths:
        raise WrongUsage("a site is made of files", "name briefs, or folders of briefs")
    briefs = briefs_of(arguments.paths, workplace)
    order = SiteOrder(
        briefs,
        _folder(arguments.output, workplace, briefs),
        workplace / BUILD / STORE,
        search_path(workplace),
        policy,
        arguments.workers or worker_pool.room(),
        arguments.timeout,
        arguments.force,
        arguments.in_place,
    )
    quiet = arguments.detail is Detail.QUIET
    site = publish(order, lambda done: None if quiet else print(_line(done, workplace), flush=True))
    report(site.problems, workplace)
    if not quiet:
        print(_summary(site, shown(order.folder, workplace)))
    return 1 if has_errors(site.problems) else 0


def _folder(typed: str, workplace: Path, briefs: list[Path]) -> Path:
    """The folder of the site; it must not hold the briefs, nor be a link that nobody named."""
    folder = Path(os.path.normpath(workplace / typed))
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(f"{typed} is a file", "name a folder: -o site/")
    if folder.is_symlink() and not real_path(folder).is_relative_to(real_path(workplace)) and typed == SITE:
        raise WrongUsage(
            f"the folder {typed}/ is a link that leads out of this one: {real_path(folder)}",
            f"if that is where the site is to go, say so: -o {real_path(folder)}",
        )
    if any(brief.is_relative_to(folder) for brief in briefs) or workplace.is_relative_to(folder):
        raise WrongUsage(f"{typed} is a folder with briefs in it", "name another for the site: -o site/")
    return folder


def _line(done: JobFinished, workplace: Path) -> str:
    name = shown(done.job.brief, workplace)
    if done.outcome.failed:
        return f"{name}: not set"
    return f"{name}: {counted(done.outcome.pages, 'page')}, {done.seconds:.1f} s"


def _summary(site: PublishedSite, folder: str) -> str:
    """What became of the briefs, and of the files."""
    parts = (
        (site.set_again, "set"),
        (site.briefs - site.set_again, "unchanged"),
        (site.failed, "with errors"),
        (site.held_back, "not final"),
    )
    briefs = ", ".join(f"{number} {what}" for number, what in parts if number > 0)
    files = site.files
    return (
        f"{folder}: {counted(site.briefs, 'brief')}{f' ({briefs})' if briefs else ''}; "
        f"files: {files.written} written, {files.unchanged} unchanged, {files.removed} removed"
    )
