"""Read the ICC profile of a printing condition.

In:  the path of a profile.
Out: a `Profile`: its bytes, what it calls itself, and the registered name of the printing condition it
     describes, if it says one; or what is wrong with the file, in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.file_access import read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REGISTRY = "http://www.color.org"
"""Where the printing conditions of `REGISTERED` are registered."""

REGISTERED = re.compile(
    r"(?<![A-Z])(?:(FOGRA) ?(\d\d)|(CGATS[ -]?TR) ?(\d{3})|(JC)(\d{6}))(?!\d)", re.IGNORECASE
)
"""Names of printing conditions, as descriptions of profiles write them."""

HEADER = 128
PRINTER, CMYK, MARK = b"prtr", b"CMYK", b"acsp"


@dataclass(frozen=True)
class Profile:
    """The profile of a printing condition; `condition` is empty where it names no registered one."""

    data: bytes
    description: str
    condition: str


def read_profile(path: Path, folders: Sequence[Path] = ()) -> Profile | str:
    """The profile, or why the file is none to print by; without folders it must lie in its own."""
    try:
        data = read(path, folders or (path.parent,))
    except OSError as fault:
        return f"it cannot be read: {fault.strerror or fault}"
    if len(data) < HEADER or data[36:40] != MARK:
        return "it is no ICC profile"
    if data[16:20] != CMYK:
        kind = data[16:20].decode("ascii", "replace").strip()
        return f"it is a profile for {kind}, not for CMYK"
    if data[12:16] != PRINTER:
        return "it is not the profile of a press or printer"
    description = _description(data)
    if description is None:
        return "it is damaged"
    return Profile(data, description, registered_name(description))


def registered_name(description: str) -> str:
    """The registered name of the printing condition that a description speaks of, or nothing."""
    found = REGISTERED.search(description)
    if not found:
        return ""
    name, number = (part for part in found.groups() if part)
    name = name.upper()
    return f"CGATS TR {number}" if name.startswith("CGATS") else f"{name}{number}"


def _description(data: bytes) -> str | None:
    """What the profile calls itself; None where it cannot be used for conversion either way."""
    from io import BytesIO

    from PIL import ImageCms

    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
        ways = (ImageCms.Direction.INPUT, ImageCms.Direction.OUTPUT)
        if not all(ImageCms.isIntentSupported(profile, ImageCms.Intent.PERCEPTUAL, way) for way in ways):
            return None
        return ImageCms.getProfileDescription(profile).strip()
    except (ImageCms.PyCMSError, OSError):
        return None
