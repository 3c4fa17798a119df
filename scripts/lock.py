"""Pin every package that `make` installs: `make lock`.

In:  the ranges in pyproject.toml.
Out: requirements/run.txt, what setting a brief takes, and requirements/develop.txt, what tests
     and linters take besides; the same versions in both.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Made by `make lock` from pyproject.toml; not to be edited by hand.\n"
IN_PLACE = ["editables~=0.5"]  # hatchling asks for it when the package is installed in place


def resolve(wanted: list[str], pins: Path | None = None) -> list[str]:
    """`name==version` for all that is wanted and all that those need in turn."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--dry-run",
        "--ignore-installed",
        "--report",
        "-",
    ]
    if pins:
        command += ["--constraint", str(pins)]
    report = subprocess.run([*command, *wanted], check=True, capture_output=True, text=True).stdout
    packages = [each["metadata"] for each in json.loads(report)["install"]]
    return sorted(f"{package['name'].lower()}=={package['version']}" for package in packages)


def main() -> None:
    """Write both files; the larger set is resolved first, and holds the smaller one to its versions."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = [*asked["project"]["dependencies"], *asked["build-system"]["requires"], *IN_PLACE]
    extras = asked["project"]["optional-dependencies"]
    develop = ROOT / "requirements" / "develop.txt"
    develop.write_text(HEAD + "\n".join(resolve([*run, *extras["test"], *extras["lint"]])) + "\n", "utf-8")
    (develop.parent / "run.txt").write_text(HEAD + "\n".join(resolve(run, develop)) + "\n", "utf-8")


main()
