"""What an element does to the rest of a brief: what it counts, names, quotes, or sets at the head of pages.

In:  elements, and WeasyPrint's styles of them.
Out: what they do beyond themselves, to be compared with what stood in their place; and whether a brief holds
     anything that repeats what is said elsewhere. Pages cannot be told by what stands on them where these
     have changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.css.properties import INITIAL_VALUES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from issuebrief.engine.protocols import BoxStyle, StyleFor

PSEUDO = (None, "before", "after", "marker")
COUNTING = ("counter_reset", "counter_set", "counter_increment", "string_set")
REPEATING = ("content", "string_set", "bookmark_label")
LISTED = (("list-item", 0),)
"""What lists reset: their own numbers, which end with them."""
QUOTING = ("open-quote", "close-quote", "no-open-quote", "no-close-quote")


def effects(elements: Iterable[Element], style_for: StyleFor) -> tuple[object, ...]:
    """What elements do beyond themselves, one after the other."""
    styles = style_for.get_computed_styles()
    found = []
    for element in elements:
        for pseudo in PSEUDO:
            style = styles.get((element, pseudo))
            if style is not None and (effect := _effect(style)):
                found.append(effect)
    return tuple(found)


def _effect(style: BoxStyle) -> tuple[object, ...]:
    said = [(name, style[name]) for name in COUNTING]
    effect = [(name, repr(value)) for name, value in said if value not in (INITIAL_VALUES[name], LISTED)]
    if len(style["position"]) > 1 and style["position"][0].endswith("()"):
        effect.append(("position", repr(style["position"])))
    if style["float"] == "footnote":
        effect.append(("float", "footnote"))
    quoted = [kind for kind in QUOTING if f"'{kind}'" in repr(style["content"])]
    return (*effect, *quoted)


def repeats(style_for: StyleFor) -> bool:
    """Whether something repeats what another element says or counts (`target-text()` and the like)."""
    return any(
        "target-" in repr(style[name])
        for style in style_for.get_computed_styles().values()
        for name in REPEATING
        if style[name] not in ("normal", "none", "inhibit")
    )


def counts_pages(style_for: StyleFor) -> bool:
    """Whether anything says how many pages there are."""
    styles = style_for.get_computed_styles().values()
    return any("'pages'" in repr(style["content"]) for style in styles if style["content"] != "normal")
