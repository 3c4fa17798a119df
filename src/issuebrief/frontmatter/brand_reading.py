"""One pass over a `_brand.yml`: what it says, and what is told of it.

In:  parts of its tree.
Out: values by their keys; problems with keys that the format does not have, and with values of no use.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.diagnostics.model import Diagnostic, diagnostic
from issuebrief.frontmatter.model import Publisher
from issuebrief.frontmatter.validate import fill
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar, Tree
from issuebrief.srgb import hexadecimal

if TYPE_CHECKING:
    from issuebrief.frontmatter.source import Source
    from issuebrief.frontmatter.yaml_nodes import YamlRange

THEME: tuple[str, ...] = (
    *("foreground", "background", "primary", "secondary", "tertiary", "success", "info", "warning"),
    *("danger", "light", "dark", "link"),
)
KEYS: dict[str, tuple[str, ...]] = {
    "": ("meta", "logo", "color", "typography", "defaults"),
    "logo": ("images", "small", "medium", "large"),
    "color": ("palette", *THEME),
    "typography": ("fonts", "base", "headings", "monospace", "monospace-inline", "monospace-block", "link"),
}
"""The keys of the format, by the group that they are in."""
SCREEN = ("srgb", "hsl", "hwb")
DEEPEST = 20
"""So many names may lead to a colour."""
SHOWN, LISTED = 60, 200
"""So many letters of a value are shown, and of a list of keys."""

Entries = dict[str, tuple[Scalar, Tree]]


@dataclass
class BrandReading:
    """Gathers problems; `palette` has the colours by the names that others may call them by."""

    source: Source
    problems: list[Diagnostic]
    palette: dict[str, Tree] = field(default_factory=dict)

    def tell(self, code: str, message: str, part: YamlRange, hint: str = "") -> None:
        """Tell of a part of the file."""
        place, line = self.source.place(*part.at, *part.end), self.source.line(part.at.line)
        self.problems.append(diagnostic(CODES[code].severity, code, message, place, hint, line))

    def unused(self, what: str, part: YamlRange, why: str) -> None:
        """Tell of a part that is sound, and of no use for a brief."""
        shown = what if len(what) <= LISTED else what[:LISTED] + "…"
        self.tell("brand.unused", f"{shown} is not used: {why}", part)

    def group(self, tree: Tree, name: str) -> dict[str, Tree]:
        """The values of a group by their keys; keys that the format does not have are told."""
        if not isinstance(tree, Mapping):
            self.tell("brand.unusable", f"{name or 'a _brand.yml'} must be a group of keys", tree)
            return {}
        for key, (at, _) in tree.entries.items():
            if key not in KEYS[name]:
                near = get_close_matches(key[:SHOWN], KEYS[name], 1)
                hint = f"did you mean “{near[0]}”?" if near else f"the keys are {', '.join(KEYS[name])}"
                where = f"{name} of a _brand.yml" if name else "a _brand.yml"
                self.tell("brand.unknown", f"{where} has no key “{key[:SHOWN]}”", at, hint)
        return {key: value for key, (_, value) in tree.entries.items() if key in KEYS[name]}

    def is_sound(self, key: str, entry: tuple[Scalar, Tree]) -> bool:
        """Whether a value has the form that an institute's has; what is wrong with it is told."""
        _, found = fill(Publisher, Mapping(entry[0].at, entry[0].end, {key: entry}), self.source)
        # For other programs that read the file, what follows a # is a comment.
        problems = [problem for problem in found if problem.code != "front-matter.cut-by-comment"]
        code = "brand.unusable"
        self.problems += [
            diagnostic(
                CODES[code].severity,
                code,
                f"{problem.message}: it is left out",
                problem.place,
                problem.hint,
                problem.excerpt,
            )
            for problem in problems
        ]
        return not problems

    def colour(self, tree: Tree) -> Scalar | None:
        """A colour as `#rrggbb`, at its place, by whatever name it is called; None where it is none."""
        from tinycss2.color5 import parse_color

        value = tree
        for _ in range(DEEPEST):
            if isinstance(value, Mapping):
                if "dark" in value.entries:
                    why = "the web page makes its own"
                    self.unused("a colour for dark pages", value.entries["dark"][0], why)
                value = value.entries["light"][1] if "light" in value.entries else tree
            if not isinstance(value, Scalar) or value.text not in self.palette:
                break
            value = self.palette[value.text]
        parsed = parse_color(value.text) if isinstance(value, Scalar) else None
        if parsed is None or parsed == "currentcolor" or parsed.space not in SCREEN:
            shown = f"“{value.text[:SHOWN]}”" if isinstance(value, Scalar) else "this"
            hint = 'write a name of the palette or a colour such as "#c2352b"'
            self.tell("brand.unusable", f"{shown} is no colour", tree, hint)
            return None
        red, green, blue = (min(max(part or 0.0, 0.0), 1.0) for part in parsed.to("srgb").coordinates)
        return Scalar(tree.at, tree.end, hexadecimal((red, green, blue)), "text", False)


def parts(tree: Tree | None, alone: str) -> dict[str, Tree]:
    """What stands below a key; a value without a group is what the key `alone` would have."""
    if isinstance(tree, Mapping):
        return {key: value for key, (_, value) in tree.entries.items()}
    return {} if tree is None else {alone: tree}
