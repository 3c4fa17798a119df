"""Take a brief out of a git repository, as it was at a revision.

In:  the brief's path and the name of a revision, such as `v1`, `HEAD~3` or `main`.
Out: a folder that holds the brief of that time with what lies beside it, and the institute's files above
     it; or the reason why it cannot be had.

Git is started without a shell, with its name and arguments as a list, and asks nobody for anything. A
revision that begins with a hyphen is refused, for it would be an option.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from issuebrief.file_access import MOST_BYTES, real_path

SECONDS = 10
"""So long git may take for each answer."""
MOST_FILES = 2_000
AT_ONCE = 200
"""So many files are asked for in one go."""
ROOT, LINK = PurePosixPath("."), "120000"
"""The folder at the top, and the mode of a symbolic link."""
REVISION = re.compile(r"[^\s\0-\x1f:?*\[\\-][^\s\0-\x1f:?*\[\\]{0,250}")


class NoRevision(Exception):
    """A brief cannot be had at a revision; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True)
class EarlierBrief:
    """A brief of an earlier time: the root of the folder that it was put into, its path, its commit."""

    root: Path
    brief: Path
    commit: str


def take_out(brief: Path, revision: str, folder: Path) -> EarlierBrief:
    """Put a brief as it was at a revision into a folder; raises `NoRevision`."""
    if not REVISION.fullmatch(revision):
        raise NoRevision(
            f"“{revision}” is no name of a revision", "name a tag, a branch or a commit: --since v1"
        )
    place = real_path(brief).parent
    while not place.is_dir():
        place = place.parent
    top = Path(
        _asked(place, ["rev-parse", "--show-toplevel"], _no_repository(place))
        .decode("utf-8", "replace")
        .strip()
    )
    commit = (
        _asked(
            place,
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"],
            NoRevision(
                f"there is no revision “{revision}” in the repository {top}",
                "git tag and git log list those there are",
            ),
        )
        .decode("ascii", "replace")
        .strip()
    )
    inner = PurePosixPath(os.path.relpath(real_path(brief), real_path(top)).replace(os.sep, "/"))
    was_not_there = NoRevision(
        f"{inner} was not there at the revision “{revision}”",
        "name a later revision, or compare with a file: issuebrief compare OLD NEW",
    )
    _asked(top, ["cat-file", "-e", f"{commit}:{inner}"], was_not_there)
    listed = _listed(top, commit, inner, was_not_there)
    if len(listed) > MOST_FILES:
        raise NoRevision(
            f"the folder of {inner} holds {len(listed):,} files at that revision",
            "compare with a file instead",
        )
    for first in range(0, len(listed), AT_ONCE):
        some = [f":(literal){name}" for name in listed[first : first + AT_ONCE]]
        _unpack(_asked(top, ["archive", "--format=tar", commit, "--", *some], was_not_there), folder)
    return EarlierBrief(folder, folder / inner, commit)


def _listed(top: Path, commit: str, inner: PurePosixPath, otherwise: NoRevision) -> list[str]:
    """The files in the brief's folder, and those that lie in the folders above it: an institute's."""
    found: dict[str, None] = {}
    for folder in inner.parents:
        deep = ["-r"] if folder == inner.parent != ROOT else []
        place = [] if folder == ROOT else [f"{folder}/"]
        entries = _asked(top, ["ls-tree", "-z", *deep, commit, "--", *place], otherwise)
        for entry in entries.decode("utf-8", "surrogateescape").split("\0"):
            about, _, name = entry.partition("\t")
            if about.split(" ")[1:2] == ["blob"] and not about.startswith(LINK):
                found[name] = None
    return list(found)


def _no_repository(place: Path) -> NoRevision:
    return NoRevision(
        f"{place} is not in a git repository",
        "compare two files or folders instead: issuebrief compare OLD NEW",
    )


def _asked(folder: Path, arguments: list[str], otherwise: NoRevision) -> bytes:
    """What git answers; raises `otherwise` where it cannot."""
    # What the user's settings may make git do, such as fetching what is missing, is not wanted.
    environment = {
        **os.environ,
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "LC_ALL": "C",
    }
    command = ["git", "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except FileNotFoundError:
        raise NoRevision(
            "git is not installed", "install git, or compare two files: issuebrief compare OLD NEW"
        ) from None
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise NoRevision(
            f"git gives no answer: {fault}", "compare two files: issuebrief compare OLD NEW"
        ) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            hint = "the repository belongs to somebody else: git config --global --add safe.directory FOLDER"
            raise NoRevision(f"git does not read the repository around {folder}", hint)
        raise otherwise
    return done.stdout


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the regular files of an archive, and no others, into a folder."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        for member in packed:
            path = PurePosixPath(member.name)
            if not member.isreg() or member.size > MOST_BYTES or path.is_absolute() or ".." in path.parts:
                continue
            if (source := packed.extractfile(member)) is not None:
                target = folder.joinpath(*path.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read())
