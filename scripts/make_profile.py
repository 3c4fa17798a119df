"""Make the profile of coated paper anew, from measurements of printed sheets.

In:  FOGRA39L.ti3, sRGB.icc (Debian: icc-profiles-free) and Argyll's colprof (Debian: argyll).
Out: styles/profiles/coated-fogra39.icc, and its checksum beside it. The same measurements give the same
     file; it takes ten minutes.

    python scripts/make_profile.py [/usr/share/color/icc]
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

PROFILE = Path(__file__).resolve().parent.parent / "styles" / "profiles" / "coated-fogra39.icc"
MEASUREMENTS, SCREEN = "FOGRA39L.ti3", "sRGB.icc"
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
WORDS = (
    ("-D", "Coated paper FOGRA39, 300 % ink (issuebrief)"),
    ("-A", "issuebrief"),
    ("-M", "FOGRA39L"),
    ("-C", "Made from FOGRA39L.ti3, Copyright Kai-Uwe Behrmann, zlib licence. This is an altered version."),
)


def main() -> None:
    """Make the profile."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/color/icc")
    colprof = shutil.which("colprof") or sys.exit("colprof is missing: install Argyll CMS")
    with TemporaryDirectory() as name:
        data = Path(name, MEASUREMENTS)
        shutil.copy(folder / MEASUREMENTS, data)
        made = Path(name, "made.icc")
        settings = [setting for setting, _ in SETTINGS] + ["-s", str(folder / SCREEN)]
        words = [part for pair in WORDS for part in pair]
        subprocess.run([colprof, *settings, *words, "-O", str(made), str(data.with_suffix(""))], check=True)
        content = bytearray(made.read_bytes())
    content[DATE] = struct.pack(">6H", *MADE_ON)
    PROFILE.parent.mkdir(exist_ok=True)
    PROFILE.write_bytes(content)
    sums = f"{hashlib.sha256(content).hexdigest()}  {PROFILE.name}\n"
    PROFILE.with_name("SHA256SUMS").write_text(sums)
    print(f"{PROFILE}: {len(content)} bytes")


if __name__ == "__main__":
    main()
