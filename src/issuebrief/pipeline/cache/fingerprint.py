"""Tell whether a deliverable would come out as it did last time.

In:  a `Job` and one of its outputs.
Out: a fingerprint: SHA-256 over everything that the file depends on. That is the brief and all
     files beside it, the institute's `publisher.yaml` and what it names, the templates, styles and
     fonts, issuebrief's own source and labels, and the versions of the packages and native libraries that set
     the page.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.file_access import digest
from issuebrief.job import COMPANIONS, COPIES, Purpose
from issuebrief.pipeline.cache.file_sums import file_digest, sum_of, tree_sums
from issuebrief.pipeline.cache.kept_sums import kept_tree_sums
from issuebrief.publisher_places import folders_above, shared_files
from issuebrief.resources import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from issuebrief.job import Job, Output, Printing
    from issuebrief.resources import SearchPath

PACKAGES = frozenset(
    """brotli cffi cssselect2 fonttools jinja2 latex2mathml markdown markupsafe msgspec nh3 pillow pydyf
    pyphen python_calamine pyyaml tinycss2 tinyhtml5 uharfbuzz vl_convert_python weasyprint webencodings
    ziafont ziamath zopfli""".split()  # noqa: SIM905
)
LIBRARIES = (
    ("pango-1.0", 0, "pango_version"),
    ("harfbuzz", 0, "hb_version_string"),
    ("fontconfig", 1, "FcGetVersion"),
)
SOURCES = (".py", ".toml", ".csl", ".xml")
"""The endings of the package's files that count."""
CACHE_FILE = ".issuebrief.jsonl"  # what `build_cache.py` leaves beside the outputs


def environment_fingerprint(search_path: SearchPath) -> str:
    """The fingerprint of what all briefs share: looks, program and libraries."""
    looks = [(folder, ()) for folder in (*search_path.templates, *search_path.styles)]
    facts = [
        *kept_tree_sums([*looks, (PACKAGE, SOURCES)]),
        sys.version,
        platform.machine(),
        *package_versions(sys.path),
        *library_versions(),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
    ]
    return sum_of(facts)


def fingerprints(jobs: Iterable[Job], ground: str) -> dict[Output, str]:
    """The fingerprint of each deliverable of some briefs, given the `environment_fingerprint`.

    The outputs and what else lies in their folder do not count, should they lie beside the brief.
    """
    # Briefs that lie beside each other share what lies above them, which is looked at once.
    shared: dict[tuple[Path, ...], tuple[str, ...]] = {}
    found: dict[Output, str] = {}
    for job in jobs:
        folder = job.brief.parent
        above = folders_above(folder, job.search_path.workplace)[1:]
        if above not in shared:
            shared[above] = tuple(_shared(above))
        found |= _of_brief(job, ground, shared[above])
    return found


def _of_brief(job: Job, ground: str, shared: Iterable[str]) -> dict[Output, str]:
    """The fingerprint of each of a brief's deliverables, with the sums of what it shares with others."""
    folder = job.brief.parent
    sums = tree_sums(folder, leave_out=_outputs(job))
    facts = [
        ground,
        f"{folder.name}/{job.brief.name}",
        sums.get(job.brief.name) or file_digest(job.brief),
        *(f"{name}\0{digits}" for name, digits in sums.items()),
        *shared,
        repr(job.policy),
        *([f"page size {job.page_size}"] if job.page_size else []),
        *([repr(job.publishing)] if job.publishing else []),
    ]
    for_press = _printing(job.printing)
    return {
        output: sum_of(
            [
                *facts,
                output.purpose,
                output.path.name,
                *(for_press if output.purpose is Purpose.PRESS else ()),
            ]
        )
        for output in job.outputs
    }


def _shared(folders: Sequence[Path]) -> Iterator[str]:
    """The sums of the nearest file of an institute above briefs, and of the files that it names."""
    for above, name in shared_files(folders):
        yield f"{name}\0{digest(above / name, (above,))}"


def _printing(printing: Printing) -> tuple[str, ...]:
    """What the command line says of the press, with the file of the profile where it is one."""
    file = (printing.folder or Path()) / printing.profile
    anywhere = (Path(file.absolute().anchor),)
    profile = digest(file, anywhere) if printing.profile else ""
    finishing = (printing.pages, printing.imposition, printing.creep, printing.ticket)
    return (printing.profile, printing.ink, profile, *finishing)


def package_versions(folders: Iterable[str]) -> list[str]:
    """Name and version of each package that has a say in the PDF.

    They are read off the names of the `.dist-info` folders: asking `importlib.metadata` takes
    longer than all the rest of a run that has nothing to do.
    """
    found: dict[str, str] = {}
    for folder in folders:
        for name in _names_in(folder):
            match = re.fullmatch(r"([^-]+)-(.+)\.dist-info", name)
            if match and match[1].lower() in PACKAGES:
                found.setdefault(match[1].lower(), match[2])
    return [f"{name} {version}" for name, version in sorted(found.items())]


def library_versions() -> list[str]:
    """The versions of Pango, HarfBuzz and fontconfig, which choose the glyphs and their places."""
    import ctypes

    versions = []
    for name, major, function in LIBRARIES:
        ending = f".{major}.dylib" if sys.platform == "darwin" else f".so.{major}"
        try:
            ask = getattr(ctypes.CDLL(f"lib{name}{ending}"), function)
        except (OSError, AttributeError):
            continue
        ask.restype = ctypes.c_char_p if function.endswith("string") else ctypes.c_int
        versions.append(f"{name} {ask()}")
    return versions


def _outputs(job: Job) -> set[Path]:
    """What is not looked at where it lies beside the brief: a folder of outputs, or they themselves.

    All that could be made counts as made: a press file that comes later must not make the screen
    file look old.
    """
    folders = {output.path.parent for output in job.outputs}
    if job.brief.parent not in folders:
        return folders
    made = {output.path for output in job.outputs}
    for output in job.outputs:
        stem = output.path.name.removesuffix(output.purpose.ending)
        endings = (*(purpose.ending for purpose in Purpose), *COMPANIONS.values())
        made |= {output.path.with_name(stem + ending) for ending in endings}
        made.add(output.path.with_name(stem + COPIES))
    return made | {folder / CACHE_FILE for folder in folders}


def _names_in(folder: str) -> list[str]:
    try:
        return sorted(path.name for path in Path(folder).iterdir())
    except OSError:
        return []
