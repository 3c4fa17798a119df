"""The styles and locales that ship are those that were published, and each can be used."""

from __future__ import annotations

import hashlib

import pytest

from issuebrief.citations.csl.style_file import read_style
from issuebrief.citations.house_styles import FOLDER, STYLES

DATA = FOLDER.parent


def test_the_files_are_unmodified_and_all_have_a_checksum() -> None:
    lines = (line.split("  ") for line in (DATA / "SHA256SUMS").read_text("utf-8").splitlines())
    listed = {name: sum_ for sum_, name in lines}
    found = {
        path.relative_to(DATA).as_posix(): path
        for path in DATA.rglob("*.*")
        if path.suffix in (".csl", ".xml")
    }
    assert set(found) == set(listed)
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()} == listed


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_read_and_says_its_licence(name: str) -> None:
    text = (FOLDER / f"{STYLES[name]}.csl").read_text("utf-8")
    style = read_style(text, "en-GB")
    assert style.title
    assert "creativecommons.org/licenses/by-sa/3.0" in text
    assert style.is_note or style.bibliography is not None


def test_every_style_that_ships_has_a_name() -> None:
    assert {path.stem for path in FOLDER.glob("*.csl")} == set(STYLES.values())
