"""Read `issuebrief.toml`, in which a house says how strict it is.

In:  the folder the user works in.
Out: `SeverityPolicy`, the writer's editor, and everything that is wrong with the file, each at its line.

    [preflight]
    "lines.loose" = "off"          # or "info", "warning", "error"

    [preflight.limits]
    word-gap = 2.0

    [style.limits]                 # the house style: see `style_table.py`
    sentence = 40

    [preview]
    editor = "zed"                 # what opens where a line is clicked
"""

from __future__ import annotations

import os.path
import re
import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.codes import RULES as SETTABLE
from issuebrief.diagnostics.limits import Limits
from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange, error, hint_of
from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.file_access import MOST_TEXT, read
from issuebrief.frontmatter.text_file import read_text
from issuebrief.project.toml_places import nearest_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from issuebrief.house_style.settings.shapes import HouseStyle

FILE = "issuebrief.toml"
OFF = "off"
SEVERITIES: dict[str, Severity | None] = {OFF: None, **{each.name.lower(): each for each in Severity}}
WANTED = Limits().wanted
MOST, LONGEST = 32_000, 1_000
"""Characters of a file and of a line that are read: names of many parts take their time."""
MOST_TOLD = 20
"""So many problems of a file are told; one is enough for nothing to be set."""


def read_configuration(workplace: Path) -> tuple[SeverityPolicy, tuple[Diagnostic, ...]]:
    """The severity policy of the project; the defaults where there is no file, or where it is wrong."""
    path = workplace / FILE
    if not os.path.lexists(path):
        return SeverityPolicy(), ()
    text, problems = read_text(path)
    if text is None:
        return SeverityPolicy(), problems
    if too_long := _too_long(path, text):
        return SeverityPolicy(), (*problems, too_long)
    try:
        tables = tomllib.loads(text)
    except ValueError as mistake:
        return SeverityPolicy(), (*problems, _not_toml(str(mistake), path, text))
    except RecursionError:
        return SeverityPolicy(), (*problems, _not_toml("the tables are nested too deeply", path, text))
    reading = _ConfigReading(path, text, list(problems))
    policy = reading.policy(tables)
    return policy, tuple(reading.problems)


def preferred_editor(workplace: Path) -> str:
    """The editor that the house names; empty where it names none, or the file is wrong."""
    try:
        text = read(workplace / FILE, (workplace,), MOST_TEXT).decode("utf-8")
        wish = "" if _too_long(workplace, text) else tomllib.loads(text)["preview"]["editor"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""
    return wish if isinstance(wish, str) else ""


@dataclass
class _ConfigReading:
    """One pass over the file; it gathers problems on its way."""

    path: Path
    text: str
    problems: list[Diagnostic] = field(default_factory=list)

    def policy(self, tables: dict[str, object]) -> SeverityPolicy:
        self._known(tables, ["preflight", "preview", "style"], "[{}]")
        self._preview(self._table(tables, "preview"))
        preflight = self._table(tables, "preflight")
        limits = self._table(preflight, "limits")
        severities = [
            (code, SEVERITIES[str(word)]) for code, word in _flat(preflight) if self._is_ruling(code, word)
        ]
        return SeverityPolicy(tuple(severities), self._limits(limits), style=self._style(tables))

    def _style(self, tables: dict[str, object]) -> HouseStyle | None:
        if "style" not in tables:
            return None
        from issuebrief.project.style_table import read_style

        style, problems = read_style(tables["style"], self.path, self.text)
        self.problems += problems
        return style

    def _table(self, tables: dict[str, object], name: str) -> dict[str, object]:
        table = tables.get(name, {})
        if isinstance(table, dict):
            return table
        self._error("wrong-value", name, f"{name} must be a table", f"write it as [{name}]")
        return {}

    def _is_ruling(self, code: str, word: object) -> bool:
        if code not in SETTABLE:
            self._no_rule(code)
            return False
        if not isinstance(word, str) or word not in SEVERITIES:
            message = f"“{code}” cannot be {_shown(word)}"
            self._error("wrong-value", code, message, f"write one of {_listed(SEVERITIES)}")
            return False
        return True

    def _no_rule(self, code: str) -> None:
        if code in CODES:
            message = f"{code} cannot be ruled on: there is nothing to print where it occurs"
            self._error("unknown-rule", code, message, f"the rules are {_listed(SETTABLE)}")
        else:
            near = nearest_key(code, SETTABLE)
            meant = f"did you mean “{near}”?" if near else ""
            hint = hint_of(meant, f"the rules are {_listed(SETTABLE)}")
            self._error("unknown-rule", code, f"there is no rule {code}", hint)

    def _limits(self, table: dict[str, object]) -> Limits:
        values: dict[str, Any] = {}
        legal = {each.name.replace("_", "-"): each.name for each in fields(Limits)}
        self._known(table, legal, "{}")
        for key, value in table.items():
            if key not in legal:
                continue
            name = legal[key]
            if name == "wanted":
                good = isinstance(value, list) and all(each in WANTED for each in value)
                form = f"a list of any of {_listed(WANTED)}"
            else:
                good = isinstance(value, int | float) and not isinstance(value, bool) and value > 0
                form = "a number above 0"
            if good:
                values[name] = tuple(value) if isinstance(value, list) else value
            else:
                self._error("wrong-value", key, f"{key} cannot be {_shown(value)}", f"write {form}")
        return Limits(**values)

    def _preview(self, table: dict[str, object]) -> None:
        self._known(table, ["editor"], "{}")
        wish = table.get("editor", "")
        if not isinstance(wish, str):
            self._error("wrong-value", "editor", f"editor cannot be {_shown(wish)}", "write a text")
            return
        from issuebrief.project.editors import editor

        try:
            editor(wish, {}, lambda _: None)
        except ValueError as fault:
            message, _, hint = str(fault).partition(": ")
            self._error("wrong-value", "editor", message, hint)

    def _known(self, table: dict[str, object], legal: Iterable[str], form: str) -> None:
        names = list(legal)
        for key in table:
            if key not in names:
                near = nearest_key(key, names)
                meant = f"did you mean {form.format(near)}?" if near else ""
                known = _listed(form.format(name) for name in names)
                hint = hint_of(meant, f"the choices here are {known}")
                self._error("unknown-key", key, f"there is no {form.format(key)}", hint)

    def _error(self, code: str, key: str, message: str, hint: str) -> None:
        """An error at the line on which a key, its last part, or the table of its name stands."""
        if len(self.problems) >= MOST_TOLD:
            return
        place, excerpt = SourceRange(self.path), ""
        for name in (key, key.rpartition(".")[2]):
            key_or_table = rf"\s*((?:\[+[\w.\s]*)?[\"']?{re.escape(name)}[\"']?(?:(?=\s*[.=])|\s*\]+))"
            pattern = re.compile(key_or_table)
            lines = enumerate(self.text.split("\n"), 1)
            found = next(((number, match) for number, line in lines if (match := pattern.match(line))), None)
            if found:
                number, match = found
                place = SourceRange(self.path, number, match.start(1) + 1).covering(match[1])
                excerpt = match.string
                break
        self.problems.append(error(f"configuration.{code}", message, place, hint, excerpt))


def _flat(table: dict[str, object]) -> Iterator[tuple[str, object]]:
    """Rules and what is said of them; their names may be written in quotes or as TOML parts them."""
    for name, value in table.items():
        if name == "limits":
            continue
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", ruling) for inner, ruling in value.items())
        else:
            yield name, value


def _not_toml(mistake: str, path: Path, text: str) -> Diagnostic:
    """What tomllib says, at the line that it names."""
    found = re.search(r" \(at line (\d+), column (\d+)\)$", mistake)
    line, column = (int(found[1]), int(found[2])) if found else (text.count("\n") + 1, 1)
    lines = text.split("\n")
    excerpt = lines[line - 1] if line <= len(lines) else ""
    message = f"this is not TOML: {mistake.partition(' (at ')[0]}"
    hint = 'a line is a [table], or a key, an equals sign and a value: "lines.loose" = "off"'
    return error("configuration.toml", message, SourceRange(path, line, column), hint, excerpt)


def _too_long(path: Path, text: str) -> Diagnostic | None:
    """The problem of a file or a line that is longer than settings are."""
    lines = text.split("\n")
    long = next((number for number, line in enumerate(lines, 1) if len(line) > LONGEST), 0)
    if not long and len(text) <= MOST:
        return None
    message = (
        f"a line has more than {LONGEST:,} characters" if long else f"this file has {len(text):,} characters"
    )
    hint = f"settings take no more than {MOST:,} characters, on lines of no more than {LONGEST:,}"
    return error("configuration.toml", message, SourceRange(path, long), hint)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def _shown(value: object) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value).lower()
