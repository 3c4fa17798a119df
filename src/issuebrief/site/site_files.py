"""All files of a site by their paths.

In:  the content of a site, and the files that were made of its briefs.
Out: bytes, or the file that holds them, by path; problems of templates and fonts.
"""

from __future__ import annotations

import hashlib
import os.path
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error, has_errors
from issuebrief.file_access import MOST_TEXT, read
from issuebrief.metadata.bibtex import bibtex
from issuebrief.metadata.csl_json import csl_json
from issuebrief.metadata.field_words import words_of
from issuebrief.metadata.make_record import record_of
from issuebrief.metadata.ris import ris
from issuebrief.site.entries import NOTE_MARK
from issuebrief.site.feeds import atom, list_of_briefs, robots, search_index, site_map
from issuebrief.site.landing_pages import CITATION_FILES
from issuebrief.site.looks import ICON, icon_file, site_fonts, site_rules
from issuebrief.site.page_facts import FONTS, MARK
from issuebrief.site.pages import make_pages
from issuebrief.site.redirects import redirects_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from issuebrief.resources import SearchPath
    from issuebrief.site.deliverables import MadeFiles
    from issuebrief.site.earlier_versions import EarlierVersions
    from issuebrief.site.model import PlacedBrief
    from issuebrief.site.page_facts import LandingPage, SiteContent

Files = dict[str, "bytes | Path"]
Problems = tuple[Diagnostic, ...]

SCRIPTS = ("site/fonts.js", "site/site.js")
WRITERS = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json}


@dataclass(frozen=True)
class SiteFiles:
    """The files, the briefs that some of them belong to, what is wrong, and whether no page is missing."""

    files: Files
    owners: Mapping[str, Path]
    problems: Problems
    is_whole: bool


def site_files(
    content: SiteContent,
    briefs: Sequence[PlacedBrief],
    made: Mapping[Path, MadeFiles],
    earlier: EarlierVersions,
) -> SiteFiles:
    """The files of the whole site."""
    files: Files = dict(earlier.files)
    owners: dict[str, Path] = dict(earlier.owners)
    for placed, landing in zip(briefs, content.landings, strict=True):
        own = made[placed.path]
        of_brief: Files = {placed.address.folder + name: own.folder / name for name in own.names}
        of_brief |= _citation_files(landing)
        files |= of_brief
        owners |= dict.fromkeys((*of_brief, placed.address.file), placed.path)
    files |= _lists(content)
    redirects = redirects_of(briefs, content.house.address, owners)
    files |= {path: files[pdf] for path, pdf in redirects.copies.items() if pdf in files}
    owners |= redirects.owners
    if redirects.rules:
        files["_redirects"] = ("\n".join(redirects.rules) + "\n").encode()
    pages = make_pages(replace(content, redirects=redirects.pages))
    looks, by_page, problems = _looks(content, pages.files)
    mark = hashlib.sha256(b"\0".join(looks[path] for path in sorted(looks))).hexdigest()[:8]
    marked = {
        path: page.replace(MARK.encode(), mark.encode()).replace(FONTS.encode(), " ".join(fonts).encode())
        for (path, page), fonts in zip(pages.files.items(), by_page, strict=True)
    }
    problems = (*pages.problems, *problems)
    return SiteFiles(
        {**files, **looks, **marked}, owners, (*redirects.problems, *problems), not has_errors(problems)
    )


def _citation_files(landing: LandingPage) -> Files:
    manuscript = landing.manuscript
    if landing.publishing.address and not manuscript.brief.url:
        from msgspec.structs import replace as with_values

        manuscript = replace(manuscript, brief=with_values(manuscript.brief, url=landing.publishing.address))
    record = record_of(manuscript)
    base = landing.entry.folder + landing.entry.stem
    return {base + CITATION_FILES[kind][1]: write(record) for kind, write in WRITERS.items()}


def _lists(content: SiteContent) -> Files:
    """The files for programs: feed, site map, rules for crawlers, list of briefs, index of the search."""
    house = content.house
    changed = {each.entry.page: _changed(each) for each in content.landings}
    downloads = {each.entry.page: each.downloads for each in content.landings}
    texts = {each.entry.page: _text(each) for each in content.landings}
    files: Files = {
        "robots.txt": robots(house.address),
        "index.json": list_of_briefs(content.entries, house.address, downloads, changed),
        "assets/search-index.js": search_index([each.entry for each in content.landings], texts),
    }
    if not house.address:
        return files
    lists = (*content.years, *content.authors, *content.topics)
    above = [page for page, some in (("authors/", content.authors), ("topics/", content.topics)) if some]
    days = {"": "", **changed, **dict.fromkeys([*above, *(each.page for each in lists)], "")}
    return files | {
        "feed.xml": atom(house.title, house.address, house.lang, content.entries, changed),
        "sitemap.xml": site_map(house.address, days),
    }


def _changed(landing: LandingPage) -> str:
    """The day on which a brief was changed last."""
    brief = landing.manuscript.brief
    days = (brief.date, brief.updated, *(each.date for each in brief.corrections))
    return max(day for day in days if day).isoformat()


def _text(landing: LandingPage) -> str:
    brief = landing.manuscript.brief
    return " ".join(words_of(NOTE_MARK.sub("", text), brief) for text in (brief.abstract, *brief.key_points))


def _looks(
    content: SiteContent, pages: Mapping[str, bytes]
) -> tuple[dict[str, bytes], tuple[tuple[str, ...], ...], Problems]:
    """The style sheet, its fonts and the scripts, and the names of the fonts that each page begins with."""
    house, search_path = content.house, content.search_path
    rules = site_rules(house.blank, search_path)
    fonts = site_fonts(house.blank, search_path, rules, [page.decode("utf-8") for page in pages.values()])
    files = {**fonts.files, ICON: icon_file(house.blank), "assets/site.css": (fonts.rules + rules).encode()}
    problems = fonts.problems
    for name in SCRIPTS:
        files[f"assets/{name.rpartition('/')[2]}"], found = _script(name, search_path)
        problems += found
    return files, fonts.by_page, problems


def _script(name: str, search_path: SearchPath) -> tuple[bytes, Problems]:
    """A script of the site, from the first folder of templates that has it."""
    paths = [folder / name for folder in search_path.templates]
    path = next((path for path in paths if os.path.lexists(path)), None)
    if path is None:
        return b"", (error("template.missing", f"there is no “{name}”", SourceRange(paths[-1])),)
    try:
        return read(path, search_path.templates, MOST_TEXT), ()
    except OSError as fault:
        message = f"the template {name} cannot be read: {fault.strerror or fault}"
        return b"", (error("template.unreadable", message, SourceRange(path)),)
