"""Web pages made of briefs, and what can be read off one."""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from lxml import html as markup
from msgspec.structs import replace as with_fields
from setting import ROOT, write_brief

from issuebrief import web
from issuebrief.job import Job
from issuebrief.manuscript import Manuscript
from issuebrief.pipeline.read import read
from issuebrief.resources import SearchPath, search_path
from issuebrief.theming.theme import find_theme

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

THEMES = ("isdp", "policy-note", "report")
REFERENCE = ROOT.parent / "shared/reference/russia-dprk-space/brief.md"
BRIEFS = {
    **{path.parent.name: path for path in sorted(ROOT.glob("content/*/brief.md"))},
    "sample": ROOT / "docs/sample/brief.md",
    **({"reference": REFERENCE} if REFERENCE.is_file() else {}),
}
"""The briefs that are shipped, and the reference brief where there is one."""


class Page:
    """A web page, read back."""

    def __init__(self, content: bytes) -> None:
        self.text = content.decode("utf-8")
        self.root = markup.document_fromstring(self.text)

    def all(self, path: str) -> list[Any]:
        """What an XPath finds."""
        return list(self.root.xpath(path))

    def one(self, path: str) -> Any:
        """The one thing that an XPath finds."""
        (found,) = self.all(path)
        return found

    def css(self, selector: str) -> list[Any]:
        """The elements that have all the classes named, such as `.note-card`."""
        names = selector.strip(".").split(".")
        tests = " and ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in names)
        return self.all(f"//*[{tests}]")

    @cached_property
    def tags(self) -> list[tuple[str, str]]:
        """The `meta` elements, by name or property."""
        return [
            (each.get("name") or each.get("property"), each.get("content"))
            for each in self.all("//meta[@name or @property]")
        ]

    def tag(self, name: str) -> list[str]:
        """All contents of the `meta` elements of a name."""
        return [content for known, content in self.tags if known == name]

    @property
    def data(self) -> dict[str, Any]:
        """The linked data."""
        found: dict[str, Any] = json.loads(self.one("//script[@type='application/ld+json']").text)
        return found

    @property
    def style(self) -> str:
        """The style sheet, without the fonts in it."""
        return re.sub(r"base64,[A-Za-z0-9+/=]+", "base64,", self.one("//style").text)

    @property
    def script(self) -> str:
        """The script."""
        return str(self.one("//script[not(@type)]").text)

    def words(self, element: Any) -> str:
        """The text of an element, without what cannot be seen."""
        return re.sub(r"[\u2060\u200b\u00ad]", "", " ".join(element.text_content().split()))


def manuscript_of(path: Path, theme: str = "", **front: Any) -> tuple[Manuscript, SearchPath]:
    """A brief that has been read, in another theme or with other front matter if need be."""
    place = search_path(ROOT)
    manuscript, problems = read(Job(path, (), place))
    assert manuscript, problems
    look = find_theme(theme, place) if theme else manuscript.theme
    assert look
    brief = with_fields(manuscript.brief, **front) if front else manuscript.brief
    return Manuscript(manuscript.source, brief, manuscript.body, look), place


def made(path: Path, theme: str = "", **front: Any) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The web page of a brief, and what was wrong."""
    manuscript, place = manuscript_of(path, theme, **front)
    return web.make(manuscript, place)


def page_of(folder: Path, body: str, **front: Any) -> Page:
    """The page of a text that has nothing wrong with it."""
    content, problems = made(write_brief(folder, body, **front))
    assert problems == ()
    return Page(content)


def hostile(folder: Path, body: str, **front: Any) -> tuple[Page, list[str]]:
    """The page of a text that has something wrong with it, and the messages."""
    content, problems = made(write_brief(folder, body, **front))
    return Page(content), [problem.message for problem in problems]
