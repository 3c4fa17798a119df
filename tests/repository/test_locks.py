"""What is installed: all that the program imports, within the ranges of pyproject.toml, with known hashes."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sources import statements

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
HASHES = r"((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
PIN = re.compile(rf"^([a-z0-9-]+)==(\S+?)(?: ; (.+?))? \\\n{HASHES}", re.M)


def project() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def pins(path: Path) -> dict[str, set[str]]:
    """The versions that a lock names for each package."""
    found: dict[str, set[str]] = {}
    for name, version, *_ in PIN.findall(path.read_text("utf-8")):
        found.setdefault(name, set()).add(version)
    return found


def test_what_the_program_imports_is_declared_and_what_is_declared_is_imported() -> None:
    nodes = [node for path in (ROOT / "src").rglob("*.py") for node in statements(path).imports]
    modules = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    tops = {name.partition(".")[0] for name in modules} - set(sys.stdlib_module_names) - {"issuebrief", ""}
    known = packages_distributions()
    imported = {canonicalize_name(known[top][0]) for top in tops}
    extras = project()["optional-dependencies"]
    optional = (
        line for name in ("charts", "dask", "formulas", "sheets", "spelling") for line in extras[name]
    )
    lines = [*project()["dependencies"], *optional]
    declared = {canonicalize_name(Requirement(line).name) for line in lines}
    assert imported == declared


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_line_of_a_lock_is_a_version_with_hashes(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# Made by `make lock` from pyproject.toml; not to be edited by hand.\n")
    assert PIN.sub("", text).splitlines() == text.splitlines()[:1]
    assert len(pins(path)) > 20


def test_a_lock_holds_the_hashes_of_wheels_for_several_systems() -> None:
    hashes = {
        name: found.count("--hash")
        for name, _, _, found in PIN.findall((ROOT / "requirements/run.txt").read_text("utf-8"))
    }
    assert all(hashes[name] > 10 for name in ("pikepdf", "pillow", "uharfbuzz", "msgspec"))


def test_locks_agree_with_each_other() -> None:
    develop = pins(ROOT / "requirements/develop.txt")
    assert pins(ROOT / "requirements/run.txt").items() <= develop.items()
    docs = pins(ROOT / "requirements/docs.txt")
    assert {name: docs[name] for name in docs.keys() & develop} == {
        name: develop[name] for name in docs.keys() & develop
    }


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("run", ()), ("develop", ("test", "lint")), ("docs", ("docs",))],
    ids=lambda v: str(v),
)
def test_locks_are_within_the_ranges(lock: str, extras: tuple[str, ...]) -> None:
    found = pins(ROOT / f"requirements/{lock}.txt")
    lines = [line for extra in extras for line in project()["optional-dependencies"][extra]]
    if lock != "docs":
        lines += project()["dependencies"]
    for wanted in map(Requirement, lines):
        versions = found.get(canonicalize_name(wanted.name), set())
        assert versions, wanted.name
        assert all(version in wanted.specifier for version in versions), wanted


def test_the_set_up_takes_nothing_whose_hash_is_not_known() -> None:
    for path in (ROOT / "scripts/set-up.sh", ROOT / "Dockerfile"):
        installs = re.findall(r"pip install.*", re.sub(r"^\s*#.*$", "", path.read_text("utf-8"), flags=re.M))
        assert len(installs) == 2, path.name
        locked, own = installs
        assert "--require-hashes" in locked and "requirements/" in locked
        assert "--no-deps --no-build-isolation" in own
