"""Addresses that briefs had before, and where they lead now.

In:  briefs with their addresses, and the paths that are in use.
Out: a page at each former address that leads on, the PDF itself at one that was a PDF's, and rules for
     servers that read `_redirects`; problems: an address that is not on the site, or that is in use.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.frontmatter.read import locate
from issuebrief.site.addresses import PAGES, RESERVED, file_of, page_at, path_on_site

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from issuebrief.site.model import PlacedBrief


@dataclass(frozen=True)
class Redirects:
    """Files at former addresses: those of pages with the page that each leads to, those of PDFs with the PDF.

    `rules` are the lines of `_redirects`, `owners` the briefs that files belong to.
    """

    pages: dict[str, str] = field(default_factory=dict)
    copies: dict[str, str] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    owners: dict[str, Path] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()


def redirects_of(briefs: Sequence[PlacedBrief], site: str, in_use: Collection[str]) -> Redirects:
    """What to put at the former addresses of briefs; files at paths `in_use` stay."""
    taken = {path.casefold() for path in in_use}
    pages: dict[str, str] = {}
    copies: dict[str, str] = {}
    rules: list[str] = []
    owners: dict[str, Path] = {}
    problems: list[Diagnostic] = []
    root = urlsplit(site).path or "/"
    for placed in briefs:
        for number, given in enumerate(placed.manuscript.brief.former_addresses):
            path = path_on_site(given, site)
            file = _file_at(path) if path else ""
            if not path:
                problems.append(_no_path(placed, number, given, site))
                continue
            if file.casefold() in taken or RESERVED.fullmatch(path):
                problems.append(_in_use(placed, number, given))
                continue
            taken.add(file.casefold())
            owners[file] = placed.path
            pdf = f"{placed.address.folder}{placed.address.stem}.pdf"
            target = pdf if path.lower().endswith(".pdf") else placed.address.page
            if path.lower().endswith(".pdf"):
                copies[file] = pdf
            elif file.endswith(PAGES):
                pages[file] = placed.address.page
            else:
                problems.append(_only_by_rule(placed, number, given))
            rules.append(f"{root}{quote(path)} {root}{quote(target)} 301")
    return Redirects(pages, copies, tuple(rules), owners, tuple(problems))


def _file_at(path: str) -> str:
    """The file at a former address: that of a page, unless its name has another ending."""
    name = path.rpartition("/")[2]
    return path if "." in name else file_of(page_at(path))


def _no_path(placed: PlacedBrief, number: int, given: str, site: str) -> Diagnostic:
    source = placed.manuscript.source
    place = locate(source, "former_addresses", number)
    message = f"“{given}” is no address on the site"
    hint = "write a path from the site's first page, such as /papers/moon.html"
    hint += f", or an address below {site}" if site else ""
    return error("site.former-address", message, place, hint, source.line(place.line))


def _in_use(placed: PlacedBrief, number: int, given: str) -> Diagnostic:
    source = placed.manuscript.source
    place = locate(source, "former_addresses", number)
    message = f"“{given}” is in use: another page or file of the site is there"
    return error(
        "site.former-address",
        message,
        place,
        "remove it here, or in the other brief",
        source.line(place.line),
    )


def _only_by_rule(placed: PlacedBrief, number: int, given: str) -> Diagnostic:
    source = placed.manuscript.source
    place = locate(source, "former_addresses", number)
    message = f"“{given}” leads on only where the server reads the file _redirects"
    hint = "on other servers, write a rule for it: pages stand at addresses of folders and of .html files"
    return warning("site.only-by-rule", message, place, hint, source.line(place.line))
