"""Editions of a brief lead to each other: on page 1, on the web, and in what files say of themselves."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pikepdf
from pdf_facts import Facts
from setting import write_brief

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


def editions(workplace: Path) -> Path:
    """An English original, a French and a Swedish edition, built; the folder of what was made."""
    folder = workplace / "content/moon"
    for tag, title, url in (("fr", "Sur la Lune", "https://example.org/lune"), ("sv", "Om månen", None)):
        write_brief(folder, "Text.", title=title, url=url).rename(folder / f"brief.{tag}.md")
    write_brief(folder, "Text.", title="On the Moon", url="https://example.org/moon")
    assert main(["build", "--for", "screen,web"]) == 0
    return workplace / "build"


def test_one_build_makes_all_and_they_lead_to_each_other(workplace: Path) -> None:
    made = editions(workplace)
    assert sorted(path.name for path in made.glob("moon*.*")) == [
        "moon-fr.html", "moon-fr.pdf", "moon-sv.html", "moon-sv.pdf", "moon.html", "moon.pdf",
    ]  # fmt: skip
    for name in ("moon", "moon-fr", "moon-sv"):
        assert "English · français · svenska" in Facts(made / f"{name}.pdf").text.replace("\n", " ")
    with pikepdf.open(made / "moon-sv.pdf") as pdf:
        links = {str(link.A.URI) for link in pdf.pages[0].Annots if "/A" in link and "/URI" in link.A}
        # A PDF may lie anywhere, so that it leads only to addresses.
        assert links == {"https://example.org/moon", "https://example.org/lune"}
        with pdf.open_metadata() as metadata:
            assert set(metadata["dc:relation"]) == links


def test_a_web_page_names_the_editions_to_readers_and_to_search_engines(workplace: Path) -> None:
    page = (editions(workplace) / "moon.html").read_text("utf-8")
    assert '<strong lang="en-GB">English</strong>' in page
    assert re.search(r'<a [^>]*href="moon-sv.html"[^>]*>svenska</a>', page)
    alternates = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page)
    assert alternates == [
        ("en-GB", "https://example.org/moon"),
        ("x-default", "https://example.org/moon"),
        ("fr", "https://example.org/lune"),
        ("sv", "moon-sv.html"),
    ]
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert [each["inLanguage"] for each in json.loads(data)["workTranslation"]] == ["fr", "sv"]
