"""What is wrong with a template, told at its own file and line.

In:  what was raised while a template was read or filled.
Out: a problem.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.file_access import MOST_TEXT, read

if TYPE_CHECKING:
    from issuebrief.resources import SearchPath

MOST_SAID = 300
"""Letters of what is said of a template: what it was given may be long."""
UNREADABLE = "put the file itself into the templates folder, and make it readable"
"""The hint for a template that cannot be read."""


def template_problem(fault: Exception, search_path: SearchPath) -> Diagnostic:
    """A template's error at its own file and line."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    from issuebrief.templating import NotReadable, NotUtf8

    if isinstance(fault, TemplateNotFound):
        folders = ", ".join(str(folder) for folder in search_path.templates)
        return error(
            "template.missing",
            f"there is no template “{fault.name}”",
            None,
            f"it was looked for in {folders}",
        )
    path, line = _template_place(fault)
    if isinstance(fault, NotUtf8):
        place = SourceRange(fault.path, fault.line)
        return error("template.not-utf-8", "the template is not saved as UTF-8", place, "save it as UTF-8")
    if isinstance(fault, NotReadable):
        message = f"the template {fault.path.name} cannot be read: {fault}"
        return error("template.unreadable", message, SourceRange(fault.path), UNREADABLE)
    if isinstance(fault, TemplateSyntaxError):
        path, line = Path(fault.filename or fault.name or "template"), fault.lineno
    excerpt = _line_of(path, line, search_path)
    said = str(fault) or type(fault).__name__
    return error(
        "template.broken",
        f"the template cannot be filled in: {said[:MOST_SAID]}{'…' if len(said) > MOST_SAID else ''}",
        SourceRange(path, line),
        "compare it with the shipped template of the same name",
        excerpt,
    )


def _line_of(path: Path, line: int, search_path: SearchPath) -> str:
    """A line of a template; empty where it has none."""
    try:
        lines = read(path, search_path.templates, MOST_TEXT).decode("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _template_place(fault: BaseException) -> tuple[Path, int]:
    """The template and line that an error was raised from."""
    place = (Path("template"), 0)
    trace = fault.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".html"):
            place = (Path(name), trace.tb_lineno)
        trace = trace.tb_next
    return place
