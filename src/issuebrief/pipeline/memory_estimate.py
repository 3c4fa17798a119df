"""How much memory it takes to set a text, told before it is set.

In:  the text of a brief and what it became: HTML and notes.
Out: MB, and a warning of a text that takes more than any brief.

The figures are measured with some twenty kinds of text, of 1,000 to 80,000 elements; none is off by much more
than a third. A mark of emphasis takes as much as a paragraph: each has a box with a style. Both take more
where they are short, since a line has more pieces then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, warning

if TYPE_CHECKING:
    from issuebrief.frontmatter.source import Source
    from issuebrief.markdown_body.model import Body

OF_ANY = 75.0
"""MB that any brief takes."""
A_CHARACTER, A_CELL, A_NOTE, A_PULL_QUOTE = 0.00015, 0.010, 0.1, 0.3
"""MB that each takes on top: a cell and a note besides their elements."""
AN_ELEMENT, A_SHORT_ELEMENT = 0.018, 0.028
"""MB that an element takes with many characters, and with few; in proportion between them."""
MANY_CHARACTERS, FEW_CHARACTERS = 20, 10
MUCH = 500.0
"""MB that are not told, well below the 600 that a brief may take."""


def memory_of(source: Source, body: Body) -> float:
    """The MB that it takes to set a text."""
    elements = body.html.count("<") - body.html.count("</")
    cells = body.html.count("<td") + body.html.count("<th")
    sparse = (len(source.body) / max(elements, 1) - FEW_CHARACTERS) / (MANY_CHARACTERS - FEW_CHARACTERS)
    sparse = min(max(sparse, 0.0), 1.0)
    return (
        OF_ANY
        + A_CHARACTER * len(source.body)
        + (sparse * AN_ELEMENT + (1 - sparse) * A_SHORT_ELEMENT) * elements
        + A_CELL * cells
        + A_NOTE * len(body.notes)
        + A_PULL_QUOTE * len(body.pull_quotes)
    )


def memory_problems(source: Source, body: Body) -> tuple[Diagnostic, ...]:
    """A warning of a text that takes much memory."""
    megabytes = memory_of(source, body)
    if megabytes <= MUCH:
        return ()
    message = f"this is as long as a book: setting it may take {round(megabytes, -2):,.0f} MB of memory"
    hint = "divide it into several briefs, or see to it that the machine has as much: -j 1 sets one at a time"
    return (warning("source.very-long", message, source.place(source.body_line), hint),)
