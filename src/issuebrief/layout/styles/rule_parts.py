"""The selectors of a rule, and the plain properties that declarations in it set.

In:  the prelude of a rule, and declarations, as tinycss2 reads them.
Out: the selectors as they are written; what WeasyPrint makes of the declarations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cssselect2
import tinycss2
from weasyprint.css.validation import preprocess_declarations

from issuebrief.engine.log import listen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from issuebrief.engine.protocols import CssNode


class PlainDeclaration(NamedTuple):
    """A plain property that is set where selectors match, which are compiled; `name` is with underscores."""

    selectors: Sequence[CssNode]
    name: str
    value: object
    important: bool


def expanded(nodes: Sequence[CssNode], prelude: Sequence[CssNode] | None) -> list[PlainDeclaration]:
    """The plain properties that declarations set; none where WeasyPrint does not understand the selectors.

    Without a prelude there are no selectors: the declarations are those of an element or a page.
    """
    with listen():
        try:
            found = list(preprocess_declarations("", nodes, prelude))
        except cssselect2.SelectorError:
            return []
    if prelude is None:
        return [PlainDeclaration((), *declaration) for declaration in found]
    return [PlainDeclaration(selectors, *declaration) for selectors, declaration in found]


def selectors_of(prelude: Sequence[CssNode]) -> list[str]:
    """The selectors of a rule as they are written."""
    parts: list[list[CssNode]] = [[]]
    for token in prelude:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [" ".join(str(tinycss2.serialize(part)).split()) for part in parts]
