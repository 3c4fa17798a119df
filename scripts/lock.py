"""Pin every package that `make` installs, with the hashes of its files: `make lock`.

In:  the ranges in pyproject.toml, and the index of packages.
Out: requirements/run.txt, what setting a brief takes, with charts and formulas; requirements/develop.txt,
     what tests, linters and the import of Word files take besides; requirements/docs.txt, what the
     documentation's site takes. All three agree in their versions, and hold for Linux, macOS and Windows and
     for every Python that is supported.

Only who moves the versions needs uv, which resolves them for all systems at once. It is fetched for the
purpose and thrown away again; what it writes is read by pip alone.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Made by `make lock` from pyproject.toml; not to be edited by hand.\n"
IN_PLACE = ["editables~=0.5"]  # hatchling asks for it when the package is installed in place
RESOLVER = "uv>=0.9,<1"


def resolver(folder: Path) -> Path:
    """The program that resolves, installed in `folder`."""
    venv.create(folder, with_pip=False)
    python = next(path for path in (folder / "bin/python", folder / "Scripts/python.exe") if path.exists())
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run([*pip, "install", "-q", RESOLVER], check=True)
    return python.with_name("uv")


def resolve(uv: Path, wanted: list[str], python: str, pins: Path | None = None) -> str:
    """Lines `name==version`, with a hash for each file of the release, for `wanted` and all that it needs.

    `python` is the oldest version of Python that they hold for. Packages that `pins` names get its versions.
    """
    command = [str(uv), "pip", "compile", "-", "-q", "--universal", "--python-version", python]
    command += ["--generate-hashes", "--no-header", "--no-annotate"]
    if pins:
        command += ["--constraint", str(pins)]
    done = subprocess.run(
        command, input="\n".join(wanted), cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return HEAD + done.stdout


def main() -> None:
    """Write the three files; the largest set is resolved first, and holds the others to its versions."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    python = asked["project"]["requires-python"].removeprefix(">=")
    extras = asked["project"]["optional-dependencies"]
    run = [*asked["project"]["dependencies"], *asked["build-system"]["requires"], *IN_PLACE]
    run += [*extras["charts"], *extras["sheets"], *extras["formulas"]]
    requirements = ROOT / "requirements"
    develop = requirements / "develop.txt"
    with tempfile.TemporaryDirectory() as folder:
        uv = resolver(Path(folder))
        develop.write_text(
            resolve(uv, [*run, *extras["word"], *extras["test"], *extras["lint"]], python), "utf-8"
        )
        for name, wanted in (("run", run), ("docs", extras["docs"])):
            (requirements / f"{name}.txt").write_text(resolve(uv, wanted, python, develop), "utf-8")


main()
