"""Inks on coated and on thin paper, by the profile that the project ships."""

from __future__ import annotations

from setting import ROOT

from issuebrief.pdf.press.icc import Profile, read_profile
from issuebrief.pdf.press.separation import Inks


def profile() -> Profile:
    found = read_profile(ROOT / "styles" / "profiles" / "coated-fogra39.icc")
    assert isinstance(found, Profile)
    return found


NAVY = (18, 48, 79)
COATED = Inks(profile(), {NAVY: (0.85, 0.5, 0, 0.7)}, 3.0)
THIN = Inks(profile(), {}, 2.2)
