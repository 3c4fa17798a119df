"""A series as a site: all that a reader finds in the folder, and what a second run does."""

from __future__ import annotations

import datetime
import hashlib
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import Image
from setting import told, write_brief
from site_project import ADDRESS, publish_in, write_series
from web_pages import Page

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.site.publish import PublishedSite

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, PublishedSite]:
    folder = write_series(tmp_path_factory.mktemp("series"))
    return folder, publish_in(folder)


@pytest.fixture
def site(project: tuple[Path, PublishedSite]) -> Path:
    return project[0] / "site"


def page_at(site: Path, path: str) -> Page:
    return Page((site / path).read_bytes())


def test_each_final_brief_is_on_the_site_and_drafts_are_not(project: tuple[Path, PublishedSite]) -> None:
    folder, done = project
    assert (done.briefs, done.set_again, done.failed, done.held_back) == (3, 3, 0, 1)
    assert told(done.problems)[0] == "brief.md:6 site.held-back"
    assert {problem.code for problem in done.problems} == {"site.held-back"}
    assert not list((folder / "site").glob("**/salt*"))
    first = page_at(folder / "site", "index.html")
    assert [first.words(each) for each in first.all("//h1 | //h2[@id='newest'] | //h4")] == [
        "Harbour Papers",
        "On Ferries",
        "The Tide & the Table",
    ]


def test_the_page_of_a_brief_has_all_that_a_reader_may_take_away(site: Path) -> None:
    page = page_at(site, "2023/tide/index.html")
    text = page.words(page.one("//main"))
    for part in ("The sea does not read.", "One quay is enough.", "How to cite", "Pages: 1", "1 May 2023"):
        assert part in text
    links = page.all("//main//a/@href")
    for name in ("tide.pdf", "tide.html", "tide.epub", "tide.bib", "tide.ris", "tide.csl.json"):
        assert f"../../2023/tide/{name}" in links
        assert (site / "2023/tide" / name).stat().st_size > 100
    assert not list(site.glob("**/*-press.pdf"))
    assert page.tag("citation_pdf_url") == [f"{ADDRESS}2023/tide/tide.pdf"]
    assert page.tag("og:image") == [f"{ADDRESS}2023/tide/tide-card.png"]
    assert page.data["url"] == page.one("//link[@rel='canonical']/@href") == f"{ADDRESS}2023/tide/"
    assert [each["encodingFormat"] for each in page.data["encoding"]] == [
        "application/pdf",
        "text/html",
        "application/epub+zip",
    ]
    newer = page.words(page.css(".newer")[0])
    assert newer == "There is a newer version: On Ferries"


def test_every_link_leads_to_a_file_of_the_site(site: Path) -> None:
    for path in site.glob("**/*.html"):
        page = Page(path.read_bytes())
        for address in page.all("//a/@href | //img/@src | //link[@rel='stylesheet']/@href | //script/@src"):
            if "://" in address or address.startswith(("mailto:", "#", "data:")) or path.name == "404.html":
                continue
            target = (path.parent / address.partition("?")[0].partition("#")[0]).resolve()
            assert target.is_file() or (target / "index.html").is_file(), (path, address)


def test_the_files_of_a_brief_know_its_page(site: Path) -> None:
    with pikepdf.open(site / "2023/tide/tide.pdf") as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:identifier"] == f"{ADDRESS}2023/tide/"
    page = page_at(site, "2023/tide/tide.html")
    assert page.all("//nav[@class='publishing']/a/@href") == ["./", "tide.pdf"]
    assert page.one("//link[@rel='canonical']/@href") == f"{ADDRESS}2023/tide/"
    assert "2023/tide/" in (site / "2023/tide/tide.bib").read_text("utf-8")


def test_cards_have_the_sizes_that_link_previews_ask_for(site: Path) -> None:
    sizes = {}
    for name in ("card", "square"):
        with Image.open(site / f"2024/ferry/ferry-{name}.png") as picture:
            sizes[name] = picture.size
            colours = picture.convert("RGB").getcolors(100_000)
        assert colours
        assert max(colours)[1] == (0x12, 0x30, 0x4F)
        assert len(colours) > 20
    assert sizes == {"card": (1200, 630), "square": (1200, 1200)}


def test_an_edition_in_another_language_has_a_page_in_it(site: Path) -> None:
    page = page_at(site, "2024/ferry/sv/index.html")
    assert page.one("/html/@lang") == "sv"
    assert page.words(page.css(".house")[0]) == "Institutet för hamnar"
    assert [page.words(each) for each in page.all("//nav//a")][:3] == ["Publikationer", "Författare", "Ämnen"]
    assert page.all("//ul[@class='editions']//a/@href") == ["../../../2024/ferry/"]
    assert page.all("//link[@rel='alternate'][@hreflang]/@hreflang") == ["en-GB", "sv"]
    assert (site / "2024/ferry/ferry-sv.pdf").is_file()


def test_lists_have_each_brief_once(site: Path) -> None:
    assert len(page_at(site, "2024/index.html").css(".entry")) == 1
    assert page_at(site, "2023/index.html").all("//li[@class='entry']//a/@href") == ["../2023/tide/"]
    assert len(page_at(site, "authors/jane-doe/index.html").css(".entry")) == 2
    assert len(page_at(site, "authors/asa-oberg/index.html").css(".entry")) == 1
    assert len(page_at(site, "topics/ferries/index.html").css(".entry")) == 2
    page = page_at(site, "authors/index.html")
    assert page.words(page.css(".columns")[0]) == "Jane Doe 2 Åsa Öberg 1"


def test_feed_site_map_and_list_name_every_brief_by_its_address(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
    assert [each.findtext(f"{ATOM}title") for each in feed.findall(f"{ATOM}entry")] == [
        "On Ferries",
        "The Tide & the Table: How it goes",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2024-05-01T00:00:00Z"
    addresses = [each.text for each in ElementTree.parse(site / "sitemap.xml").getroot().iter() if each.text]
    assert {f"{ADDRESS}2024/ferry/", f"{ADDRESS}2024/ferry/sv/", f"{ADDRESS}2023/"} <= set(addresses)
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    briefs = json.loads((site / "index.json").read_bytes())["briefs"]
    assert [each["url"] for each in briefs] == [f"{ADDRESS}2024/ferry/", f"{ADDRESS}2023/tide/"]


def test_former_addresses_lead_to_the_brief(site: Path) -> None:
    page = page_at(site, "old/tide.html")
    assert page.one("//meta[@http-equiv='refresh']/@content") == "0; url=../2023/tide/"
    assert (site / "files/tide-old.pdf").read_bytes() == (site / "2023/tide/tide.pdf").read_bytes()
    assert (site / "_redirects").read_text("utf-8").splitlines() == [
        "/papers/old/tide.html /papers/2023/tide/ 301",
        "/papers/files/tide-old.pdf /papers/2023/tide/tide.pdf 301",
    ]


def test_a_second_run_changes_nothing_and_a_broken_brief_keeps_its_pages(
    project: tuple[Path, PublishedSite],
) -> None:
    folder, done = project
    again = publish_in(folder)
    assert (again.set_again, again.files.written, again.files.removed) == (0, 0, 0)
    assert again.files.unchanged == done.files.written
    before = (folder / "site/2023/tide/tide.pdf").read_bytes()
    brief = folder / "content/tide/brief.md"
    sound = brief.read_text("utf-8")
    brief.write_text(sound.replace("date: 2023-05-01", "date: whenever"), "utf-8")
    broken = publish_in(folder)
    assert (broken.failed, broken.briefs) == (1, 2)
    assert (folder / "site/2023/tide/tide.pdf").read_bytes() == before
    assert (folder / "site/2023/tide/index.html").is_file()
    brief.write_text(sound, "utf-8")
    assert publish_in(folder).set_again == 0


def test_the_pdf_of_an_earlier_version_is_kept_until_somebody_deletes_it(tmp_path: Path) -> None:
    text = "The ferry leaves at six."
    front = {"title": "On Ferries", "date": datetime.date(2024, 5, 1)}
    brief = write_brief(tmp_path / "content/ferry", text, **front)
    site, folder = tmp_path / "site", tmp_path / "site/2024/ferry"

    def links_to_versions() -> list[str]:
        links = page_at(site, "2024/ferry/index.html").all("//ul[@class='versions']//a/@href")
        return [link.removeprefix("../../2024/ferry/versions/") for link in links]

    publish_in(tmp_path)
    assert links_to_versions() == []
    first = (folder / "ferry.pdf").read_bytes()
    write_brief(brief.parent, text, **front, version="2.0 b", updated=datetime.date(2024, 6, 1))
    publish_in(tmp_path)
    assert links_to_versions() == ["ferry-2024-05-01.pdf"]
    assert (folder / "versions/ferry-2024-05-01.pdf").read_bytes() == first
    release = tmp_path / "releases/ferry-1.5"
    (release / "data").mkdir(parents=True)
    (release / "data/ferry.pdf").write_bytes(b"%PDF-1.7")
    (release / "bag-info.txt").write_text("Bagging-Date: 2024-05-20\nRelease-Version: 1.5\n")
    write_brief(brief.parent, text, **front, version="3", updated=datetime.date(2024, 7, 1))
    publish_in(tmp_path)
    assert links_to_versions() == ["ferry-2.0-b.pdf", "ferry-1.5.pdf", "ferry-2024-05-01.pdf"]
    page = page_at(site, "2024/ferry/index.html")
    assert page.words(page.all("//ul[@class='versions']/li")[0]).startswith(
        "Version 2.0 b · 1 June 2024 (PDF, "
    )
    (folder / "versions/ferry-2024-05-01.pdf").unlink()
    again = publish_in(tmp_path)
    assert (again.set_again, again.files.written, again.problems[-1].code) == (0, 1, "site.no-address")
    assert links_to_versions() == ["ferry-2.0-b.pdf", "ferry-1.5.pdf"]
    brief.write_text(brief.read_text("utf-8").replace("version: '3'", "version: '4'") + "\n![](gone.png)\n")
    assert publish_in(tmp_path).failed == 1
    assert links_to_versions() == ["ferry-2.0-b.pdf", "ferry-1.5.pdf"]


def test_another_folder_gets_the_same_bytes(project: tuple[Path, PublishedSite], tmp_path: Path) -> None:
    folder, _ = project
    first = publish_in(folder)
    assert first.problems
    other = write_series(tmp_path / "other")
    for name in ("build", "site"):
        assert not (other / name).exists()
    publish_in(other, "content/ferry")
    for name in ("ferry.pdf", "ferry.html", "ferry-card.png"):
        one, two = (
            hashlib.sha256((place / "site/2024/ferry" / name).read_bytes()).hexdigest()
            for place in (folder, other)
        )
        assert one == two
