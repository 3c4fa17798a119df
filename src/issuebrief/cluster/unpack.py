"""A bundle set where it has arrived, and what is said there put into the words of home.

In:  a `Bundle`, a folder for it, the folder of the house's files.
Out: an `Outcome` with the files in it. On the machine that it came from, the same with the paths from there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from issuebrief.cluster.bundle import PROFILE, program_root
from issuebrief.file_access import real_path
from issuebrief.job import Output
from issuebrief.resources import SearchPath, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from issuebrief.cluster.bundle import Bundle, Files
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.job import Job, Outcome

OUT = "out"
"""The folder of the deliverables; it is never written to, for they stay in memory."""


@dataclass(frozen=True)
class SettingOrder:
    """A bundle to set, the folder of the house's files, and how many seconds it may take."""

    bundle: Bundle
    house: Path
    seconds: float


@dataclass(frozen=True)
class Arrived:
    """An outcome as it comes from another machine, and the folders there that have a place at home."""

    outcome: Outcome
    top: Path
    house: Path
    program: Path


def write_files(files: Files, folder: Path) -> None:
    """Write files into a folder of this program's own, under names that lead nowhere else."""
    for name, content in files:
        path = folder / name
        if not real_path(path).is_relative_to(real_path(folder)):
            raise ValueError(f"{name} leads out of its folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def job_at(bundle: Bundle, folder: Path, house: Path) -> Job:
    """The job of a bundle whose files have been written into `folder`, and the house's into `house`."""
    top = folder / "top"
    write_files(bundle.files, top)
    own = {kind: house / kind for kind in ("templates", "styles")}
    found = {kind: (path, shipped(kind)) if path.is_dir() else (shipped(kind),) for kind, path in own.items()}
    places = SearchPath(found["templates"], found["styles"], (), top / bundle.workplace)
    (top / bundle.workplace).mkdir(parents=True, exist_ok=True)
    printing = bundle.job.printing
    if bundle.profile:
        write_files(((PROFILE, bundle.profile),), folder)
        printing = replace(printing, profile=PROFILE, folder=folder)
    outputs = tuple(Output(each.purpose, folder / OUT / each.path.name) for each in bundle.job.outputs)
    return replace(
        bundle.job, brief=top / bundle.brief, outputs=outputs, search_path=places, printing=printing
    )


def at_home(arrived: Arrived, bundle: Bundle, house: Path | None) -> Outcome:
    """What another machine says, with the paths that this one has; `house` is the folder a user works in."""
    roots = {arrived.top: bundle.top, arrived.house: house or bundle.top, arrived.program: program_root()}
    outputs = {output.path.name: output for output in bundle.job.outputs}
    outcome = arrived.outcome
    return replace(
        outcome,
        problems=tuple(_moved(problem, roots) for problem in outcome.problems),
        deliveries=tuple(
            replace(
                made,
                output=outputs[made.output.path.name],
                problems=tuple(_moved(problem, roots) for problem in made.problems),
            )
            for made in outcome.deliveries
        ),
    )


def _moved(problem: Diagnostic, roots: Mapping[Path, Path]) -> Diagnostic:
    """A problem whose place is named by the paths of this machine."""
    place = problem.place
    if place is None:
        return problem
    for there, here in roots.items():
        if place.path.is_relative_to(there):
            return replace(problem, place=replace(place, path=here / place.path.relative_to(there)))
    return problem
