"""A small series of briefs, and the site that is made of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import yaml
from setting import SMALL_PICTURES, write_brief

from issuebrief.project.workspace import briefs_of
from issuebrief.resources import search_path
from issuebrief.site.publish import PublishedSite, SiteOrder, publish

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://briefs.example.org/papers/"
INSTITUTE = {
    "name": "Institute for Harbours",
    "url": "https://example.org",
    "about": "It studies *harbours*.",
    "lang": "en-GB",
    "series": "Harbour Paper",
    "site": {"address": ADDRESS, "title": "Harbour Papers"},
}
TEXT = "The ferry leaves at six, and the harbour is still dark."


def write_series(folder: Path, **institute: Any) -> Path:
    """A project with three briefs, one of them in two languages."""
    content = folder / "content"
    write_brief(
        content / "tide",
        TEXT,
        title="The *Tide* & the Table",
        subtitle="How [it](https://example.org) goes",
        date=datetime.date(2023, 5, 1),
        authors=[{"name": "Jane Doe", "orcid": "0000-0002-1825-0097"}, {"name": "Åsa Öberg"}],
        abstract="The **sea** does not read.",
        key_points=["One quay is enough."],
        keywords=["tides", "ferries"],
        number="1/2023",
        former_addresses=["/old/tide.html", "/files/tide-old.pdf"],
    )
    write_brief(
        content / "ferry",
        TEXT,
        title="On Ferries",
        date=datetime.date(2024, 5, 1),
        authors=[{"name": "Jane Doe", "orcid": "0000-0002-1825-0097"}],
        keywords=["ferries"],
        number="1/2024",
        supersedes="Harbour Paper No. 1/2023",
    )
    write_brief(content / "salt", TEXT, title="Salt", date=datetime.date(2024, 2, 1), draft=True)
    translation = write_brief(content / "ferry-sv", TEXT, title="Om färjor", date=datetime.date(2024, 5, 1))
    translation.rename(content / "ferry/brief.sv.md")
    (content / "publisher.yaml").write_text(yaml.safe_dump({**INSTITUTE, **institute}), "utf-8")
    (content / "publisher.sv.yaml").write_text("name: Institutet för hamnar\nabout: Hamnar.\n", "utf-8")
    return folder


def publish_in(folder: Path, *paths: str) -> PublishedSite:
    """Publish the briefs of a project into its `site/`, in this process."""
    return publish(
        SiteOrder(
            briefs_of(paths, folder), folder / "site", folder / "build", search_path(folder), SMALL_PICTURES
        )
    )
