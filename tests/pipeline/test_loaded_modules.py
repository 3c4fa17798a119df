"""A build loads what its brief needs, and nothing that only other briefs do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from setting import write_brief

if TYPE_CHECKING:
    from pathlib import Path

BUILD = """
import json, sys
from pathlib import Path
from issuebrief.job import Job
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path
brief = Path(sys.argv[1])
outcome = set_brief(Job.for_screen(brief, brief.with_suffix(".pdf"), search_path(brief.parent)))
print(json.dumps([outcome.failed, *sys.modules]))
"""
COVER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0H9V6Z" fill="#123"/></svg>'
ROOMS_OF_FEATURES = (
    "charts citations cluster compare epub formulas.draw house_style metadata.jats pdf.press "
    "preflight.press preview release scaffold site typefaces web word_export word_import word_template"
)
"""What is loaded for briefs with charts, citations and so on, and for other deliverables."""
HEAVY = (
    "PIL.DdsImagePlugin PIL.TiffImagePlugin PIL.WebPImagePlugin asyncio babel email.policy fontTools.subset "
    "fontTools.ttLib fontTools.varLib http.server importlib.metadata latex2mathml lxml nh3 pikepdf "
    "pypdfium2 spylls starlette statistics vl_convert ziafont ziamath zopfli"
)
"""Packages and modules of the standard library that few briefs need."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are there after a build of a brief with a drawn cover and no feature."""
    folder: Path = tmp_path_factory.mktemp("plain")
    (folder / "cover.svg").write_text(COVER, "utf-8")
    brief = write_brief(folder, "A paragraph of *words*.", cover={"image": "cover.svg", "alt": "A corner"})
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", BUILD, str(brief)]
    failed, *modules = json.loads(subprocess.check_output(command, text=True, env=environment))
    assert not failed
    return set(modules)


def test_no_room_of_a_feature_is_loaded_that_the_brief_does_not_use(loaded: set[str]) -> None:
    rooms = tuple(f"issuebrief.{room}" for room in ROOMS_OF_FEATURES.split())
    found = {name for name in loaded if name in rooms or name.startswith(tuple(f"{room}." for room in rooms))}
    assert not found


def test_no_package_is_loaded_that_the_brief_does_not_need(loaded: set[str]) -> None:
    assert "weasyprint.pdf" in loaded
    assert not loaded & set(HEAVY.split())
