"""Briefs that are held to a house style, without being set.

In:  what `[style]` says, as TOML, and the text of a brief.
Out: what the rules find, and the text with what can be mended.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from setting import write_brief

from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.frontmatter.source import read_source
from issuebrief.house_style.inspect import find_all
from issuebrief.house_style.read_prose import read_prose
from issuebrief.job import Job
from issuebrief.pipeline.house_style import mended_brief
from issuebrief.project.config import read_configuration
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from issuebrief.house_style.finding import StyleFinding
    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle


def house_style(toml: str) -> HouseStyle:
    """The house style that a table of TOML says."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "issuebrief.toml").write_text(toml, "utf-8")
        policy, problems = read_configuration(Path(folder))
    assert problems == ()
    assert policy.style is not None
    return policy.style


def prose_of(body: str, lang: str = "en-GB", **front: Any) -> Prose:
    """The prose of a brief with a text."""
    with tempfile.TemporaryDirectory() as folder:
        source, problems = read_source(write_brief(Path(folder), body, **front))
    assert source is not None
    assert problems == ()
    return read_prose(source, lang)


def found(toml: str, body: str, lang: str = "en-GB", **front: Any) -> list[StyleFinding]:
    """All that the rules find in a text."""
    return list(find_all(prose_of(body, lang, **front), house_style(toml)))


def told(toml: str, body: str, lang: str = "en-GB", **front: Any) -> list[tuple[str, str, str | None]]:
    """The same as codes without their kind, words as typed, and mends."""
    prose = prose_of(body, lang, **front)
    return [
        (each.code.removeprefix("style."), prose.typed(each.start, each.end), each.mend)
        for each in find_all(prose, house_style(toml))
    ]


def mended(folder: Path, toml: str, text: bytes) -> bytes:
    """A brief's file with what can be mended; the same one where nothing can."""
    job = style_job(folder, toml)
    job.brief.write_bytes(text)
    made = mended_brief(job, text)
    return made.after if made else text


def style_job(folder: Path, toml: str, name: str = "brief") -> Job:
    """The job of a brief in a folder of its own, in a house with a style."""
    folder.joinpath("issuebrief.toml").write_text(toml, "utf-8")
    policy, problems = read_configuration(folder)
    assert problems == ()
    assert isinstance(policy, SeverityPolicy)
    brief = folder / name / "brief.md"
    brief.parent.mkdir(exist_ok=True)
    return Job(brief, (), search_path(folder), policy=policy)
