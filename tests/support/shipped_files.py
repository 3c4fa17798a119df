"""The briefs of content/ in every theme, set once for all tests that look at their files.

In:  a folder that all processes of a run share, the name of a brief, a theme.
Out: what it became: its files for the screen and for the press, which no test changes.
"""

from __future__ import annotations

import os
import pickle
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    import pytest

    from issuebrief.job import Outcome

ROOT = Path(__file__).resolve().parents[2]
NAMES = tuple(brief.parent.name for brief in sorted(ROOT.glob("content/*/brief.md")))
OUTCOME = "outcome"


@dataclass(frozen=True)
class ShippedFiles:
    """The files of a shipped brief in a theme, and how they were made."""

    screen: Path
    press: Path
    outcome: Outcome


@dataclass(frozen=True)
class ShippedBriefs:
    """Shipped briefs that are set when they are asked for first."""

    folder: Path

    def set(self, name: str, theme: str) -> ShippedFiles:
        """A brief in a theme; its folder takes its name when it is set, unless another is there by then."""
        place = self.folder / f"{name}-{theme}"
        if not place.exists():
            draft = Path(mkdtemp(dir=self.folder))
            (draft / OUTCOME).write_bytes(pickle.dumps(_set(draft, name, theme)))
            with suppress(OSError):
                draft.rename(place)
        outcome = pickle.loads((place / OUTCOME).read_bytes())
        return ShippedFiles(place / "brief.pdf", place / "press.pdf", outcome)


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run of the tests share."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shipped-files"
    folder.mkdir(exist_ok=True)
    return folder


def _set(folder: Path, name: str, theme: str) -> Outcome:
    """Set a copy of a brief, beside what its publisher says of itself, in another theme."""
    copy = folder / name
    shutil.copytree(ROOT / "content" / name, copy)
    shutil.copy(ROOT / "content" / "publisher.yaml", folder)
    brief = copy / "brief.md"
    text = re.sub(r"^theme:.*\n", "", brief.read_text("utf-8"), flags=re.MULTILINE)
    brief.write_text(text.replace("---\n", f"---\ntheme: {theme}\n", 1), "utf-8")
    outputs = (Output(Purpose.SCREEN, folder / "brief.pdf"), Output(Purpose.PRESS, folder / "press.pdf"))
    return set_brief(Job(brief, outputs, search_path(ROOT)))
