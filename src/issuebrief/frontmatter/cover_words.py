"""What stands after `cover:` in place of a group of keys: the word `pattern`, or `none`.

In:  front matter as a tree.
Out: the same tree, with such a word written out as the key `cover_pattern`, which outweighs the institute's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar

if TYPE_CHECKING:
    from issuebrief.frontmatter.yaml_nodes import Tree

COVER, PATTERN = "cover", "cover_pattern"
MEANT = {"pattern": "true", "none": "false", "no": "false", "false": "false", "off": "false"}
"""Whether a pattern is drawn, by the word; YAML itself has three ways of saying no."""


def with_cover_words(tree: Tree | None) -> Tree | None:
    """The tree with the word after `cover:` as the value of `cover_pattern`; others are as they were."""
    if not isinstance(tree, Mapping) or COVER not in tree.entries:
        return tree
    key, value = tree.entries[COVER]
    drawn = MEANT.get(value.text.strip().casefold()) if isinstance(value, Scalar) else None
    if drawn is None or not isinstance(value, Scalar):
        return tree
    others = {name: entry for name, entry in tree.entries.items() if name != COVER}
    return replace(
        tree, entries={**others, PATTERN: (key, replace(value, text=drawn, kind="yes or no", plain=True))}
    )
