"""What a chart says of itself, as typed values.

In:  the YAML of a fenced block, with the places of its lines.
Out: a `ChartSpecification`, frozen, filled by the same checks as front matter; and every problem at its
     place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from issuebrief.frontmatter.validate import fill
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Sequence, Tree
from issuebrief.frontmatter.yaml_tree import read_yaml

if TYPE_CHECKING:
    from issuebrief.charts.data.model import Problems
    from issuebrief.diagnostics.model import SourceRange
    from issuebrief.frontmatter.source import Source

TYPES = ("bar", "stacked", "line", "area", "slope", "dot", "range", "scatter", "small-multiples")
GIVEN = "vega-lite"


def _one_of(*names: str) -> object:
    """What is said of a value that is one of a few."""
    shown = f"{', '.join(names[:-1])} or {names[-1]}"
    return Meta(pattern=rf"^(?:{'|'.join(names)})$", examples=list(names[:1]), extra={"form": shown})


Text = Annotated[str, Meta(min_length=1)]
Names = Text | tuple[Text, ...]


class ChartSpecification(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What to draw, and what stands beside it."""

    type: Annotated[str, _one_of(*TYPES)]
    data: Text = ""
    sheet: Text = ""
    x: Text = ""
    y: Names = ()
    series: Text = ""
    label: Text = ""
    highlight: Names = ()
    order: Names = ()
    sort: Annotated[str, _one_of("none", "ascending", "descending")] = "none"
    unit: Text = ""
    decimal: Annotated[str, _one_of("comma", "point")] = ""
    caption: Text = ""
    note: Text = ""
    source: Text = ""
    alt: Text = ""
    id: Annotated[str, Meta(pattern=r"^[A-Za-z][\w:.-]*$", extra={"form": "a name such as fig-landings"})] = (
        ""
    )
    width: Annotated[str, _one_of("column", "wide", "full", "margin")] = "column"
    height: Annotated[
        str, Meta(pattern=r"^\d{1,3}(?:\.\d+)?(?:mm|cm|pt)$", extra={"form": "a length such as 60mm"})
    ] = ""
    table: Annotated[str, _one_of("hidden", "shown", "annex", "none")] = "hidden"


class GivenSpecification(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands beside a chart whose drawing is a Vega-Lite specification."""

    spec: Text
    caption: Text = ""
    note: Text = ""
    source: Text = ""
    alt: Text = ""
    table: Annotated[str, _one_of("hidden", "shown", "annex", "none")] = "hidden"
    id: Annotated[str, Meta(pattern=r"^[A-Za-z][\w:.-]*$", extra={"form": "a name such as fig-landings"})] = (
        ""
    )
    width: Annotated[str, _one_of("column", "wide", "full", "margin")] = "column"


@dataclass(frozen=True)
class InlineData:
    """Data that stand in the block itself: a text, or a list of rows."""

    tree: Tree
    text: str = ""


@dataclass(frozen=True)
class SpecifiedChart:
    """A block that has been read: its values, the data in it, and where each value stands."""

    values: ChartSpecification | GivenSpecification
    inline: InlineData | None
    source: Source
    tree: Mapping

    def place(self, key: str) -> SourceRange:
        """Where the value of a key stands; where there is none, the first line of the block."""
        found = self.tree.entries.get(key)
        if found is None:
            return self.source.place(max(self.source.front_matter_line - 1, 1))
        return self.source.place(*found[1].at, *found[1].end)

    def excerpt(self, place: SourceRange) -> str:
        """The line of the brief that a place begins on."""
        return self.source.line(place.line) if place.path == self.source.path else ""


def read_specification(block: Source) -> tuple[SpecifiedChart | None, Problems]:
    """The chart that a block describes, and everything wrong with it; none where it has no keys.

    `block` is the brief's file with the YAML of the block in the place of the front matter.
    """
    tree, problems = read_yaml(block)
    if tree is None and problems:
        return None, problems
    inline = None
    if isinstance(tree, Mapping) and (data := tree.entries.get("data")):
        inline = _inline(data[1])
        if inline:
            tree = replace(tree, entries={name: e for name, e in tree.entries.items() if name != "data"})
    is_given = isinstance(tree, Mapping) and "spec" in tree.entries
    values: ChartSpecification | GivenSpecification
    if is_given:
        values, found = fill(GivenSpecification, tree, block)
    else:
        values, found = fill(ChartSpecification, tree, block)
    problems += found
    if not isinstance(tree, Mapping):
        return None, problems
    return SpecifiedChart(values, inline, block, tree), problems


def _inline(data: Tree) -> InlineData | None:
    """The data where they are more than the name of a file."""
    if isinstance(data, Scalar):
        return InlineData(data, data.text) if "\n" in data.text.strip() else None
    return InlineData(data) if isinstance(data, Sequence) else None
