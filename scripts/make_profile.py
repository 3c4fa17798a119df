"""Make the profiles that ship anew, from measurements of printed sheets.

In:  FOGRA39L.ti3, FOGRA29L.ti3, sRGB.icc (Debian: icc-profiles-free) and Argyll's colprof (Debian: argyll).
Out: the profiles in styles/profiles/, and their checksums beside them. The same measurements give the same
     files; each takes ten minutes. Names after the folder choose some of them.

    python scripts/make_profile.py [/usr/share/color/icc [uncoated-fogra29.icc]]
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

PROFILES = Path(__file__).resolve().parent.parent / "styles" / "profiles"
SCREEN = "sRGB.icc"


class Paper(NamedTuple):
    """A profile to make: its file, the measurements, and the paper in words."""

    file: str
    measurements: str
    words: str


PAPERS = (
    Paper("coated-fogra39.icc", "FOGRA39L.ti3", "Coated paper FOGRA39"),
    Paper("uncoated-fogra29.icc", "FOGRA29L.ti3", "Uncoated paper FOGRA29"),
)
MADE_ON = (2024, 1, 1, 0, 0, 0)  # what the file says of itself, so that it can be made again
DATE = slice(24, 36)  # where the header of a profile has its date (ICC.1:2001-04, 6.1)
SETTINGS = (
    ("-qm", "how fine the table from inks to colours is: medium"),
    ("-bh", "how fine the tables from colours to inks are: high"),
    ("-l300", "no more than 300 per cent of ink"),
    ("-kr", "black ink comes in evenly towards the dark"),
    ("-cmt", "colours were seen on a screen in a working room"),
    ("-dpp", "they will be seen on paper"),
    ("-nc", "leave the measurements out of the file"),
)


def main() -> None:
    """Make the profiles, or those that are named."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/color/icc")
    colprof = shutil.which("colprof") or sys.exit("colprof is missing: install Argyll CMS")
    for paper in PAPERS:
        if paper.file in (sys.argv[2:] or [paper.file]):
            content = made(paper, folder, colprof)
            (PROFILES / paper.file).write_bytes(content)
            print(f"{paper.file}: {len(content)} bytes")
    files = sorted(PROFILES.glob("*.icc"))
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (PROFILES / "SHA256SUMS").write_text("".join(sums))


def made(paper: Paper, folder: Path, colprof: str) -> bytes:
    """The bytes of a profile, which are the same for the same measurements."""
    origin = Path(paper.measurements).stem
    licence = f"Made from {paper.measurements}, Copyright Kai-Uwe Behrmann, zlib licence."
    words = {
        "-D": f"{paper.words}, 300 % ink (issuebrief)",
        "-A": "issuebrief",
        "-M": origin,
        "-C": f"{licence} This is an altered version.",
    }
    with TemporaryDirectory() as name:
        data, target = Path(name, paper.measurements), Path(name, "made.icc")
        shutil.copy(folder / paper.measurements, data)
        settings = [setting for setting, _ in SETTINGS] + ["-s", str(folder / SCREEN)]
        said = [part for pair in words.items() for part in pair]
        subprocess.run([colprof, *settings, *said, "-O", str(target), str(data.with_suffix(""))], check=True)
        content = bytearray(target.read_bytes())
    content[DATE] = struct.pack(">6H", *MADE_ON)
    return bytes(content)


if __name__ == "__main__":
    main()
