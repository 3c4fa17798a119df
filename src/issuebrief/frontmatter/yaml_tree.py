"""Read YAML into a tree whose every part knows its line and column.

In:  a `Source`.
Out: a `Tree` of mappings, sequences and scalars as they were typed, nothing constructed
     from them, and problems: broken YAML, keys given twice, aliases without an end.
     Broken lines are mended in memory where it is plain what was meant, so that the
     problems after them are found in the same run.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.frontmatter.yaml_errors import explain
from issuebrief.frontmatter.yaml_nodes import (
    Broken,
    Kind,
    Mapping,
    Scalar,
    Sequence,
    Tree,
    YamlPosition,
    YamlRange,
    parts_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.frontmatter.source import Source

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The scanner in C where PyYAML was built with it."""

DEEPEST = 20
LARGEST = 8_000
MENDS = 20
"""How deep, how many nodes, and how many broken lines are mended before reading stops."""

SOURCES_KEPT = 2
"""A brief and the `publisher.yaml` beside it."""

MOST_TEXT = 200_000
"""How many characters all values may have together, those of an alias counted each time that it stands."""

LONGEST_TYPED = 100
"""Characters; a longer value is text, whatever it looks like: no number or day has so many."""

KINDS: dict[str, Kind] = {
    "tag:yaml.org,2002:null": "nothing",
    "tag:yaml.org,2002:bool": "yes or no",
    "tag:yaml.org,2002:int": "number",
    "tag:yaml.org,2002:float": "number",
    "tag:yaml.org,2002:timestamp": "date",
}
TEXT_TAGS = (None, "!", "tag:yaml.org,2002:str")


class _Unreadable(Exception):
    """There is no point in reading on."""


@dataclass
class _Open:
    """A list or mapping that is still being read; `before` is the length of all text before it."""

    value: Sequence | Mapping
    anchor: str | None
    before: int
    in_brackets: bool
    key: Tree | None = None
    merged: list[Tree] = field(default_factory=list)


@lru_cache(maxsize=SOURCES_KEPT)
def read_yaml(source: Source) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """The tree of the front matter; none where it is empty or broken beyond mending.

    It is kept, and must not be changed: every stage that tells of a value asks where the value stands.
    """
    text, mistakes = source.front_matter, list[Diagnostic]()
    for _ in range(MENDS):
        composer = _Composer(text, source)
        try:
            return composer.compose(), (*mistakes, *composer.problems)
        except yaml.YAMLError as broken:
            problem, mended = explain(broken, text, source)
            if any(_same_line(problem, earlier) for earlier in mistakes):
                break
            mistakes.append(problem)
            if mended is None or mended == text:
                break
            text = mended
        except _Unreadable:
            return None, (*mistakes, *composer.problems)
    return None, tuple(mistakes)


def _same_line(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether mending a line did not help, so that what is said of it now is of no use."""
    return one.place is not None and other.place is not None and one.place.line == other.place.line


class _Composer:
    """Builds one tree from the events of a YAML parser, without recursion."""

    def __init__(self, text: str, source: Source) -> None:
        self.text, self.source = text, source
        self.problems: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Tree, int]] = {}
        self.length = 0
        self.root: Tree | None = None
        self.loader = LOADER(text)
        self.starts = [0, *(number + 1 for number, sign in enumerate(text) if sign == "\n")]

    def compose(self) -> Tree | None:
        """The tree of the only document; raises `yaml.YAMLError` or `_Unreadable`."""
        documents = 0
        for count, event in enumerate(self._events()):
            if count > LARGEST:
                self._stop("too-large", f"this has more than {LARGEST:,} values", event)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop("yaml", "a second document begins here; there can be one only", event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close(event)
            elif isinstance(event, yaml.NodeEvent):
                self._node(event)
                if self.length > MOST_TEXT:
                    message = f"with this, the values have more than {MOST_TEXT:,} characters"
                    self._stop("too-large", message, event)
        return self.root

    def _events(self) -> Iterator[yaml.Event]:
        try:
            while self.loader.check_event():
                yield self.loader.get_event()
        finally:
            self.loader.dispose()

    def _spot(self, index: int) -> YamlPosition:
        """The spot of an index, which is true: YAML counts more kinds of line break than editors do."""
        index = min(index, len(self.text))
        line = bisect_right(self.starts, index) - 1
        return YamlPosition(line + self.source.front_matter_line, index - self.starts[line] + 1)

    def _range(self, event: yaml.Event) -> YamlRange:
        """The range of an event, without the white space that YAML counts to it."""
        assert event.start_mark is not None
        assert event.end_mark is not None
        start, end = event.start_mark.index, min(event.end_mark.index, len(self.text))
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return YamlRange(self._spot(start), self._spot(end))

    def _report(self, code: str, message: str, part: YamlRange, hint: str = "") -> None:
        place, line = self.source.place(*part.at, *part.end), self.source.line(part.at.line)
        self.problems.append(error(f"front-matter.{code}", message, place, hint, line))

    def _stop(self, code: str, message: str, event: yaml.Event) -> None:
        self._report(code, message, self._range(event))
        raise _Unreadable

    def _node(self, event: yaml.NodeEvent) -> None:
        part = self._range(event)
        if isinstance(event, yaml.AliasEvent):
            self._place(self._alias(event.anchor, part))
            return
        anchor = event.anchor
        value: Tree
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, part)
            self.length += len(event.value)
            self._remember(anchor, value, len(event.value))
            self._place(value)
            return
        assert isinstance(event, yaml.CollectionStartEvent)
        if len(self.stack) >= DEEPEST:
            self._stop("too-deep", f"lists and keys are nested more than {DEEPEST} deep here", event)
        at, is_list = part.at, isinstance(event, yaml.SequenceStartEvent)
        collection = Sequence(at, at, []) if is_list else Mapping(at, at, {})
        if anchor:
            self.anchors.pop(anchor, None)
        self.stack.append(_Open(collection, anchor, self.length, bool(event.flow_style)))

    def _scalar(self, event: yaml.ScalarEvent, part: YamlRange) -> Scalar | Broken:
        plain, at, end = event.style in (None, ""), part.at, part.end
        if event.tag not in TEXT_TAGS:
            hint = "put the value in quotes, since a ! at its start means something else in YAML"
            self._report("tag", "a value cannot start with an unquoted !", part, hint)
            return Broken(at, end)
        if not plain or event.tag is not None:
            return Scalar(at, end, event.value, "text", plain)
        if len(event.value) > LONGEST_TYPED:
            return Scalar(at, end, event.value, "text", plain)
        tag = self.loader.resolve(yaml.ScalarNode, event.value, (True, False))
        return Scalar(at, end, event.value, KINDS.get(tag, "text"), plain)

    def _alias(self, anchor: str | None, at: YamlRange) -> Tree:
        if anchor and anchor in self.anchors:
            tree, length = self.anchors[anchor]
            # Whatever is empty counts as well: aliases of aliases multiply it.
            self.length += length + 1
            return tree
        if any(part.anchor == anchor for part in self.stack):
            self._report("endless-alias", f"*{anchor} refers to a value that contains it", at, "delete it")
        else:
            hint = (
                f"if the asterisk belongs to the text, put the text in quotes; else name it first: &{anchor}"
            )
            self._report("undefined-alias", f"*{anchor} refers to nothing", at, hint)
        return Broken(at.at, at.end)

    def _remember(self, anchor: str | None, value: Tree, length: int) -> None:
        if anchor:
            self.anchors[anchor] = value, length

    def _close(self, event: yaml.Event) -> None:
        part = self.stack.pop()
        part.value = replace(part.value, end=self._end_of(part, event))
        if isinstance(part.value, Mapping):
            self._merge(part.value, part.merged)
        self._remember(part.anchor, part.value, self.length - part.before)
        self._place(part.value)

    def _end_of(self, part: _Open, event: yaml.Event) -> YamlPosition:
        """Where a list or a group ends: with its bracket, or with what stands in it last.

        YAML lets it end where the next begins, below any remarks.
        """
        if part.in_brackets:
            assert event.end_mark is not None
            return self._spot(event.end_mark.index)
        return max((part.value.at, *(each.end for each in parts_of(part.value))))

    def _place(self, value: Tree) -> None:
        """Put a whole value where it belongs: in the list or under the key that is open."""
        if not self.stack:
            self.root = value
            return
        part = self.stack[-1]
        if isinstance(part.value, Sequence):
            part.value.items.append(value)
        elif part.key is None:
            part.key = value
        else:
            key, part.key = part.key, None
            self._enter(part, key, value)

    def _enter(self, part: _Open, key: Tree, value: Tree) -> None:
        assert isinstance(part.value, Mapping)
        if isinstance(key, Broken):
            return
        if not isinstance(key, Scalar):
            hint = "if the brackets belong to a text, put the text in quotes"
            self._report("key", "a key must be a word, not a list or a group", key, hint)
        elif key.plain and key.text == "<<":
            part.merged.append(value)
        elif key.text in part.value.entries:
            first = part.value.entries[key.text][0].at.line
            message = f"{key.text} is given twice; it is first given on line {first}"
            self._report("duplicate-key", message, key, "keep one of the two")
        else:
            part.value.entries[key.text] = (key, value)

    def _merge(self, mapping: Mapping, merged: list[Tree]) -> None:
        """Take over the keys of `<<: *anchor`; a key given in place wins, then the first one merged."""
        for source in merged:
            for tree in source.items if isinstance(source, Sequence) else [source]:
                if isinstance(tree, Mapping):
                    for name, entry in tree.entries.items():
                        mapping.entries.setdefault(name, entry)
                elif not isinstance(tree, Broken):
                    hint = "write <<: *name, where &name precedes a group of keys"
                    self._report("merge", "only a group of keys can be merged with <<", tree, hint)
