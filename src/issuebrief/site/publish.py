"""The whole path of a series to its site, on one screen.

In:  the paths of briefs, and where the site goes: a `SiteOrder`.
Out: the folder of the site; what became of it: a `PublishedSite`.

    front matter ─ place ─> addresses ─ set ─> PDFs, web pages, EPUBs, cards ──┐
         └─ sort ─> lists ─ fill templates ─> pages, feed, index of the search ┴─ write ─> site/
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from issuebrief.job import Job
from issuebrief.site.addresses import placed
from issuebrief.site.deliverables import make_deliverables, site_job
from issuebrief.site.earlier_versions import RELEASES, SiteOnDisk, earlier_versions
from issuebrief.site.folder.manifest import read_manifest
from issuebrief.site.folder.plan import SiteFolder
from issuebrief.site.folder.write_site import WrittenSite, write_site
from issuebrief.site.looks import logo_files, own_icon
from issuebrief.site.read_briefs import folder_of_all, read_briefs, read_house
from issuebrief.site.site_content import content_of
from issuebrief.site.site_files import site_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.diagnostics.policy import SeverityPolicy
    from issuebrief.pipeline.worker_pool import JobFinished
    from issuebrief.resources import SearchPath


@dataclass(frozen=True)
class SiteOrder:
    """What to publish, into which folder; `store` is where deliverables are kept for the next time.

    A brief may take `seconds`, so many `workers` set briefs side by side; with `force`, all are set again.
    With `in_place` the folder itself stays, and is written file by file.
    """

    paths: Sequence[Path]
    folder: Path
    store: Path
    search_path: SearchPath
    policy: SeverityPolicy
    workers: int = 1
    seconds: float = 120
    force: bool = False
    in_place: bool = False


@dataclass(frozen=True)
class PublishedSite:
    """What became of a site: how many briefs are on it, were set, failed and are not final; its files."""

    briefs: int = 0
    set_again: int = 0
    failed: int = 0
    held_back: int = 0
    files: WrittenSite = field(default_factory=WrittenSite)
    problems: tuple[Diagnostic, ...] = ()


def publish(order: SiteOrder, told: Callable[[JobFinished], None] = lambda _: None) -> PublishedSite:
    """Publish briefs as a site; one that has errors keeps what it had there, and costs the others nothing.

    `told` hears of each brief that was set.
    """
    read = read_briefs(order.paths, order.search_path, order.policy)
    house, of_house = read_house(folder_of_all(order.paths), read, order.search_path, order.policy)
    problems = read.problems + of_house
    if house is None:
        return PublishedSite(problems=problems)
    briefs, found = placed(read.final, house.address)
    problems += found
    jobs = {
        each.path: site_job(
            Job(each.path, (), order.search_path, policy=order.policy), each, house.address, order.store
        )
        for each in briefs
    }
    made = make_deliverables(jobs.values(), order.workers, order.seconds, force=order.force, told=told)
    problems += made.problems
    there = tuple(each for each in briefs if made.made[each.path].names)
    logo, of_logo = logo_files(house.blank, order.search_path)
    publishing = {path: job.publishing for path, job in jobs.items() if job.publishing}
    names = {each.path: _name(each.path, order) for each in there}
    on_disk = _on_disk(order)
    earlier = earlier_versions(there, names, made.failed, on_disk)
    content = content_of(house, there, publishing, made.made, earlier.shown, order.search_path, logo)
    content = replace(content, icon=own_icon(order.folder, on_disk.manifest.files))
    site = site_files(content, there, made.made, earlier)
    problems += order.policy.apply(site.problems)
    counts = PublishedSite(len(there), made.set_again, len(made.failed), len(read.held_back))
    if not site.is_whole:
        return replace(counts, problems=problems)
    owners = {path: _name(owner, order) for path, owner in site.owners.items()}
    broken = {*order.paths} - {*read.held_back} - {each.path for each in there}
    wanted = SiteFolder(
        {**site.files, **of_logo}, owners, earlier.listed, {_name(path, order) for path in broken}
    )
    written = write_site(order.folder, wanted, in_place=order.in_place)
    failed = len({*made.failed, *broken})
    return replace(counts, failed=failed, files=written, problems=problems + written.problems)


def _on_disk(order: SiteOrder) -> SiteOnDisk:
    """What there is of the site and of releases."""
    place = order.search_path.workplace
    return SiteOnDisk(order.folder, read_manifest(order.folder), place / RELEASES if place else None)


def _name(brief: Path, order: SiteOrder) -> str:
    """What a brief is called in the list of files, wherever the project lies."""
    place = order.search_path.workplace
    return brief.relative_to(place).as_posix() if place and brief.is_relative_to(place) else brief.name
