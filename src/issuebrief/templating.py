"""Fill templates in a sandbox, for a template may come from a stranger.

In:  the folders of templates, and the filters that they may use.
Out: Jinja's environment: it reads templates through the gate of `file_access.py`, calls nothing but a few
     functions that are safe, knows no filter, test or global beyond those listed here, and ends whatever
     takes too many steps or writes too much.
"""

from __future__ import annotations

import datetime
import os
import re
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, nodes, pass_context, pass_eval_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, do_replace, do_round, make_attrgetter, sync_do_join
from jinja2.loaders import split_template_path
from jinja2.runtime import BlockReference, LoopContext, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Namespace
from msgspec import Struct

from issuebrief.file_access import read
from issuebrief.l10n import Words
from issuebrief.markdown_body.model import Body, Note, PullQuote
from issuebrief.resources import shipped
from issuebrief.template_cache import ShippedTemplates
from issuebrief.template_tree import COUNTED, JOINED, counting
from issuebrief.theming.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

Function = TypeVar("Function", bound="Callable[..., Any]")

MOST_TEMPLATE = 1_000_000
"""Bytes of the largest template that is read."""

MOST_STEPS = 1_000_000
"""Turns of loops, calls and values printed that a page may take; a long brief takes some thousand."""

CALL = 10
"""Steps that a call counts for."""

MOST_LETTERS = 20_000_000
"""Characters that a page may put together, beyond four times those that it is given."""

HALF = re.compile("[\ud800-\udfff]")
"""What UTF-16 writes half a character with, and no file may have."""

MOST_NUMBER, MOST_POWER = 10**15, 4
"""The largest numbers that are multiplied, and the highest power."""

BUILT_IN_FILTERS = frozenset(
    """abs capitalize count d default e escape first float int last length list lower map reject rejectattr
    reverse round safe select selectattr sort string striptags title trim truncate unique upper urlencode
    wordcount""".split()  # noqa: SIM905
)
BUILT_IN_TESTS = frozenset(
    """boolean defined divisibleby eq equalto even false ge gt greaterthan in integer iterable le lessthan
    lower lt mapping ne none number odd sameas sequence string true undefined upper""".split()  # noqa: SIM905
)
METHODS = frozenset(
    """capitalize casefold count endswith find get index isalnum isalpha isascii isdecimal isdigit isoformat
    islower isspace isupper items keys lower lstrip partition removeprefix removesuffix rfind
    rpartition rsplit rstrip split splitlines startswith strip title upper values""".split()  # noqa: SIM905
)
"""The methods of strings, lists, mappings and dates that a template may call: none makes much of little."""

OF_WORDS = frozenset({"enclosed", "issue", "listed", "named", "numbered", "numeral"})
OF_THEME = frozenset({"captions", "name", "page_style", "sidebar", "tokens"})
OF_LOOP = frozenset(
    """changed cycle depth depth0 first index index0 last length nextitem previtem revindex
    revindex0""".split()  # noqa: SIM905
)
PLAIN = (str, int, float, list, tuple, dict, datetime.date, Struct, Body, Note, PullQuote, Words)
"""What a template may look into: words, numbers and the parts of a brief."""

MOST_DIGITS = 300
"""Places behind or before the point that a number is rounded to: as many as any has."""


class NotUtf8(Exception):
    """A template in another encoding: its file, and the line of the first byte that is not UTF-8."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(path, line)
        self.path, self.line = path, line


class NotReadable(Exception):
    """A template that may not be read, or cannot be: its file and why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.path = path


class ConfinedLoader(BaseLoader):
    """Loads templates out of a few folders only, the first that has one of the name."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether it is still the same."""
        path = self._path(template)
        if path is None:
            raise TemplateNotFound(template)
        try:
            content = read(path, self._folders, MOST_TEMPLATE)
            text = content.decode("utf-8")
        except OSError as fault:
            raise NotReadable(path, fault.strerror or str(fault)) from fault
        except UnicodeDecodeError as fault:
            raise NotUtf8(path, content.count(b"\n", 0, fault.start) + 1) from fault
        stamp = _stamp(path)
        return text, str(path), lambda: self._path(template) == path and _stamp(path) == stamp

    def _path(self, template: str) -> Path | None:
        """Where a template lies, if anywhere."""
        if "\0" in template:
            return None
        paths = (folder.joinpath(*split_template_path(template)) for folder in self._folders)
        return next((path for path in paths if os.path.lexists(path)), None)


def for_templates(function: Function) -> Function:
    """Mark a function as one that templates may call."""
    function.for_templates = True  # type: ignore[attr-defined]
    return function


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without anything that reaches beyond a page, and with an end to what it may do.

    `parts` are further classes that a template may look into.
    """

    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(
        self, folders: Sequence[Path], filters: Mapping[str, Callable[..., Any]], parts: tuple[type, ...] = ()
    ) -> None:
        self._steps = self._letters = 0
        self._most = MOST_LETTERS
        self._parts = (*PLAIN, *parts)
        super().__init__(
            loader=ConfinedLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=ShippedTemplates(shipped("templates")),
        )
        known = {name: FILTERS[name] for name in BUILT_IN_FILTERS}
        inner = {COUNTED: self._counted, JOINED: self._joined}
        bounded = {"join": self._join, "replace": self._replace, "round": _round}
        self.filters = {**known, **filters, **inner, **bounded}
        self.tests = {name: TESTS[name] for name in BUILT_IN_TESTS}
        self.globals = {"range": self._range, "namespace": Namespace}

    def fill(self, name: str, names: Mapping[str, object]) -> str:
        """A page: the template of that name, filled; raises whatever a template can raise."""
        given = sum(len(value) for value in names.values() if isinstance(value, str))
        self._steps, self._letters, self._most = 0, 0, MOST_LETTERS + 4 * given
        page = str(self.get_template(name).render(names))
        if half := HALF.search(page):
            raise SecurityError(f"it prints U+{ord(half[0]):X}, which is no character")
        return page

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Any:  # noqa: A002
        """A template; to include one counts as a call."""
        self._step(CALL)
        return super().get_template(name, parent, globals)

    def select_template(self, names: Any, parent: Any = None, globals: Any = None) -> Any:  # noqa: A002
        """The first of several templates that there is; to include one counts as a call."""
        self._step(CALL)
        return super().select_template(names, parent, globals)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may have this attribute: of words, numbers and the parts of a brief alone."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, LoopContext):
            return attr in OF_LOOP
        if isinstance(obj, Theme):
            return attr in OF_THEME
        if isinstance(obj, TemplateModule | Namespace):
            return True
        return isinstance(obj, self._parts) and (not callable(value) or self.is_safe_callable(value))

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call this."""
        if isinstance(obj, Macro | BlockReference | LoopContext) or obj is Namespace or obj == self._range:
            return True
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, LoopContext):
            return obj.__name__ in OF_LOOP
        if isinstance(owner, Words):
            return obj.__name__ in OF_WORDS
        if isinstance(owner, str | list | tuple | dict | datetime.date):
            return obj.__name__ in METHODS
        return getattr(obj, "for_templates", False) is True

    def call(self, context: Any, obj: Any, /, *arguments: Any, **options: Any) -> Any:
        """Call what may be called; what comes back may be a copy of something long."""
        self._step(CALL)
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, str):
            self._add(len(owner))
        return self._counted(context, super().call(context, obj, *arguments, **options))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon, as long as nothing large comes of it."""
        if operator == "+" and not isinstance(left, int | float):
            self._add(len(left) + len(right))
        elif operator != "+" and not all(
            isinstance(part, int | float) and abs(part) < MOST_NUMBER for part in (left, right)
        ):
            raise SecurityError(f"{operator} is for numbers that are not very large")
        elif operator == "**" and abs(right) > MOST_POWER:
            raise SecurityError(f"the highest power is {MOST_POWER}")
        return super().call_binop(context, operator, left, right)

    def concat(self, parts: Iterable[str]) -> str:
        """Put together what was printed, if it is not too much."""
        found = []
        for part in parts:
            self._add(len(part))
            found.append(part)
        return "".join(found)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """A template's tree, with a count wherever it may take long."""
        return counting(super()._parse(source, name, filename))

    def _step(self, steps: int = 1) -> None:
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise SecurityError(f"a page may take {MOST_STEPS:,} steps, and this takes more")

    def _add(self, letters: int) -> None:
        self._letters += letters
        if self._letters > self._most:
            raise SecurityError(f"a page may have {self._most:,} letters, and this makes more")

    def _range(self, *limits: int) -> range:
        found = range(*limits)
        self._step(len(found))
        return found

    @pass_context
    def _counted(self, _: Any, value: Any) -> Any:
        """A value that is gone through; where it is made on the way, one by one."""
        self._step()
        if isinstance(value, str):
            self._add(len(value))
        elif isinstance(value, list | tuple | dict):
            self._step(len(value))
        elif hasattr(type(value), "__next__"):
            return self._one_by_one(value)
        return value

    def _one_by_one(self, items: Iterator[Any]) -> Iterator[Any]:
        for item in items:
            self._step()
            if isinstance(item, str):
                self._add(len(item))
            yield item

    @pass_context
    def _joined(self, _: Any, parts: list[Any]) -> str:
        """What `~` makes of its parts."""
        words = [part if isinstance(part, str) else str(part) for part in parts]
        self._add(sum(map(len, words)))
        return markup_join(words)

    @pass_eval_context
    def _join(self, context: Any, items: Iterable[Any], between: str = "", attribute: Any = None) -> str:
        parts = list(items if attribute is None else map(make_attrgetter(self, attribute), items))
        self._add(sum(len(part) for part in parts if isinstance(part, str)) + len(parts) * len(between))
        return sync_do_join(context, parts, between)

    @pass_eval_context
    def _replace(self, context: Any, text: str, old: str, new: str, count: int | None = None) -> str:
        text = text if isinstance(text, str) else str(text)
        self._add(len(text) + text.count(old) * len(new))
        return do_replace(context, text, old, new, count)


def _round(value: Any, precision: int = 0, method: Any = "common") -> Any:
    if abs(precision) > MOST_DIGITS:
        raise SecurityError(f"a number is rounded to {MOST_DIGITS} digits at most")
    return do_round(value, precision, method)


def _stamp(path: Path) -> tuple[int, int, int]:
    """What is another once a file was rewritten; nothing where it is gone."""
    try:
        state = path.lstat()
    except OSError:
        return 0, 0, 0
    return state.st_mtime_ns, state.st_size, state.st_ino
