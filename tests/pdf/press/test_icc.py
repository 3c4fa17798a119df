"""Profiles of printing conditions, and the one that is shipped."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from PIL import ImageCms
from setting import ROOT

from issuebrief.pdf.press.icc import Profile, read_profile, registered_name
from issuebrief.pdf.press.separation import Inks

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "styles" / "profiles"
COATED = FOLDER / "coated-fogra39.icc"


def test_the_shipped_profile_is_for_a_registered_condition() -> None:
    profile = read_profile(COATED)
    assert isinstance(profile, Profile)
    assert (profile.condition, profile.data) == ("FOGRA39", COATED.read_bytes())


def test_uncoated_paper_is_duller_than_coated() -> None:
    coated, uncoated = (Inks(_profile(name), {}, 3.0) for name in ("coated-fogra39", "uncoated-fogra29"))
    solids = [(0.0, 1.0, 1.0, 0.0), (0.0, 0.0, 0.0, 1.0)]
    (red, black), (dull_red, grey_black) = coated.looks(solids), uncoated.looks(solids)
    assert red[1] > dull_red[1] + 5
    assert black[0] + 5 < grey_black[0]
    assert uncoated.profile.condition == "FOGRA29"
    assert uncoated.heaviest <= 3.0


def _profile(name: str) -> Profile:
    found = read_profile(FOLDER / f"{name}.icc")
    assert isinstance(found, Profile)
    return found


def test_every_shipped_profile_has_its_checksum_and_its_origin() -> None:
    lines = (line.split("  ") for line in (FOLDER / "SHA256SUMS").read_text().splitlines())
    listed = {name: digest for digest, name in lines}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.icc")}
    assert found == listed
    origin = (FOLDER / "README.md").read_text("utf-8")
    assert all(f"`{name}`" in origin for name in found)
    assert "This notice may not be removed or altered" in origin


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("Coated FOGRA39 (ISO 12647-2:2004)", "FOGRA39"),
        ("PSO Coated v3, Fogra 51", "FOGRA51"),
        ("SWOP2013C3 CGATS TR 005", "CGATS TR 005"),
        ("CGATS-TR003 coated", "CGATS TR 003"),
        ("Japan Color, jc200103", "JC200103"),
        ("Our own paper of 2039", ""),
        ("FOGRA390", ""),
    ],
)
def test_a_registered_condition_is_known_by_its_name(description: str, name: str) -> None:
    assert registered_name(description) == name


def test_what_is_no_profile_for_a_press_is_told_apart(tmp_path: Path) -> None:
    whole = COATED.read_bytes()
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    files = {
        "missing.icc": None,
        "text.icc": b"A text, and a long one: " * 20,
        "short.icc": whole[:40],
        "screen.icc": screen,
        "scanner.icc": whole[:12] + b"scnr" + whole[16:],
        "cut.icc": whole[:200],
    }
    found = {}
    for name, content in files.items():
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        found[name] = read_profile(path)
    assert found == {
        "missing.icc": "it cannot be read: No such file or directory",
        "text.icc": "it is no ICC profile",
        "short.icc": "it is no ICC profile",
        "screen.icc": "it is a profile for RGB, not for CMYK",
        "scanner.icc": "it is not the profile of a press or printer",
        "cut.icc": "it is damaged",
    }
