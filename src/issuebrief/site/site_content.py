"""The content of a site, put together from its briefs and their files.

In:  briefs with their addresses, the jobs that set them, and the files that were made.
Out: `SiteContent`, of which pages are made.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from issuebrief.l10n import words
from issuebrief.markdown_body import plain
from issuebrief.site.cover_files import ENDING, cover_picture
from issuebrief.site.entries import author_pages, downloads_of, entry_of, topic_pages
from issuebrief.site.landing_pages import CITATION_FILES
from issuebrief.site.listings import by_author, by_topic, by_year, in_order, replaced
from issuebrief.site.page_facts import LandingPage, SiteContent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from issuebrief.job import Publishing
    from issuebrief.resources import SearchPath
    from issuebrief.site.deliverables import MadeFiles
    from issuebrief.site.entries import SiteEntry
    from issuebrief.site.looks import SiteLogo
    from issuebrief.site.model import CoverPicture, EarlierVersion, House, PlacedBrief


def content_of(
    house: House,
    briefs: Sequence[PlacedBrief],
    publishing: Mapping[Path, Publishing],
    made: Mapping[Path, MadeFiles],
    versions: Mapping[Path, tuple[EarlierVersion, ...]],
    search_path: SearchPath,
    logo: tuple[SiteLogo, ...],
) -> SiteContent:
    """The content of the site. Of a brief in several languages, lists have the first edition."""
    first = {each.address.folder: each for each in reversed(briefs)}
    listed = [each for each in briefs if first[each.address.folder] is each]
    authors, topics = author_pages(listed), topic_pages(listed)
    entries = {each.path: entry_of(each, authors, topics) for each in briefs}
    ordered = in_order(entries[each.path] for each in listed)
    newer, older = _versions(listed, {each.address.page: entries[each.path] for each in briefs})
    groups: dict[str, list[SiteEntry]] = defaultdict(list)
    for each in briefs:
        groups[each.address.folder].append(entries[each.path])
    landings = tuple(
        LandingPage(
            each.manuscript,
            entries[each.path],
            publishing[each.path],
            downloads_of(each, made[each.path]),
            _cover(each, made[each.path]),
            tuple(groups[each.address.folder]),
            tuple(CITATION_FILES),
            newer.get(each.address.page),
            older.get(each.address.page),
            versions.get(each.path, ()),
        )
        for each in briefs
    )
    own = house.words
    return SiteContent(
        house,
        search_path,
        logo,
        landings,
        ordered,
        by_year(ordered, own.publications),
        by_author(ordered, own.authors),
        by_topic(ordered, own.topics),
    )


def _cover(placed: PlacedBrief, made: MadeFiles) -> CoverPicture | None:
    """The cover, if a file was made of it."""
    name = next((name for name in made.names if name.rpartition(".")[0] == placed.address.stem + ENDING), "")
    return cover_picture(placed.manuscript, placed.address.folder + name) if name else None


def _versions(
    briefs: Sequence[PlacedBrief], entries: Mapping[str, SiteEntry]
) -> tuple[dict[str, SiteEntry], dict[str, SiteEntry]]:
    """The newer version of each brief that is replaced, and the older one of each that replaces it."""
    supersedes: dict[str, str] = {}
    marks: dict[str, tuple[str, ...]] = {}
    for placed in briefs:
        brief = placed.manuscript.brief
        labels = words(brief.lang, brief.labels)
        numbered = f"{brief.series} {labels.issue(brief.number)}" if brief.number and brief.series else ""
        marks[placed.address.page] = (
            plain(brief.title, brief),
            numbered,
            brief.doi or "",
            brief.url or "",
            placed.address.page if "/" in placed.address.page.rstrip("/") else "",
        )
        if brief.supersedes:
            supersedes[placed.address.page] = brief.supersedes
    found = replaced(supersedes, entries, marks)
    newer = {old: entries[new] for new, old in sorted(found.items(), key=lambda pair: entries[pair[0]].iso)}
    return newer, {new: entries[old] for new, old in found.items()}
