"""Briefs set and checked by other programs.

In:  a brief (a path, a text, or its front matter and body), and the files that it shows.
Out: the bytes of what was made of it, and what is wrong with it; nothing is written.

Any thread may call these functions; threads of one process take turns. To set several briefs at once, send
them to a `concurrent.futures.ProcessPoolExecutor`: arguments and results are plain values.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.model import Diagnostic, has_errors
from issuebrief.job import Job, Output, Printing, Purpose
from issuebrief.project.workspace import BRIEF, title_of
from issuebrief.resources import SearchPath, search_path, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from issuebrief.job import Outcome

Brief = Path | str | Mapping[str, Any]
"""The path of a brief's file or folder; its whole text; or its front matter, by keys."""
NO_NAME = (errno.ENAMETOOLONG, errno.EEXIST, errno.EISDIR, errno.ENOTDIR)
"""What a system says of a name that is too long, or that is a file's and a folder's at once."""
Files = Mapping[str, bytes]
"""The bytes of files by their names, such as `pictures/quay.jpg`."""


@dataclass(frozen=True)
class Result:
    """What came of a brief.

    `files` are named as the command names them: `moon.pdf`, `moon-press.pdf`, `moon.html`, and what lies
    beside that. `pages` is 0 where nothing was laid out.
    """

    files: Files
    problems: tuple[Diagnostic, ...]
    pages: int = 0

    @property
    def failed(self) -> bool:
        """Whether a problem kept a file from being made."""
        return has_errors(self.problems)


def build(
    brief: Brief,
    *,
    body: str = "",
    name: str = "",
    files: Files | None = None,
    folder: Path | None = None,
    home: Path | None = None,
    purposes: Iterable[str] = ("screen",),
    printing: Printing | None = None,
    strict: bool = False,
    allow_network: bool = False,
    timeout: float | None = None,
) -> Result:
    """Set a brief, as `issuebrief build` does, and give its files.

    - `brief` is a path, a text that begins with its front matter, or the front matter alone, as a mapping;
      then the text below it is the `body`, in Markdown.
    - Pictures and data lie in `files`, or in the `folder` of a brief that has no path.
    - `name` is what the files are called: by default what the command calls them, or `brief`.
    - `home` is the folder with a house's own `templates/`, `styles/` and `issuebrief.toml`.
    - `purposes` are one or more of `screen`, `press` and `web`; `printing` is for the press.
    - `timeout` is how many seconds it may take; it holds in the main thread of a process, where the system
      has alarms, as workers have it on Linux and macOS.

    Raises `ValueError` for arguments that mean nothing. What is wrong with a brief is in the result.
    """
    from issuebrief.pipeline.build import set_in_memory
    from issuebrief.pipeline.worker_pool import limited

    with _placed(brief, body, files, folder) as (path, text):
        job, problems = _job(path, text, home, strict=strict, allow_network=allow_network)
        job = replace(
            job, outputs=_outputs(path, name or _name(brief, path), purposes), printing=printing or Printing()
        )
        outcome = None if has_errors(problems) else limited(set_in_memory, job, timeout)
        return _result(problems, outcome, path.parent if files is not None else None)


def check(
    brief: Brief,
    *,
    body: str = "",
    files: Files | None = None,
    folder: Path | None = None,
    home: Path | None = None,
    purposes: Iterable[str] = ("screen",),
    printing: Printing | None = None,
    strict: bool = False,
    allow_network: bool = False,
    timeout: float | None = None,
) -> Result:
    """Say what is wrong with a brief, as `issuebrief check` does; the arguments are those of `build`."""
    from issuebrief.pipeline.check import check_brief
    from issuebrief.pipeline.worker_pool import limited

    with _placed(brief, body, files, folder) as (path, text):
        job, problems = _job(path, text, home, strict=strict, allow_network=allow_network)
        job = replace(
            job, outputs=_outputs(path, _name(brief, path), purposes), printing=printing or Printing()
        )
        outcome = None if has_errors(problems) else limited(check_brief, job, timeout)
        return _result(problems, outcome, path.parent if files is not None else None)


@contextmanager
def _placed(
    brief: Brief, body: str, files: Files | None, folder: Path | None
) -> Iterator[tuple[Path, bytes | None]]:
    """Where the file of a brief is, or would be, and its text where it is in no file."""
    if isinstance(brief, Path):
        if body or files is not None or folder is not None:
            raise ValueError("a brief with a path has its text and its files there")
        yield (brief / BRIEF if brief.is_dir() else brief), None
        return
    if files is not None and folder is not None:
        raise ValueError("the files of a brief are given, or lie in a folder")
    text = _text(brief, body).encode()
    if folder is not None:
        yield folder / BRIEF, text
        return
    with TemporaryDirectory(prefix="issuebrief-") as place:
        for file, content in (files or {}).items():
            _write(Path(place), file, content)
        yield Path(place).resolve() / BRIEF, text


def _name(brief: Brief, path: Path) -> str:
    """What the files of a brief are called, if nobody says."""
    return title_of(path) if isinstance(brief, Path) else path.stem


def _text(brief: str | Mapping[str, Any], body: str) -> str:
    if isinstance(brief, str):
        if body:
            raise ValueError("a brief that is given as a text has its body in it")
        return brief
    import yaml

    try:
        front = yaml.safe_dump(dict(brief), allow_unicode=True, sort_keys=False)
    except (yaml.YAMLError, RecursionError) as fault:
        raise ValueError("front matter is made of texts, numbers, dates, lists and mappings") from fault
    return f"---\n{front}---\n\n{body}"


def _write(place: Path, file: str, content: bytes) -> None:
    """Write a file of a brief; its name leads nowhere else."""
    name = PurePosixPath(file)
    if name.is_absolute() or ".." in name.parts or "\\" in file or ":" in file or not name.parts:
        raise ValueError(f"{file!r} is no name of a file beside a brief")
    path = place.joinpath(*name.parts)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        if fault.errno not in NO_NAME:
            raise
        raise ValueError(f"{file[:80]!r} is no name of a file beside the others: {fault.strerror}") from fault


def _job(
    path: Path, text: bytes | None, home: Path | None, *, strict: bool, allow_network: bool
) -> tuple[Job, tuple[Diagnostic, ...]]:
    """The job of a brief in a house, and what is wrong with the house's configuration."""
    if home is None:
        return Job(
            path, (), SearchPath((shipped("templates"),), (shipped("styles"),)), allow_network, text=text
        ), ()
    from issuebrief.project.config import read_configuration

    rulings, problems = read_configuration(home)
    return Job(
        path, (), search_path(home), allow_network, rulings=replace(rulings, strict=strict), text=text
    ), problems


def _outputs(path: Path, name: str, purposes: Iterable[str]) -> tuple[Output, ...]:
    """The deliverables, in the order in which they are made; their paths are names alone."""
    if PurePosixPath(name).name != name or name == ".." or "\\" in name or "\0" in name:
        raise ValueError(f"{name[:80]!r} is no name of a file")
    wanted = {purposes} if isinstance(purposes, str) else set(purposes)
    known = [purpose for purpose in Purpose if purpose in wanted]
    if not known or len(known) < len(wanted):
        raise ValueError(f"purposes are some of {', '.join(Purpose)}; given: {', '.join(sorted(wanted))}")
    return tuple(Output(purpose, path.parent / f"{name}{purpose.ending}") for purpose in known)


def _result(problems: tuple[Diagnostic, ...], outcome: Outcome | None, place: Path | None) -> Result:
    found = problems + (outcome.problems if outcome else ())
    if place:
        found = tuple(_by_name(problem, place) for problem in found)
    return Result(dict(outcome.files), found, outcome.pages) if outcome else Result({}, found)


def _by_name(problem: Diagnostic, place: Path) -> Diagnostic:
    """A problem whose place is named from the folder of a brief that is on no disk."""
    where = problem.place
    if where is None or not where.path.is_relative_to(place):
        return problem
    return replace(problem, place=replace(where, path=where.path.relative_to(place)))
