"""WeasyPrint is loaded without what a build does not use, and draws the same."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STATE = """
import sys
from issuebrief.engine import loading
loading.load_engine()
import weasyprint, weasyprint.pdf.fonts
from weasyprint.text.ffi import ffi, pango
print(isinstance(ffi, loading.CDefinitions), "cffi.cparser" in sys.modules, "fontTools.subset" in sys.modules)
print(pango.pango_units_from_double(1), ffi.string(ffi.new("char[]", b"abc")), pango.PANGO_WRAP_WORD)
print(len(weasyprint.HTML(string="<p>A word</p>").render().pages))
print(weasyprint.pdf.fonts.subset.Options().hinting, "fontTools.subset" in sys.modules)
"""


def loaded(cache: Path, **variables: str) -> list[str]:
    """What a new process says of WeasyPrint that keeps its compiled modules in a folder of its own."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**plain, "PYTHONPYCACHEPREFIX": str(cache), **variables}
    done = subprocess.run(
        [sys.executable, "-c", STATE], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def kept(cache: Path) -> list[Path]:
    """The files of C definitions in a folder of compiled modules."""
    return [path for path in cache.rglob("c_definitions_*") if path.is_file()]


def test_c_definitions_are_parsed_once_and_taken_from_where_they_are_kept_until_they_are_damaged(
    tmp_path: Path,
) -> None:
    first, *rest = loaded(tmp_path)
    assert first == "False True False"
    (file,) = kept(tmp_path)
    again, *rest_again = loaded(tmp_path)
    assert again == "True False False"
    assert rest_again == rest
    assert rest[-1] == "True True"
    whole = file.read_bytes()
    file.write_bytes(whole[:100])
    assert loaded(tmp_path)[0] == "False True False"
    assert file.read_bytes() == whole


def test_nothing_is_kept_where_python_may_not_write_compiled_modules(tmp_path: Path) -> None:
    assert loaded(tmp_path, PYTHONDONTWRITEBYTECODE="1")[0] == "False True False"
    assert kept(tmp_path) == []
