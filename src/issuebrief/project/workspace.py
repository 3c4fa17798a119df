"""Find the briefs that are meant, and where their deliverables go.

In:  the PATHs, the purposes and the `-o` that were typed, and the folder the user works in.
Out: a `Job` for every brief, or a `WrongUsage` that says what to type instead.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.file_access import real_path
from issuebrief.frontmatter.edition_files import edition_tag, editions_in
from issuebrief.job import Job, Output, Purpose
from issuebrief.resources import search_path
from issuebrief.transient_files import is_passing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

BRIEF = "brief.md"
CONTENT = "content"
BUILD = "build"
STANDARD = "-"
"""What is typed for standard input or standard output."""
STANDARD_INPUT = "<stdin>"
"""The name of the file that a brief from standard input would have, in the folder the user works in."""
DEEPEST = 4
"""So many folders deep briefs are looked for, such as in `content/space/2026/moon`."""
MARKDOWN = (".md", ".markdown")
PDF, HTML = ".pdf", ".html"


class WrongUsage(Exception):
    """The command was typed in a way that means nothing; `hint` says what would."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class OutputTarget:
    """Where files go: into `folder`, all under the names of their briefs or one under the given `name`."""

    folder: Path
    name: str = ""

    def output(self, brief: Path, purpose: Purpose) -> Output:
        """A deliverable of a brief."""
        return Output(purpose, self.folder / (self.name or title_of(brief) + purpose.ending))


def jobs(
    paths: Sequence[str],
    output: str | None,
    workplace: Path,
    *,
    purposes: Sequence[Purpose] = (Purpose.SCREEN,),
    network: bool = False,
) -> list[Job]:
    """A job for every brief that the paths mean; all of `content/` where there are none.

    `-` is a brief from standard input, whose text is not read here; as an output it is standard output, which
    takes one deliverable. Raises `WrongUsage` where a path is not there or holds no brief, or where two
    deliverables would become the same file.
    """
    briefs = briefs_of(paths, workplace)
    target = _target(output, workplace)
    if target.name or output == STANDARD:
        _refuse_one_file_for_many(output or "", target, briefs, purposes)
    if target.name:
        _refuse_wrong_ending(output or "", target, purposes[0])
    places = search_path(workplace)
    made = [
        Job(brief, tuple(target.output(brief, purpose) for purpose in purposes), places, network)
        for brief in briefs
    ]
    _refuse_twins(made, workplace)
    return made


def title_of(brief: Path) -> str:
    """The name that a brief goes by: its folder's, or its own where it is not called `brief.md`.

    An edition in another language, `brief.fr.md`, has the language behind that of its folder.
    """
    if brief.name == STANDARD_INPUT:
        return "brief"
    if tag := edition_tag(brief):
        return f"{brief.parent.name or 'brief'}-{tag}"
    return brief.parent.name or "brief" if brief.name == BRIEF else brief.stem


def shown(path: Path, workplace: Path) -> str:
    """A path as the user would type it, on one line, with nothing in it that could upset a terminal."""
    from issuebrief.diagnostics.terminal import visible

    return visible(str(path.relative_to(workplace) if path.is_relative_to(workplace) else path))


def nearest(word: str, words: Iterable[str]) -> str:
    """The most similar of some words, or nothing."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), n=1, cutoff=0.6)), "")


def briefs_of(paths: Sequence[str], workplace: Path) -> list[Path]:
    """The briefs that the paths mean, each once; raises `WrongUsage` where there are none."""
    if paths:
        return list(dict.fromkeys(brief for path in paths for brief in _briefs_at(path, workplace)))
    content = workplace / CONTENT
    found = _briefs_in(content) if content.is_dir() else []
    if not found:
        missing = "holds no brief" if content.is_dir() else "is not there"
        raise WrongUsage(
            f"nothing to set: the folder {CONTENT}/ {missing}",
            "create a brief with `issuebrief new NAME`, or name a brief, or a folder of briefs",
        )
    return found


def _briefs_at(typed: str, workplace: Path) -> list[Path]:
    if typed == STANDARD:
        return [workplace / STANDARD_INPUT]
    # `..` is taken out by the letter: a brief reached through a linked folder keeps the neighbours
    # that the user sees beside the link.
    path = Path(os.path.normpath(workplace / typed))
    if not os.path.exists(path):  # noqa: PTH110 -- a name that is too long is not there either
        raise WrongUsage(f"there is no {typed}", _did_you_mean(path, workplace))
    if not path.is_dir():
        if path.suffix.lower() not in MARKDOWN:
            raise WrongUsage(
                f"{typed} is not a Markdown file", "a brief is a .md file, or a folder with a brief.md"
            )
        return [path]
    found = _briefs_in(path)
    if not found:
        raise WrongUsage(
            f"there is no {BRIEF} in {typed}, nor in the folders in it",
            "a brief is a folder with a brief.md in it; name other Markdown files one by one",
        )
    return found


def _briefs_in(folder: Path) -> list[Path]:
    if editions := editions_in(folder):
        return editions
    return list(_briefs_below(folder, DEEPEST))


def _briefs_below(folder: Path, depth: int) -> Iterator[Path]:
    """The briefs in the folders of a folder, by name; within a brief's own folder there are no others.

    A linked folder may be a brief's; what lies deeper in it is not looked at, for it may lead back.
    """
    try:
        inner = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:  # a folder that may not be read holds nothing that could be
        return
    for path in inner:
        if editions := editions_in(path):
            yield from editions
        elif depth > 1 and not path.is_symlink() and not is_passing(Path(path.name)):
            yield from _briefs_below(path, depth - 1)


def _did_you_mean(path: Path, workplace: Path) -> str:
    in_content = workplace / CONTENT / path.name
    if os.path.exists(in_content):  # noqa: PTH110
        return f"did you mean {shown(in_content, workplace)}?"
    for folder in (path.parent, workplace / CONTENT):
        near = nearest(path.name, (each.name for each in folder.iterdir())) if os.path.isdir(folder) else ""  # noqa: PTH112
        if near:
            return f"did you mean {shown(folder / near, workplace)}?"
    return "a PATH is a brief.md, a folder with a brief.md, or a folder of such folders"


def _target(typed: str | None, workplace: Path) -> OutputTarget:
    if typed is None:
        _refuse_link_out(workplace / BUILD, workplace)
        return OutputTarget(workplace / BUILD)
    if typed == STANDARD:
        return OutputTarget(workplace)
    path = Path(os.path.normpath(workplace / typed))
    # A name that is too long for the system is nothing yet: it is told when it is to be written.
    is_there, is_folder = os.path.exists(path), os.path.isdir(path)  # noqa: PTH110, PTH112
    if path.suffix.lower() in (PDF, HTML) and not typed.endswith(os.sep) and not is_folder:
        return OutputTarget(path.parent, path.name)
    if is_there and not is_folder:
        raise WrongUsage(
            f"{typed} is a file that is no PDF", "name a .pdf file or a folder: -o brief.pdf, -o out/"
        )
    return OutputTarget(path)


def _refuse_link_out(folder: Path, workplace: Path) -> None:
    """Nobody named the folder, and whoever made the project may have made it a link to any other."""
    if folder.is_symlink() and not real_path(folder).is_relative_to(real_path(workplace)):
        raise WrongUsage(
            f"the folder {folder.name}/ is a link that leads out of this one: {real_path(folder)}",
            f"if that is where the files are to go, say so: -o {folder.name}",
        )


def _refuse_one_file_for_many(
    typed: str, target: OutputTarget, briefs: Sequence[Path], purposes: Sequence[Purpose]
) -> None:
    name = "standard output" if typed == STANDARD else typed
    folder = f"name a folder instead: -o {(target.name and target.folder.name) or BUILD}"
    if len(briefs) > 1:
        raise WrongUsage(
            f"{name} is one file, but {len(briefs)} briefs are to be set", f"{folder}, or one brief"
        )
    if len(purposes) > 1:
        raise WrongUsage(
            f"{name} is one file, but {len(purposes)} are to be made for {', '.join(purposes)}",
            f"{folder}, or one purpose",
        )


def _refuse_wrong_ending(typed: str, target: OutputTarget, purpose: Purpose) -> None:
    ending = PDF if purpose.has_pages else HTML
    if not target.name.lower().endswith(ending):
        other = "--for web" if ending == PDF else "--for screen"
        raise WrongUsage(
            f"{typed} is no name for a file that is made for {purpose}",
            f"let it end in {ending}, or say {other}",
        )


def _refuse_twins(made: Sequence[Job], workplace: Path) -> None:
    """Two briefs of one name would overwrite each other; disks that ignore case are reckoned with."""
    first: dict[str, Job] = {}
    for job in made:
        for output in job.outputs:
            twin = first.setdefault(str(output.path).casefold(), job)
            if twin is not job:
                one, other = shown(twin.brief, workplace), shown(job.brief, workplace)
                raise WrongUsage(
                    f"{one} and {other} would both become {shown(output.path, workplace)}",
                    "give one of the folders another name, or set them one at a time with -o FILE",
                )
