"""A file of an institute's logo, as templates print it.

In:  what `logo.py` finds.
Out: `LogoImage`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class LogoImage:
    """A file of a logo, and the classes that say where it stands.

    `address` leads to it from the brief's folder. `name` and `folder` are what it was found by.
    """

    classes: str
    address: str
    name: str
    folder: Path
    path: Path
