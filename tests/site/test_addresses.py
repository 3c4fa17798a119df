"""Where briefs are on a site, and what leads to them from where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from setting import SMALL_PICTURES, write_brief

from issuebrief.resources import search_path
from issuebrief.site.addresses import path_on_site, placed
from issuebrief.site.read_briefs import read_briefs
from issuebrief.site.redirects import redirects_of

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.site.model import PlacedBrief

SITE = "https://example.org/papers/"


def placed_in(folder: Path, **briefs: dict[str, Any]) -> tuple[tuple[PlacedBrief, ...], list[str]]:
    paths = [write_brief(folder / name, "Text.", **front) for name, front in briefs.items()]
    read = read_briefs(paths, search_path(folder), SMALL_PICTURES)
    assert read.problems == ()
    found, problems = placed(read.final, SITE)
    return found, [problem.code for problem in problems]


def test_a_brief_is_at_its_year_and_folder_or_where_its_url_says(tmp_path: Path) -> None:
    found, problems = placed_in(
        tmp_path,
        Moon={},
        sun={"url": f"{SITE}space/sun.html"},
        mars={"url": f"{SITE}space/mars"},
        venus={"url": "https://elsewhere.org/venus"},
    )
    assert [(each.address.page, each.address.file, each.address.folder) for each in found] == [
        ("2024/moon/", "2024/moon/index.html", "2024/moon/"),
        ("space/sun.html", "space/sun.html", "space/sun/"),
        ("space/mars/", "space/mars/index.html", "space/mars/"),
        ("2024/venus/", "2024/venus/index.html", "2024/venus/"),
    ]
    assert problems == ["site.elsewhere"]


def test_the_second_brief_that_wants_an_address_is_told(tmp_path: Path) -> None:
    found, problems = placed_in(
        tmp_path,
        **{
            "a/moon": {},
            "b/moon": {},
            "sun": {"url": f"{SITE}2024/moon/"},
            "mars": {"url": f"{SITE}authors/"},
        },
    )
    assert [each.path.parent.parent.name for each in found] == ["a", tmp_path.name]
    assert problems == ["site.address-taken", "site.address-taken", "site.address-taken"]


def test_paths_that_no_file_of_the_site_can_have_are_refused() -> None:
    assert path_on_site(f"{SITE}a/b%20c.html", SITE) == "a/b c.html"
    assert path_on_site("/a/", SITE) == "a/"
    for address in (
        f"{SITE}../x",
        "https://example.org/x",
        f"{SITE}a?b=c",
        "/.htaccess",
        "a/..",
        "a//b",
        "a\\b",
    ):
        assert path_on_site(address, SITE) is None


def test_former_addresses_in_use_or_elsewhere_are_told(tmp_path: Path) -> None:
    found, _ = placed_in(
        tmp_path,
        moon={
            "former_addresses": [
                "/a.html",
                "b",
                "/old.pdf",
                "/c.php",
                "https://other.org/",
                "/authors/",
                "a.html",
            ]
        },
    )
    redirects = redirects_of(found, SITE, {"2024/moon/moon.pdf"})
    assert redirects.pages == {"a.html": "2024/moon/", "b/index.html": "2024/moon/"}
    assert redirects.copies == {"old.pdf": "2024/moon/moon.pdf"}
    assert len(redirects.rules) == 4
    assert [(problem.code, problem.severity.name) for problem in redirects.problems] == [
        ("site.only-by-rule", "WARNING"),
        ("site.former-address", "ERROR"),
        ("site.former-address", "ERROR"),
        ("site.former-address", "ERROR"),
    ]
