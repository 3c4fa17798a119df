"""Headings above notes alone."""

from __future__ import annotations

import pytest
from written import written

NOTES = "[^1]: A ledger.\n\n    More of it.\n\n[^2]: A map.\n"


@pytest.mark.parametrize(
    "heading", ["## Notes", "### Endnotes ###", "**Notes:**", "__Footnotes__", "# Anmerkungen {#a}"]
)
@pytest.mark.parametrize("behind", ["", "\n## More\n\nText.\n"])
def test_a_heading_of_notes_alone_is_left_out(heading: str, behind: str) -> None:
    found, problems = written(f"The tide.[^1] It ebbs.[^2]\n\n{heading}\n\n{NOTES}{behind}")
    assert problems == () and len(found.notes) == 2
    assert all(word not in found.html for word in ("otes", "Anmerkungen"))


@pytest.mark.parametrize("behind", ["\nBut text follows.\n", "\n- A list\n- of it\n"])
def test_a_heading_of_text_stays(behind: str) -> None:
    found, _ = written(f"The tide.[^1] It ebbs.[^2]\n\n## Notes\n\n{NOTES}{behind}")
    assert '<h2 id="notes">Notes</h2>' in found.html
    assert "<h2" in written(f"## Notes\n\nThe tide.[^1] It ebbs.[^2]\n\n{NOTES}")[0].html
