"""Say in plain words what is wrong with broken YAML.

In:  what a YAML parser complained about, and the text.
Out: a `Diagnostic` with a hint for the usual causes (a colon in a title, a quote that never
     ends, a tab, a crooked indent), and, where it is plain what was meant, the text mended.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.frontmatter.keys.pictures import Cover
from issuebrief.frontmatter.model import Author, Brief, Niceties, Publisher
from issuebrief.frontmatter.slips import straight, without_space

if TYPE_CHECKING:
    import yaml

    from issuebrief.frontmatter.source import Source

ENTRY = re.compile(r"^(?P<lead>\s*(?:- +)*[\w.-]+:[ \t]+|\s*(?:- +)+)(?P<value>\S.*)$")
"""A line with a key, or a dash, and a value after it."""

KEY = re.compile(r"\s*(?:- +)*[\w.-]+:(?:\s|$)")
"""The beginning of a line with a key."""

NAMES = {name for shape in (Author, Brief, Cover, Niceties, Publisher) for name in shape.__struct_fields__}
"""Every legal key."""

PLAIN = re.compile(r"[^\W\d_](?:[^:#\n\"'\[\]{},&*!|>%@`]|:(?=\S))*(?<![\s:])$")
"""A text that may stand without quotes, wherever it stands."""


@dataclass(frozen=True)
class _Mistake:
    """A mistake at `index` of the text; `line` is the line as it should be, where that is plain.

    With `to_end` all that follows on its line is part of it, and not a word alone.
    """

    index: int
    message: str
    hint: str
    line: str | None = None
    to_end: bool = False


def as_yaml(text: str) -> str:
    """The text as a YAML value on one line, in quotes where it needs them."""
    if PLAIN.match(text) and text.lower() not in (
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "null",
        "y",
        "n",
    ):
        return text
    if '"' in text and "'" not in text and "\n" not in text:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)


def explain(broken: yaml.YAMLError, text: str, source: Source) -> tuple[Diagnostic, str | None]:
    """The problem of broken YAML, and the text with the broken line mended or nothing."""
    mistake = _mistake(broken, text)
    index = min(mistake.index, len(text))
    number, start = text.count("\n", 0, index), text.rfind("\n", 0, index) + 1
    line = number + source.front_matter_line
    end = len(source.line(line).rstrip()) if mistake.to_end else 0
    place = source.place(line, index - start + 1, line, end + 1)
    problem = error("front-matter.yaml", mistake.message, place, mistake.hint, source.line(line))
    if mistake.line is None:
        return problem, None
    lines = text.split("\n")
    lines[number] = mistake.line
    return problem, "\n".join(lines)


def _mistake(broken: yaml.YAMLError, text: str) -> _Mistake:
    mark: yaml.Mark | None = getattr(broken, "problem_mark", None)
    context_mark: yaml.Mark | None = getattr(broken, "context_mark", None)
    what = str(getattr(broken, "problem", None) or broken)
    context = str(getattr(broken, "context", None) or "")
    at = _pulled_back(text, mark.index if mark else 0)
    begun = context_mark.index if context_mark else at
    line = _line(text, at)
    if (unclosed := _unclosed_above(text, at)) is not None:
        return _quoted("", text, at, unclosed)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        hint = "replace the tab with spaces"
        return _Mistake(text.rfind("\n", 0, at) + 1, "the line starts with a tab", hint, line.expandtabs(2))
    if "quoted scalar" in context:
        return _quoted(what, text, at, begun)
    if "flow sequence" in context or "flow mapping" in context:
        return _brackets(text, begun)
    quoted = _value_in_quotes(text, at) or _value_in_quotes(text, begun)
    if "mapping values" in what:
        return _colon(text, at)
    return quoted or _other(what, text, at, begun)


def _pulled_back(text: str, index: int) -> int:
    """The index, or the end of the last line with something on it where the parser ran past it."""
    index = min(index, len(text))
    return index if text[index:].strip() else len(text[:index].rstrip())


def _line(text: str, index: int) -> str:
    return text[text.rfind("\n", 0, index) + 1 :].split("\n", 1)[0].rstrip()


def _unclosed_above(text: str, at: int) -> int | None:
    """Where a quote opens that seems to have no end: a line with a key follows before the next quote.

    The parser notices such a quote only lines later, where the next one opens.
    """
    start = 0
    lines = text[:at].split("\n")
    for number, line in enumerate(lines):
        value = entry["value"] if (entry := ENTRY.match(line)) else ""
        if entry and value[0] in "\"'" and value[0] not in value[1:] and KEY.match(_below(lines, number)):
            return start + entry.start("value")
        start += len(line) + 1
    return None


def _below(lines: list[str], number: int) -> str:
    """The next line that is no remark."""
    return next((line for line in lines[number + 1 :] if not line.lstrip().startswith("#")), "")


def _colon(text: str, at: int) -> _Mistake:
    line = _line(text, at)
    entry = ENTRY.match(line)
    if entry and re.search(r":(\s|$)", entry["value"]) and entry["value"][0] not in "\"'[{|>":
        mended = entry["lead"] + as_yaml(straight(entry["value"]))
        dash = re.match(r"(\s*(?:- +)+)([\w.-]+): ", line)
        if dash and dash[2] not in NAMES:
            mended = dash[1] + as_yaml(line[dash.end(1) :])
        return _Mistake(
            at,
            "a colon inside a value that is not in quotes",
            f"put the value in quotes: {_shown(mended)}",
            mended,
        )
    above = _line(text, max(text.rfind("\n", 0, at) - 1, 0)) if "\n" in text[:at] else ""
    if above and not ENTRY.match(above) and not above.rstrip().endswith(":"):
        return _Mistake(
            at, "a key after a line that is not a key", f"is a colon missing in “{above.strip()}”?"
        )
    hint = "let keys of one group begin in the same column; a long text begins with >- on the line of its key"
    return _Mistake(at, "a key where none is allowed: the indentation may be wrong", hint)


def _quoted(what: str, text: str, at: int, begun: int) -> _Mistake:
    if "escape" in what:
        hint = "in double quotes write \\\\ for a backslash, or put the text in single quotes"
        return _Mistake(at, "a backslash inside double quotes starts an escape that YAML does not know", hint)
    line, quote = _line(text, begun), text[begun : begun + 1]
    entry = ENTRY.match(line)
    column = begun - (text.rfind("\n", 0, begun) + 1)
    mended = None
    if entry and entry.start("value") == column:
        mended = entry["lead"] + as_yaml(entry["value"].strip(quote))
    hint = f"put {quote} at the end of the text" + (f": {_shown(mended)}" if mended else "")
    return _Mistake(begun, f"the quote {quote} opens here and is never closed", hint, mended, to_end=True)


def _brackets(text: str, begun: int) -> _Mistake:
    bracket = text[begun : begun + 1]
    close = {"[": "]", "{": "}"}.get(bracket, "]")
    line = _line(text, begun)
    mended = None
    hint = f"close it with {close}; if the bracket belongs to a text, put the text in quotes"
    entry = ENTRY.match(line)
    if entry and entry["value"].startswith(bracket):
        mended = entry["lead"] + as_yaml(entry["value"])
        if close not in line:
            mended = line.rstrip() + close
    message = f"the bracket {bracket} opens here and what follows it does not fit"
    return _Mistake(begun, message, hint, mended, to_end=True)


def _value_in_quotes(text: str, index: int) -> _Mistake | None:
    """The mistake of a line whose value begins with a sign that means something else in YAML."""
    line = _line(text, index)
    entry = ENTRY.match(line)
    if not entry:
        return None
    value, begin = entry["value"], text.rfind("\n", 0, index) + 1 + entry.start("value")
    first = value[0]
    if first in "\"'" and (end := value.find(first, 1)) > 0 and value[end + 1 :].strip():
        message = "text continues after the closing quote"
        begin += end + 1
    elif first in "[{" and (end := value.find("]" if first == "[" else "}")) > 0 and value[end + 1 :].strip():
        message = "text continues after the closing bracket"
        begin += end + 1
    elif first in "@`%*&|>!":
        message = f"a value that is not in quotes cannot begin with {first}"
    elif first in ",]}":
        message = f"a value cannot begin with {first} unless it is in quotes"
    else:
        return None
    mended = entry["lead"] + as_yaml(value)
    return _Mistake(begin, message, f"put the whole value in quotes: {_shown(mended)}", mended, to_end=True)


def _other(what: str, text: str, at: int, begun: int) -> _Mistake:
    if "could not find expected ':'" in what:
        return _no_colon(text, begun)
    if "sequence entries" in what:
        return _Mistake(at, "a list cannot begin on the line of its key", "begin it on the next line")
    if "tab" in what or "\\t" in what:
        return _Mistake(at, "a tab where only spaces are allowed", "replace the tab with spaces")
    if "expected key" in what or "block end" in what or "indicator" in what:
        hint = "let keys of one group, and the dashes of one list, begin in the same column"
        message = "this line does not fit the ones above it: the indentation may be wrong"
        return _Mistake(at, message, hint, to_end=True)
    hint = "put the value in quotes if it contains characters such as : # * & ! % @ [ ] { }"
    return _Mistake(at, f"this is not YAML: {what}", hint)


def _no_colon(text: str, begun: int) -> _Mistake:
    line = _line(text, begun)
    if slip := without_space(line, NAMES):
        return _Mistake(begun, slip.message, slip.hint + _shown(slip.line), slip.line)
    entry = re.match(r"(\s*(?:- +)*)(\w+)[\s=]+(.*)$", line)
    if entry and entry[2] in NAMES:
        mended = f"{entry[1]}{entry[2]}: {entry[3]}"
        return _Mistake(begun, f"the colon after {entry[2]} is missing", f"write {_shown(mended)}", mended)
    hint = "write a key, a colon and a space; or, if the line continues the one above, indent it"
    return _Mistake(begun, "this line has no key", hint, to_end=True)


def _shown(line: str) -> str:
    """A mended line as a hint shows it."""
    line = line.strip()
    return line if len(line) <= 100 else line[:60].rstrip() + " … " + line[-12:]
