"""The PDFs of earlier versions of briefs.

In:  briefs with their files, the list of what the site has had, the releases of the project.
Out: for each brief its earlier versions, each with the file that holds its PDF, and the new list.

A version is known by `version:` in the front matter, or by `updated:`. When either changes, the PDF that was
published until then is kept. What somebody deletes from the folder is not missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief import file_access
from issuebrief.l10n import long_date, words
from issuebrief.markdown_body import plain
from issuebrief.site.folder.manifest import KeptVersion
from issuebrief.site.folder.plan import bytes_of
from issuebrief.site.model import EarlierVersion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from issuebrief.site.folder.manifest import Manifest
    from issuebrief.site.model import PlacedBrief

FOLDER = "versions/"
"""The folder of these PDFs, in that of the files of the brief."""
RELEASES = "releases"
"""The folder of a project in which `issuebrief release` puts releases."""
UNSAFE = re.compile(r"[^A-Za-z0-9.+_]+")
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True)
class SiteOnDisk:
    """The folder of a site with the list of what it holds, and the folder of releases, if there is one."""

    folder: Path
    manifest: Manifest
    releases: Path | None


@dataclass(frozen=True)
class EarlierVersions:
    """Earlier versions by brief, their files by path, and what the list is to say, by the names of briefs."""

    shown: Mapping[Path, tuple[EarlierVersion, ...]]
    files: Mapping[str, bytes | Path]
    owners: Mapping[str, Path]
    listed: Mapping[str, tuple[KeptVersion, ...]]


def earlier_versions(
    briefs: Sequence[PlacedBrief],
    names: Mapping[Path, str],
    failed: Collection[Path],
    site: SiteOnDisk,
) -> EarlierVersions:
    """The earlier versions of all briefs; one that `failed` to be set still has the version from before."""
    shown: dict[Path, tuple[EarlierVersion, ...]] = {}
    files: dict[str, bytes | Path] = {}
    owners: dict[str, Path] = {}
    listed: dict[str, tuple[KeptVersion, ...]] = {}
    for placed in briefs:
        before = site.manifest.versions.get(names[placed.path], ())
        current = before[0] if before and placed.path in failed else _published(placed)
        found: dict[str, tuple[KeptVersion, bytes | Path]] = {}
        for version, content in (*_on_site(before, current, placed, site), *_released(placed, current, site)):
            path = f"{placed.address.folder}{FOLDER}{placed.address.stem}-{_mark(version)}.pdf"
            found.setdefault(path, (version._replace(path=path), content))
        ordered = sorted(found.values(), key=lambda each: each[0].day, reverse=True)
        shown[placed.path] = tuple(_shown(version, content, placed) for version, content in ordered)
        files |= {version.path: content for version, content in ordered}
        owners |= dict.fromkeys(found, placed.path)
        listed[names[placed.path]] = (current, *(version for version, _ in ordered))
    return EarlierVersions(shown, files, owners, listed)


def _published(placed: PlacedBrief) -> KeptVersion:
    brief, address = placed.manuscript.brief, placed.address
    day = brief.updated or brief.date
    version = plain(str(brief.version), brief)
    return KeptVersion(version, day.isoformat(), f"{address.folder}{address.stem}.pdf")


def _on_site(
    before: Iterable[KeptVersion], current: KeptVersion, placed: PlacedBrief, site: SiteOnDisk
) -> Iterator[tuple[KeptVersion, bytes | Path]]:
    """The other versions that the site has had; the file of the last one is about to be written over."""
    is_dated = placed.manuscript.brief.updated is not None
    for number, version in enumerate(before):
        is_same = version.version == current.version and (
            bool(version.version) or not is_dated or version.day == current.day
        )
        path = site.folder / version.path
        if is_same or not path.is_file():
            continue
        if file_access.digest(path, (path.parent,)) == site.manifest.files[version.path].checksum:
            yield version, path if number else bytes_of(path)


def _released(
    placed: PlacedBrief, current: KeptVersion, site: SiteOnDisk
) -> Iterator[tuple[KeptVersion, Path]]:
    """The versions of which the project has releases, if the brief says which one it is itself."""
    releases, stem = site.releases, placed.address.stem
    if not current.version or not releases or not releases.is_dir():
        return
    name = placed.path.parent.name if placed.path.name.startswith("brief.") else stem
    for folder in sorted(releases.iterdir()):
        if not folder.name.startswith(f"{name}-"):
            continue
        told = _bag_info(folder)
        version, day, pdf = told.get("Release-Version", ""), told.get("Bagging-Date", ""), f"data/{stem}.pdf"
        is_earlier = version != current.version and day <= current.day and DAY.fullmatch(day)
        if folder.name == f"{name}-{version}" and is_earlier and file_access.is_file(folder / pdf, (folder,)):
            yield KeptVersion(version, day, pdf), folder / pdf


def _bag_info(folder: Path) -> dict[str, str]:
    """What a release says of itself; nothing where it is none."""
    try:
        text = file_access.read(folder / "bag-info.txt", (folder,), file_access.MOST_TEXT).decode("utf-8")
    except (OSError, ValueError):
        return {}
    parted = (line.partition(": ") for line in text.splitlines())
    return {name: value.strip() for name, _, value in parted}


def _mark(version: KeptVersion) -> str:
    """What tells the file of a version from others, in its name."""
    return UNSAFE.sub("-", version.version).strip("-.")[:40] or version.day


def _shown(version: KeptVersion, content: bytes | Path, placed: PlacedBrief) -> EarlierVersion:
    brief = placed.manuscript.brief
    labels = words(brief.lang, brief.labels)
    day = long_date(date.fromisoformat(version.day), labels)
    size = content.stat().st_size if isinstance(content, Path) else len(content)
    name = f"{labels.version} {version.version}" if version.version else day
    return EarlierVersion(name, day if version.version else "", version.day, version.path, size)
