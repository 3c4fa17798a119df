"""Pages of an institute elsewhere are called by the names of their networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.frontmatter.keys.social import SocialLink, links_of, mend_social, network_of
from issuebrief.frontmatter.publisher_file import read_publisher

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://mastodon.social/@isdp", "Mastodon"),
        ("https://mastodon.green/@isdp", "Mastodon"),
        ("https://social.example/@isdp", "Fediverse"),
        ("https://www.linkedin.com/company/isdp/", "LinkedIn"),
        ("https://se.linkedin.com/company/isdp", "LinkedIn"),
        ("https://bsky.app/profile/isdp.eu", "Bluesky"),
        ("https://x.com/isdp", "X"),
        ("https://twitter.com/isdp", "X"),
        ("https://www.youtube.com/@isdp", "YouTube"),
        ("https://orcid.org/0000-0002-1825-0097", "ORCID"),
        ("https://ror.org/01abcde23", "ROR"),
        ("https://isdp.substack.com", "Substack"),
        ("https://www.example.org/podcast", "example.org"),
        ("https://notx.com/isdp", "notx.com"),
    ],
)
def test_networks_are_known_by_their_hosts(address: str, name: str) -> None:
    assert network_of(address) == name


def test_names_in_the_fediverse_and_bare_addresses_are_mended() -> None:
    assert mend_social("@isdp@mastodon.social") == "https://mastodon.social/@isdp"
    assert mend_social("linkedin.com/company/isdp") == "https://linkedin.com/company/isdp"
    assert mend_social("@isdp") == ""


def test_addresses_and_names_may_stand_beside_each_other(tmp_path: Path) -> None:
    file = tmp_path / "publisher.yaml"
    file.write_text(
        "name: A\nsocial:\n  - https://x.com/isdp\n  - url: https://isdp.eu/podcast\n    name: Podcast\n"
    )
    found, problems = read_publisher(tmp_path)
    assert problems == ()
    assert found
    assert links_of(found.values.social) == (
        SocialLink(url="https://x.com/isdp"),
        SocialLink(url="https://isdp.eu/podcast", name="Podcast"),
    )
    assert [link.network for link in links_of(found.values.social)] == ["X", "Podcast"]


@pytest.mark.parametrize(
    ("typed", "place", "hint"),
    [
        ("  - isdp", ":3:5", "write the address of a page such as https://mastodon.social/@isdp"),
        ("  - '@isdp@mastodon.social'", ":3:5", "write https://mastodon.social/@isdp"),
        ("  - name: X", ":3:5", "url: https://mastodon.social/@isdp"),
    ],
)
def test_what_is_no_address_is_told(typed: str, place: str, hint: str, tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(f"name: A\nsocial:\n{typed}\n")
    (problem,) = read_publisher(tmp_path)[1]
    assert str(problem.place).endswith(place)
    assert hint in problem.hint
