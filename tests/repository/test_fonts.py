"""The fonts are those that were taken from their packages, with their licences."""

from __future__ import annotations

import hashlib
from pathlib import Path

FONTS = Path(__file__).parents[2] / "styles" / "fonts"


def test_every_file_has_its_checksum_and_every_checksum_its_file() -> None:
    lines = (line.split("  ") for line in (FONTS / "SHA256SUMS").read_text().splitlines())
    listed = {name: digest for digest, name in lines}
    found = {path.relative_to(FONTS).as_posix(): path for path in FONTS.glob("*/*")}
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()} == listed


def test_every_family_has_its_licence() -> None:
    for family in ("source-serif", "source-sans", "source-code"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / family / "LICENSE.md").read_text("utf-8")


def test_every_face_is_used_by_the_styles() -> None:
    rules = (FONTS.parent / "fonts.css").read_text("utf-8")
    assert [path.name for path in sorted(FONTS.glob("*/*.otf")) if path.name not in rules] == []
