"""What a brief may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.engine.fetcher import ConfinedFetcher, Refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "brief"
    own.mkdir()
    (own / "cover.png").write_bytes(b"picture")
    (tmp_path / "secret.txt").write_text("secret")
    return own


def fetcher(folder: Path, network: bool = False) -> ConfinedFetcher:
    return ConfinedFetcher((folder,), network)


def test_a_file_of_its_own_folder_is_read(folder: Path) -> None:
    assert fetcher(folder).fetch((folder / "cover.png").as_uri()).read() == b"picture"


def test_a_name_with_a_space_and_an_umlaut_is_read(folder: Path) -> None:
    (folder / "Über uns.png").write_bytes(b"ours")
    assert fetcher(folder).fetch((folder / "Über uns.png").as_uri()).read() == b"ours"


@pytest.mark.parametrize("way_out", ["../secret.txt", "%2e%2e/secret.txt", "x/../../secret.txt"])
def test_no_way_leads_out_of_the_folder(folder: Path, way_out: str) -> None:
    with pytest.raises(Refused, match="outside"):
        fetcher(folder).fetch(f"{folder.as_uri()}/{way_out}")


def test_a_symbolic_link_does_not_lead_out_either(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    with pytest.raises(Refused, match="outside"):
        fetcher(folder).fetch((folder / "link.txt").as_uri())


def test_another_machine_is_not_asked_for_files(folder: Path) -> None:
    with pytest.raises(Refused, match="this machine"):
        fetcher(folder).fetch("file://elsewhere/cover.png")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "https://127.0.0.1:9/x.png"])
def test_the_network_is_not_asked_unless_allowed(folder: Path, address: str) -> None:
    with pytest.raises(Refused, match="--allow-network"):
        fetcher(folder).fetch(address)


def test_other_schemes_are_refused_even_with_the_network(folder: Path) -> None:
    with pytest.raises(Refused, match="ftp:"):
        fetcher(folder, network=True).fetch("ftp://127.0.0.1/x.png")


def test_data_in_the_address_itself_is_read(folder: Path) -> None:
    assert fetcher(folder).fetch("data:text/plain,hello").read() == b"hello"


def test_a_picture_that_was_drawn_lies_in_no_file(folder: Path) -> None:
    drawn = ConfinedFetcher((folder,), False, drawings={folder / "chart.svg": b"<svg/>"})
    assert drawn.fetch((folder / "chart.svg").as_uri()).read() == b"<svg/>"
    assert drawn.fetch((folder / "cover.png").as_uri()).read() == b"picture"
