"""What one process has compiled, the next does not compile again; and it is the same."""

from __future__ import annotations

import marshal
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from issuebrief import compile_cache

if TYPE_CHECKING:
    from pathlib import Path

STATE = """
import re, sys
from issuebrief.compile_cache import keep_compiled, lasting, use_compile_cache
compiled = 0
plain = re._compiler._code
def code(*given):
    global compiled
    compiled += 1
    return plain(*given)
re._compiler._code = code
use_compile_cache()
re.compile("a word of the brief")
lasting(lambda: re.compile("a word of the program"))
import issuebrief.html, email._header_value_parser
compiled = 0
import issuebrief.pipeline.set_pages
print(compiled)
keep_compiled()
"""


def in_a_process(cache: Path, script: str = STATE, **variables: str) -> list[str]:
    """What a new process says that keeps its compiled modules in a folder of its own."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**plain, "PYTHONPYCACHEPREFIX": str(cache), **variables}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def kept(cache: Path) -> list[Path]:
    """The files of the cache in a folder of compiled modules."""
    return [path for path in cache.rglob("compiled_*") if path.is_file()]


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of compiled modules in which one process has left what it compiled."""
    folder = tmp_path_factory.mktemp("cache")
    assert int(in_a_process(folder)[0]) > 0
    return folder


@pytest.fixture
def modules(used: Path, tmp_path: Path) -> Path:
    """A folder of compiled modules, in which what this cache keeps is not there yet."""
    folder = tmp_path / "modules"
    shutil.copytree(used, folder, ignore=shutil.ignore_patterns("compiled_*"))
    return folder


def test_no_pattern_of_a_module_is_compiled_twice(used: Path) -> None:
    assert int(in_a_process(used)[0]) == 0


def test_a_second_process_finds_nothing_to_add_whatever_the_order_of_its_sets(used: Path) -> None:
    (file,) = kept(used)
    before = file.stat().st_mtime_ns
    for seed in ("1", "2"):
        in_a_process(used, PYTHONHASHSEED=seed)
    assert file.stat().st_mtime_ns == before


def test_patterns_are_those_that_re_makes(used: Path) -> None:
    (file,) = kept(used)
    programs, _ = marshal.loads(file.read_bytes())
    assert len(programs) > 100
    engine = re._compiler._sre  # type: ignore[attr-defined]
    for (pattern, flags), program in programs.items():
        made, expected = compile_cache._pattern(engine, pattern, *program), re.compile(pattern, flags)
        assert made == expected
        assert (made.flags, made.groups) == (expected.flags, expected.groups)
        assert made.groupindex == expected.groupindex


def test_methods_of_dataclasses_are_those_that_were_written_as_text(used: Path) -> None:
    (file,) = kept(used)
    _, methods = marshal.loads(file.read_bytes())
    assert len(methods) > 100
    for text, code in methods.items():
        assert marshal.loads(code) == compile(text, "<string>", "exec")


def test_a_pattern_made_while_nothing_is_imported_is_kept_only_if_it_is_said_to_last(used: Path) -> None:
    (file,) = kept(used)
    programs, _ = marshal.loads(file.read_bytes())
    assert ("a word of the brief", 0) not in programs
    assert ("a word of the program", 0) in programs


def test_entries_that_are_damaged_are_made_anew(used: Path, modules: Path) -> None:
    (file,) = kept(used)
    damaged = modules / file.relative_to(used)
    damaged.write_bytes(file.read_bytes()[:1000])
    assert int(in_a_process(modules)[0]) > 0
    assert int(in_a_process(modules)[0]) == 0


def test_nothing_is_kept_where_python_may_not_write_compiled_modules(modules: Path) -> None:
    in_a_process(modules, PYTHONDONTWRITEBYTECODE="1")
    assert kept(modules) == []


def test_a_program_that_imports_the_package_keeps_its_own_re(modules: Path) -> None:
    script = """
import dataclasses, re
plain = re._compiler.compile
import issuebrief
issuebrief.check("---\\ntitle: A brief\\n---\\n\\nText.\\n")
print(re._compiler.compile is plain, "exec" in vars(dataclasses))
"""
    assert in_a_process(modules, script) == ["True False"]


def test_a_build_keeps_what_its_worker_compiled(modules: Path) -> None:
    script = """
import sys
sys.argv = ["issuebrief", "build", "-", "-o", "-"]
from issuebrief.cli.entry import run
sys.exit(min(run(), 1))
"""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**plain, "PYTHONPYCACHEPREFIX": str(modules)}
    brief = "---\ntitle: A brief\nauthors: [{name: A. Writer}]\ndate: 2026-03-01\n---\n\nText.\n"
    command = [sys.executable, "-c", script]
    for _ in range(2):
        subprocess.run(command, input=brief.encode(), env=environment, capture_output=True, check=False)
    (file,) = kept(modules)
    programs, _ = marshal.loads(file.read_bytes())
    assert len(programs) > 400
