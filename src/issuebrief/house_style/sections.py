"""The sections that a brief must have.

In:  the prose of a brief and the house style.
Out: findings: sections that are missing, or in another order than the house has them in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.house_style.finding import StyleFinding
from issuebrief.house_style.prose import Block, Kind, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.house_style.prose import Prose
    from issuebrief.house_style.settings.shapes import HouseStyle, StyleSections

BETWEEN_CHOICES = "|"


def find_sections(prose: Prose, style: HouseStyle) -> Iterator[StyleFinding]:
    """What is wrong with the sections that the house wants in the language of the brief."""
    if not (wanted := _for_language(style, prose.lang)):
        return
    headings = list(prose.of(Kind.HEADING))
    last: tuple[int, str] | None = None
    for names in wanted.headings:
        choices = [name.strip() for name in names.split(BETWEEN_CHOICES)]
        found = next((heading for heading in headings if _says(heading, choices)), None)
        if found is None:
            yield _missing(prose, choices)
            continue
        if last and wanted.in_order and found.start < last[0]:
            message = f"the section “{shown(found.text)}” stands before “{last[1]}”"
            hint = f"the house has them in this order: {', '.join(wanted.headings)}"
            yield StyleFinding(
                "style.section-order", message, found.start, found.start + len(found.text), hint
            )
        else:
            last = (found.start, shown(found.text))


def _for_language(style: HouseStyle, lang: str) -> StyleSections | None:
    """The sections for a language tag, those of its region before those of the language."""
    tags = {each.lang.lower(): each for each in style.sections}
    return tags.get(lang.lower()) or tags.get(lang.lower().partition("-")[0])


def _says(heading: Block, choices: list[str]) -> bool:
    words = shown(heading.text).strip(" .:").casefold()
    words = words.lstrip("0123456789. ")
    return any(words == choice.casefold() for choice in choices)


def _missing(prose: Prose, choices: list[str]) -> StyleFinding:
    end = len(prose.source.text.rstrip())
    start = prose.source.text.rfind("\n", 0, end) + 1
    message = f"there is no section “{choices[0]}”"
    others = f", or “{'” or “'.join(choices[1:])}”" if len(choices) > 1 else ""
    return StyleFinding(
        "style.section-missing", message, start, end, f"write one under the heading “{choices[0]}”{others}"
    )
