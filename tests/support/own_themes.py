"""A theme of a house's own, in a folder that somebody works in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OWN = """\
/* Ours. */
@import "policy-note.css";

/* The colours, as the board wants them. */
:root {
  --brand: #14432a; /* green */
  --tint: #edf3ee
}
.pull-quote { color: var(--brand) }
"""


def own_theme(folder: Path, text: str | bytes = OWN, name: str = "own") -> Path:
    """Write the theme."""
    sheet = folder / f"styles/themes/{name}.css"
    sheet.parent.mkdir(parents=True, exist_ok=True)
    sheet.write_bytes(text if isinstance(text, bytes) else text.encode())
    return sheet
