"""Where each brief is on a site, for good.

In:  briefs that have been read, in order, and the address of the site.
Out: each brief with its `SiteAddress`, `2023/moon/` unless its front matter has a `url` on the site; and
     problems: an address that two want, or that is not on the site. A brief without an address is left out.
"""

from __future__ import annotations

import os.path
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.frontmatter.edition_files import edition_tag
from issuebrief.frontmatter.read import locate
from issuebrief.project.workspace import title_of
from issuebrief.site.model import PlacedBrief, SiteAddress
from issuebrief.site.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.manuscript import Manuscript

PAGES = (".html", ".htm")
RESERVED = re.compile(
    r"(?:(?:authors|topics|assets)(?:/.*)?|[0-9]{4}/?|index\.html|404\.html|)", re.IGNORECASE
)
"""What the site itself has pages or files at."""
INDEX = "index.html"


def placed(
    briefs: Iterable[tuple[Path, Manuscript]], site: str
) -> tuple[tuple[PlacedBrief, ...], tuple[Diagnostic, ...]]:
    """The briefs with their addresses; the first that wants one has it."""
    found: list[PlacedBrief] = []
    problems: list[Diagnostic] = []
    owners: dict[str, Path] = {}
    folders: dict[Path, str] = {}
    for path, manuscript in briefs:
        own, mistakes = _own(manuscript, site)
        problems += mistakes
        group = path.parent if path.name == "brief.md" or edition_tag(path) else path
        if group not in folders:
            folders[group] = own or f"{manuscript.brief.date.year:04}/{slug(_name(path))}/"
            page = folders[group]
        else:
            page = own or _folder(folders[group]) + f"{manuscript.brief.lang.lower()}/"
        address = SiteAddress(page, file_of(page), _folder(folders[group]), title_of(path))
        owner = owners.setdefault(address.file.casefold(), path)
        if group is path or page == folders[group]:
            owner = owners.setdefault(address.folder.casefold(), owner if owner != path else path)
        if owner != path:
            problems.append(_taken(manuscript, page, owner))
        else:
            found.append(PlacedBrief(path, manuscript, address))
    return tuple(found), tuple(problems)


def file_of(page: str) -> str:
    """The file of a page on a site."""
    return page + INDEX if page.endswith("/") or not page else page


def path_on_site(address: str, site: str) -> str | None:
    """The path of an address on a site; None if it is not on it, or is no path that a file can have."""
    if "://" in address:
        if not site or not f"{address}/".startswith(site):
            return None
        address = address[len(site) :]
    parts = urlsplit(address.lstrip("/"))
    path = unquote(parts.path)
    steps = path.split("/")
    is_sound = not parts.query and not parts.fragment and not parts.scheme
    if not is_sound or any(step.startswith(".") or not step for step in steps[:-1]) or "\\" in path:
        return None
    return None if steps[-1].startswith(".") or any(ord(sign) < 32 for sign in path) else path


def page_at(path: str) -> str:
    """The page at a path: a path without an ending is that of a folder."""
    return path if not path or path.endswith(("/", *PAGES)) else f"{path}/"


def _own(manuscript: Manuscript, site: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The page that a brief's own `url` names, if that is on the site."""
    brief, source = manuscript.brief, manuscript.source
    if not brief.url or not site:
        return "", ()
    place = locate(source, "url")
    path = path_on_site(brief.url, site)
    if path is None:
        message = f"{brief.url} is not on the site, whose address is {site}"
        hint = "the brief gets a page on the site too, which names this address as the original"
        return "", (warning("site.elsewhere", message, place, hint, source.line(place.line)),)
    page = page_at(path)
    if RESERVED.fullmatch(page):
        message = f"{brief.url} is an address that the site needs itself"
        hint = f"remove the key url: the page is then {brief.date.year}/NAME/"
        return "", (error("site.address-taken", message, place, hint, source.line(place.line)),)
    return page, ()


def _folder(page: str) -> str:
    """The folder of the files of a brief, whose page is beside it or in it."""
    return page if page.endswith("/") else page.rpartition(".")[0] + "/"


def _name(path: Path) -> str:
    """The name that a brief goes by, without its language."""
    return path.parent.name if path.name == "brief.md" or edition_tag(path) else path.stem


def _taken(manuscript: Manuscript, page: str, owner: Path) -> Diagnostic:
    source = manuscript.source
    place = locate(source, "url") if manuscript.brief.url else locate(source, "title")
    other = Path(os.path.relpath(owner, source.path.parent)).as_posix()
    message = f"the address {page} on the site belongs to {other}"
    hint = "give this brief another url, or its folder another name"
    return error("site.address-taken", message, place, hint, source.line(place.line))
