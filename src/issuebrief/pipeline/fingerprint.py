"""Tell whether a deliverable would come out as it did last time.

In:  a `Job` and one of its outputs.
Out: a fingerprint: SHA-256 over everything that the file depends on. That is the brief and all
     files beside it, the institute's `publisher.yaml` and what it names, the templates, styles and
     fonts, issuebrief's own source and labels, and the versions of the packages and native libraries that set
     the page.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.file_access import digest
from issuebrief.job import COMPANIONS, COPIES, Purpose
from issuebrief.publisher_places import shared_files
from issuebrief.resources import PACKAGE
from issuebrief.transient_files import PASSED_OVER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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
CACHE_FILE = ".issuebrief.json"  # what `build_cache.py` leaves beside the outputs

MANY = 2_000  # files
HEAVY = 500_000_000  # bytes


def environment_fingerprint(search_path: SearchPath) -> str:
    """The fingerprint of what all briefs share: looks, program and libraries."""
    facts = [
        *(_tree(folder) for folder in (*search_path.templates, *search_path.styles)),
        _tree(PACKAGE, only=(".py", ".toml", ".csl", ".xml")),
        sys.version,
        platform.machine(),
        *package_versions(sys.path),
        *library_versions(),
        os.environ.get("SOURCE_DATE_EPOCH", ""),
    ]
    return _sum(facts)


def fingerprints(job: Job, ground: str) -> dict[Output, str]:
    """The fingerprint of each of a brief's deliverables, given the `environment_fingerprint`.

    The outputs and what else lies in their folder do not count, should they lie beside the brief.
    """
    folder = job.brief.parent
    facts = [
        ground,
        f"{folder.name}/{job.brief.name}",
        file_digest(job.brief),
        _tree(folder, leave_out=_outputs(job)),
        *_shared(folder, job.search_path.workplace),
        repr(job.policy),
        *([f"page size {job.page_size}"] if job.page_size else []),
        *([repr(job.publishing)] if job.publishing else []),
    ]
    for_press = _printing(job.printing)
    return {
        output: _sum(
            [
                *facts,
                output.purpose,
                output.path.name,
                *(for_press if output.purpose is Purpose.PRESS else ()),
            ]
        )
        for output in job.outputs
    }


def _shared(folder: Path, workplace: Path | None) -> Iterator[str]:
    """The sums of the nearest file of an institute above a brief, and of the files that it names."""
    for above, name in shared_files(folder, workplace):
        yield f"{name}\0{digest(above / name, (above,))}"


def _printing(printing: Printing) -> tuple[str, ...]:
    """What the command line says of the press, with the file of the profile where it is one."""
    file = (printing.folder or Path()) / printing.profile
    anywhere = (Path(file.absolute().anchor),)
    profile = digest(file, anywhere) if printing.profile else ""
    finishing = (printing.pages, printing.imposition, printing.creep, printing.ticket)
    return (printing.profile, printing.ink, profile, *finishing)


def file_digest(path: Path) -> str:
    """SHA-256 of a file; empty where it cannot be read, or is a link out of its folder."""
    return digest(path, (path.parent,))


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


def _tree(root: Path, only: str | tuple[str, ...] = "", leave_out: Collection[Path] = ()) -> str:
    """The sum of all files in a folder and in the folders in it, of their names too.

    A tree so large that hashing it would take longer than setting a brief never has the same sum
    twice: somebody sets a Markdown file that lies in a home folder.
    """
    files = list(islice(_files(root, leave_out), MANY + 1))
    if len(files) > MANY or sum(map(_size, files)) > HEAVY:
        return os.urandom(32).hex()
    return _sum(
        f"{path.relative_to(root)}\0{digest(path, (root,)) or _target(path)}"
        for path in files
        if path.name.endswith(only)
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _target(path: Path) -> str:
    """Where a link leads that is not followed; empty for any other file."""
    try:
        return str(path.readlink())
    except (OSError, ValueError):
        return ""


def _files(root: Path, leave_out: Collection[Path]) -> Iterator[Path]:
    """The files in a folder, and the links; those to other folders are not followed."""
    for here, folders, names in os.walk(root):
        folder = Path(here)
        inner = sorted(each for each in folders if each not in PASSED_OVER and folder / each not in leave_out)
        links = [each for each in inner if (folder / each).is_symlink()]
        folders[:] = [each for each in inner if each not in links]
        paths = (folder / name for name in sorted((*names, *links)))
        yield from (path for path in paths if path not in leave_out and (path.is_symlink() or path.is_file()))


def _sum(facts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(facts).encode("utf-8", "surrogateescape")).hexdigest()
