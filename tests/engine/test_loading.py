"""WeasyPrint is loaded without what a build does not use, and draws the same."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STATE = """
import sys, tinycss2
from issuebrief.engine import loading
parsed, plain = [], tinycss2.parse_stylesheet
tinycss2.parse_stylesheet = lambda text: parsed.append(text) or plain(text)
loading.load_engine()
print(len(parsed))
import weasyprint, weasyprint.pdf.fonts, weasyprint.html as html
from weasyprint.text.ffi import ffi, pango
print(isinstance(ffi, loading.CDefinitions), "cffi.cparser" in sys.modules, "fontTools.subset" in sys.modules)
print("fontTools.ttLib" in sys.modules)
for sheet in (html.UA_STYLESHEET, html.UA_FORM_STYLESHEET, html.PH_STYLESHEET):
    matcher = vars(sheet.matcher)
    selectors = [*matcher["lower_local_name_selectors"].values(), matcher["other_selectors"]]
    for test, *rest in (entry for entries in selectors for entry in entries):
        known = sorted({*test.__globals__} - {"__builtins__"})
        print(test.__code__.co_code, test.__code__.co_names, known, rest)
    print(sheet.page_rules, sheet.layers, matcher["order"])
print(html.UA_COUNTER_STYLE)
print(pango.pango_units_from_double(1), ffi.string(ffi.new("char[]", b"abc")), pango.PANGO_WRAP_WORD)
page = weasyprint.HTML(string="<p lang=ar>A <b>word</b><ul type=i><li>One<li>Two</ul>").render().pages[0]
print([(box.element_tag, box.height, box.style["font_weight"]) for box in page._page_box.descendants()])
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
    """The files of C definitions and of style sheets in a folder of compiled modules."""
    names = ("c_definitions_*", "user_agent_sheets_*")
    return [path for name in names for path in sorted(cache.rglob(name)) if path.is_file()]


PARSED = ["3", "False True False"]
"""What is said first of three style sheets and the C definitions where they are parsed."""
TAKEN = ["0", "True False False"]
"""The same where they are taken from where they are kept."""


def test_definitions_and_sheets_are_parsed_once_and_taken_from_where_they_are_kept_after_that(
    tmp_path: Path,
) -> None:
    first = loaded(tmp_path)
    assert first[:2] == PARSED
    assert len(kept(tmp_path)) == 2
    again = loaded(tmp_path)
    assert again[:2] == TAKEN
    assert again[2:] == first[2:]
    assert len(first) > 150
    assert (first[2], first[-1]) == ("False", "True True")


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    plain = loaded(tmp_path)
    whole = [file.stat().st_size for file in kept(tmp_path)]
    for file in kept(tmp_path):
        file.write_bytes(file.read_bytes()[:100])
    damaged = loaded(tmp_path)
    # The sheets are known to be damaged only when they are read, and are parsed then.
    assert damaged == ["3", *plain[1:]]
    assert [file.stat().st_size for file in kept(tmp_path)] == whole
    assert loaded(tmp_path)[:2] == TAKEN


def test_nothing_is_kept_where_python_may_not_write_compiled_modules(tmp_path: Path) -> None:
    assert loaded(tmp_path, PYTHONDONTWRITEBYTECODE="1")[:2] == PARSED
    assert kept(tmp_path) == []
