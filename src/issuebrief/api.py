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
from typing import TYPE_CHECKING, TypedDict, Unpack

from issuebrief.diagnostics.model import Diagnostic, has_errors
from issuebrief.file_access import real_path
from issuebrief.job import Job, Output, Printing, Purpose
from issuebrief.project.workspace import BRIEF, title_of
from issuebrief.resources import SearchPath, search_path, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from issuebrief.job import Outcome

Brief = Path | str | Mapping[str, object]
"""The path of a brief's file or folder; its whole text; or its front matter, by keys."""
NO_NAME = (errno.ENAMETOOLONG, errno.EEXIST, errno.EISDIR, errno.ENOTDIR)
"""What a system says of a name that is too long, or that is a file's and a folder's at once."""
LONGEST = 10_000_000
"""Seconds that a brief may take at most, if anybody says so; four months are as good as no limit."""
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


class Options(TypedDict, total=False):
    """What can be said of a brief and of what is to be made of it. All of it can be left out."""

    body: str
    """The text below front matter that is given alone, in Markdown."""
    files: Files | None
    """The pictures and data of a brief that has no path."""
    folder: Path | None
    """The folder that they lie in, where they are not given as `files`."""
    name: str
    """What the files are called: by default what the command calls them, or `brief`."""
    home: Path | None
    """The folder with a house's own `templates/`, `styles/` and `issuebrief.toml`."""
    purposes: Iterable[str]
    """One or more of `screen`, `press` and `web`; `screen` by default."""
    printing: Printing | None
    """What is for the press alone."""
    strict: bool
    """Warnings count as errors."""
    allow_network: bool
    """Pictures may be fetched from the network."""
    timeout: float | None
    """How many seconds of the processor it may take, and five times as many on the clock. It holds in the
    main thread of a process, where the system has alarms, as workers have it on Linux and macOS."""


DEFAULTS: Options = {
    "body": "",
    "files": None,
    "folder": None,
    "name": "",
    "home": None,
    "purposes": ("screen",),
    "printing": Printing(),
    "strict": False,
    "allow_network": False,
    "timeout": None,
}


def build(brief: Brief, **options: Unpack[Options]) -> Result:
    """Set a brief, as `issuebrief build` does, and give its files.

    `brief` is a path, a text that begins with its front matter, or the front matter alone, as a mapping; then
    the text below it is the option `body`.

    Raises `ValueError` for arguments that mean nothing, and `TypeError` for an option that there is not. What
    is wrong with a brief is in the result.
    """
    from issuebrief.pipeline.build import set_in_memory

    return result_of(set_in_memory, brief, options)


def check(brief: Brief, **options: Unpack[Options]) -> Result:
    """Say what is wrong with a brief, as `issuebrief check` does; the arguments are those of `build`."""
    from issuebrief.pipeline.check import check_brief

    return result_of(check_brief, brief, options)


def result_of(work: Callable[[Job], Outcome], brief: Brief, given: Options) -> Result:
    """What comes of a brief, by one way or the other of working on it."""
    from issuebrief.pipeline.worker_pool import limited

    if unknown := sorted(given.keys() - DEFAULTS.keys()):
        raise TypeError(f"there is no option {unknown[0]}; the options are {', '.join(DEFAULTS)}")
    options: Options = {**DEFAULTS, **given}
    _refuse_nonsense(options)
    with _placed(brief, options["body"], options["files"], options["folder"]) as (path, text):
        job, problems = _job(path, text, options)
        outputs = _outputs(path, options["name"] or _name(brief, path), options["purposes"])
        job = replace(job, outputs=outputs, printing=options["printing"] or Printing())
        outcome = None if has_errors(problems) else limited(work, job, options["timeout"])
        on_disk = isinstance(brief, Path) or options["folder"] is not None
        return _result(problems, outcome, None if on_disk else path.parent)


def _refuse_nonsense(options: Options) -> None:
    """Raise `ValueError` for a time that is none, and for folders that no system has."""
    timeout = options["timeout"]
    if timeout is not None and not 0 < timeout <= LONGEST:
        raise ValueError(
            f"the timeout is a number of seconds, above 0 and up to {LONGEST:,}; given: {timeout}"
        )
    for name, folder in (("home", options["home"]), ("folder", options["folder"])):
        if folder is not None and "\0" in str(folder):
            raise ValueError(f"{name} is no name of a folder: {str(folder)[:80]!r}")


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
    with TemporaryDirectory(prefix="issuebrief-") as private:
        # One level down: the institute's file may lie above, and the folder above this one is anybody's.
        place = Path(private) / "brief"
        place.mkdir()
        for file, content in (files or {}).items():
            _write(place, file, content)
        yield real_path(place) / BRIEF, text


def _name(brief: Brief, path: Path) -> str:
    """What the files of a brief are called, if nobody says."""
    return title_of(path) if isinstance(brief, Path) else path.stem


def _text(brief: str | Mapping[str, object], body: str) -> str:
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
    if name.is_absolute() or ".." in name.parts or set(file) & set("\\:\0") or not name.parts:
        raise ValueError(f"{file!r} is no name of a file beside a brief")
    path = place.joinpath(*name.parts)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as fault:
        if fault.errno not in NO_NAME:
            raise
        raise ValueError(f"{file[:80]!r} is no name of a file beside the others: {fault.strerror}") from fault


def _job(path: Path, text: bytes | None, options: Options) -> tuple[Job, tuple[Diagnostic, ...]]:
    """The job of a brief in a house, and what is wrong with the house's configuration."""
    home, network = options["home"], options["allow_network"]
    if home is None:
        own = SearchPath((shipped("templates"),), (shipped("styles"),))
        return Job(path, (), own, network, text=text), ()
    from issuebrief.project.config import read_configuration

    policy, problems = read_configuration(home)
    policy = replace(policy, strict=options["strict"])
    return Job(path, (), search_path(home), network, policy=policy, text=text), problems


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
