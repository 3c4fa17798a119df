"""The briefs of content/, as they are and in every theme, set once for all tests that look at their files.

In:  a folder that all processes of a run share, the name of a brief, a theme.
Out: what it became: its file for the screen, in another theme also that for the press, which no test changes.
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
    from collections.abc import Callable

    import pytest

    from issuebrief.job import Outcome

ROOT = Path(__file__).resolve().parents[2]
NAMES = tuple(brief.parent.name for brief in sorted(ROOT.glob("content/*/brief.md")))
OUTCOME, SCREEN, PRESS = "outcome", "brief.pdf", "press.pdf"


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
        """A brief in a theme, for the screen and for the press."""
        return self._kept(f"{name}-{theme}", lambda folder: _set(folder, name, theme))

    def as_it_is(self, name: str) -> ShippedFiles:
        """A brief where it lies and in its own theme, for the screen alone."""

        def made(folder: Path) -> Outcome:
            brief = ROOT / "content" / name / "brief.md"
            return set_brief(Job.for_screen(brief, folder / SCREEN, search_path(ROOT)))

        return self._kept(name, made)

    def _kept(self, name: str, made: Callable[[Path], Outcome]) -> ShippedFiles:
        """A folder takes its name when a brief is set in it, unless another has it by then."""
        place = self.folder / name
        if not place.exists():
            draft = Path(mkdtemp(dir=self.folder))
            (draft / OUTCOME).write_bytes(pickle.dumps(made(draft)))
            with suppress(OSError):
                draft.rename(place)
        outcome = pickle.loads((place / OUTCOME).read_bytes())
        return ShippedFiles(place / SCREEN, place / PRESS, outcome)


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
    outputs = (Output(Purpose.SCREEN, folder / SCREEN), Output(Purpose.PRESS, folder / PRESS))
    return set_brief(Job(brief, outputs, search_path(ROOT)))
