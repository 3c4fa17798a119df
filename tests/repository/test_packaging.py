"""issuebrief works from what `pip install` lays down, far from this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from issuebrief.resources import PACKAGE, shipped

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    # What the tests' own environment knows of the package must not help the installed one.
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE"))
    }
    done = subprocess.run([*map(str, command)], cwd=cwd, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment with the wheel; the packages that it needs are borrowed."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    lib = next(folder.glob("lib/python*/site-packages"))
    (wheel,) = packages.glob("*.whl")
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        folder / "bin/python",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    borrowed = next(path for path in map(Path, sys.path) if (path / "weasyprint").is_dir())
    (lib / "borrowed.pth").write_text(f"{borrowed}\n")
    return folder / "bin"


def shipped_files() -> set[str]:
    folders = (ROOT / "templates", ROOT / "styles")
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_wheel_carries_templates_styles_and_first_files(packages: Path) -> None:
    (wheel,) = packages.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"issuebrief/{name}" for name in shipped_files()} <= names
    assert {"issuebrief/scaffold/brief.md", "issuebrief/scaffold/publisher.yaml"} <= names
    assert {"issuebrief/scaffold/vscode/tasks.json", "issuebrief/scaffold/vscode/settings.json"} <= names
    assert {"issuebrief/diagnostics/formats/page.html", "issuebrief/diagnostics/formats/page.css"} <= names
    assert {"issuebrief/problems.md", "issuebrief/py.typed"} <= names
    client = [path for path in (PACKAGE / "preview/client").rglob("*") if path.is_file()]
    preview = {f"issuebrief/{path.relative_to(PACKAGE).as_posix()}" for path in client}
    assert "issuebrief/preview/client/index.html" in preview <= names
    assert not {name for name in names if name.startswith("tests")}


def test_the_sdist_carries_what_the_wheel_needs(packages: Path) -> None:
    (sdist,) = packages.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert shipped_files() <= names
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "src/issuebrief/cli/main.py",
        "src/issuebrief/scaffold/brief.md",
    } <= names


def test_from_the_wheel_a_new_brief_becomes_a_pdf(installed: Path, tmp_path: Path) -> None:
    run(installed / "issuebrief", "new", "my-brief", cwd=tmp_path)
    assert run(installed / "issuebrief", "build", cwd=tmp_path).startswith("build/my-brief.pdf: ")
    assert (tmp_path / "build/my-brief.pdf").read_bytes().startswith(b"%PDF-")
    assert run(installed / "issuebrief", "build", cwd=tmp_path) == "1 brief, nothing has changed\n"


def test_from_the_wheel_a_problem_is_explained(installed: Path, tmp_path: Path) -> None:
    text = run(installed / "issuebrief", "explain", "notes.empty", cwd=tmp_path)
    assert text.startswith("error: A note has no text. [notes.empty]\n\nWhat it means\n")


def test_the_wheels_own_templates_and_styles_are_used(installed: Path, tmp_path: Path) -> None:
    code = (
        "from issuebrief.resources import PACKAGE, shipped; "
        "print(PACKAGE, shipped('templates'), shipped('styles'), sep='\\n')"
    )
    package, templates, styles = run(installed / "python", "-c", code, cwd=tmp_path).splitlines()
    assert Path(package).is_relative_to(installed.parent)
    assert (templates, styles) == (f"{package}/templates", f"{package}/styles")


@pytest.mark.skipif((PACKAGE / "styles").is_dir(), reason="these tests run against an installed package")
def test_in_place_the_repositorys_templates_and_styles_are_used() -> None:
    assert shipped("templates") == ROOT / "templates"
    assert shipped("styles") == ROOT / "styles"
