"""What independent programs say of finished files, where they are installed.

In:  files by name.
Out: for each file and program a `ValidatorResult`: passed, failed with what was said, or not asked. Nothing
     in it depends on the day, the folder or the speed of the machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from issuebrief.time_limit import ended_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECONDS = 120.0
"""How long a program may work on a file."""
MOST_LINES = 200
"""So many lines of what a program says are kept."""
JAVA = {"JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
"""Has Java compile quickly rather than well: it looks at one file, and takes half the time."""
NOTICE = "NOTE: Picked up JDK_JAVA_OPTIONS"
"""What Java says of that before a program of it says anything."""


@dataclass(frozen=True)
class Validator:
    """A program: what it holds files to, how it is started, and the endings of the files that it is for."""

    name: str
    standard: str
    command: tuple[str, ...]
    endings: tuple[str, ...]

    def is_for(self, name: str) -> bool:
        """Whether it looks at files of this name."""
        return name.endswith(self.endings) and not (
            name.endswith("-press.pdf") and "-press.pdf" not in self.endings
        )


PRESS = "-press.pdf"
VALIDATORS = (
    Validator("veraPDF", "PDF/UA-1", ("verapdf", "--format", "text", "--flavour", "ua1"), (".pdf",)),
    Validator("veraPDF", "PDF/A-2a", ("verapdf", "--format", "text", "--flavour", "2a"), (".pdf",)),
    Validator("qpdf", "PDF syntax", ("qpdf", "--check"), (".pdf", PRESS)),
    Validator("EPUBCheck", "EPUB 3.3", ("epubcheck",), (".epub",)),
    Validator("Nu Html Checker", "HTML", ("vnu", "--errors-only"), (".html",)),
)


@dataclass(frozen=True)
class ValidatorResult:
    """What a program says of a file: `result` is `passed`, `failed` or `not installed`."""

    file: str
    validator: str
    standard: str
    result: str
    says: tuple[str, ...] = ()


def verdicts(files: Mapping[str, bytes]) -> tuple[ValidatorResult, ...]:
    """The verdicts of all programs on all files that they are for, in the order of the files."""
    with TemporaryDirectory(prefix="issuebrief-") as private:
        return tuple(
            verdict for name in sorted(files) for verdict in _of_file(name, files[name], Path(private))
        )


def _of_file(name: str, content: bytes, folder: Path) -> Iterator[ValidatorResult]:
    asked = [each for each in VALIDATORS if each.is_for(name)]
    path = folder / Path(name).name
    if any(map(_found, asked)):
        path.write_bytes(content)
    for each in asked:
        program = _found(each)
        if program is None:
            yield ValidatorResult(name, each.name, each.standard, "not installed")
        else:
            status, says = _run((program, *each.command[1:], str(path)), folder)
            result = "passed" if status == 0 else "failed"
            yield ValidatorResult(name, each.name, each.standard, result, says if status else ())


def _found(validator: Validator) -> str | None:
    """The program, where it is installed, or comes with a package that lies beside this one."""
    folders = os.pathsep.join((os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)))
    return shutil.which(validator.command[0], path=folders)


def _run(command: tuple[str, ...], folder: Path) -> tuple[int | None, tuple[str, ...]]:
    """The status of a program, and the lines that it printed, without the folder that it worked in."""
    printed = folder / "printed"
    with printed.open("wb") as stream:
        process = subprocess.Popen(
            command,
            stdout=stream,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**JAVA, **os.environ},
        )
        status = ended_within(process, SECONDS)
    lines = printed.read_text("utf-8", "replace").replace(f"{folder}/", "").splitlines()
    said = (line for line in lines if line.strip() and not line.startswith(NOTICE))
    return status, tuple(said)[:MOST_LINES]
