"""Explain a problem to whoever has it: what it means, why it matters, how to fix it.

In:  a code, and `docs/problems.md`, which a wheel carries in the package.
Out: an `Explanation`, as Markdown in its parts, as text for a terminal or as HTML for a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import TextWrapper
from typing import TYPE_CHECKING

from issuebrief.diagnostics.codes import CODES
from issuebrief.resources import shipped_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import Severity

PAGE = "problems.md"
PARTS = ("What it means", "Why it matters", "How to fix it")
GROUP = re.compile(r"^## (.+)$", re.MULTILINE)
SECTION = re.compile(r"^### `([a-z0-9.-]+)`$", re.MULTILINE)
PART = re.compile(rf"^\*\*({'|'.join(PARTS)})\.\*\* ", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\)")
MARK = re.compile(r"(`[^`]+`)|(\*[^*\s][^*]*\*)")
FENCE = "```"
"""What stands before and after the lines of an example."""

HOUSE = (
    "The brief can still be printed, so you can change the severity of this problem. In `issuebrief.toml`, "
    'below `[preflight]`, the line `"{code}" = "off"` turns it off.'
)


@dataclass(frozen=True)
class Explanation:
    """What is to be said of a code; `what`, `why` and `mend` are Markdown of one or more paragraphs.

    `group` is the part of a brief that the code belongs to, such as `Front matter`.
    """

    code: str
    group: str
    what: str
    why: str
    mend: str

    @property
    def title(self) -> str:
        """What is wrong, in one sentence."""
        return CODES[self.code].title

    @property
    def severity(self) -> Severity:
        """Its severity, unless the project changes it."""
        return CODES[self.code].severity

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The parts with their headings; for a rule, also how to change its severity."""
        house = (("How to set its severity", HOUSE.format(code=self.code)),) if CODES[self.code].rule else ()
        return (*zip(PARTS, (self.what, self.why, self.mend), strict=True), *house)

    @property
    def html(self) -> str:
        """The explanation as HTML, from a heading of the first level down; nothing in it leads elsewhere."""
        from markdown import markdown

        from issuebrief.diagnostics.terminal import NAMES

        name = NAMES[self.severity].capitalize()
        text = f"# {self.title}\n\n*{name}* `{self.code}`\n\n"
        text += "\n\n".join(f"## {heading}\n\n{part}" for heading, part in self.parts)
        return markdown(LINK.sub(r"\1", text), extensions=["fenced_code"])

    def as_text(self, width: int, *, colour: bool) -> str:
        """The explanation in lines of at most `width` columns, as they are shown on a terminal."""
        from issuebrief.diagnostics.terminal import COLOURS, NAMES, paint

        name, code = f"{NAMES[self.severity]}:", f"[{self.code}]"
        head = "\n".join(_wrapper(width, "").wrap(f"{name} {self.title} {code}"))
        head = paint(name, f"1;{COLOURS[self.severity]}", colour) + head.removeprefix(name)
        lines = [head.removesuffix(code) + paint(code, "2", colour)]
        for heading, part in self.parts:
            lines += ["", paint(heading, "1", colour), *_wrapped(part, width, colour)]
        return "\n".join(lines) + "\n"


def explanation(code: str) -> Explanation | None:
    """What is to be said of a code; none where there is no such code."""
    return next((each for each in explanations() if each.code == code), None)


def explanations() -> Iterator[Explanation]:
    """All of them, in the order of the page, which is that of a brief's path."""
    groups = GROUP.split(shipped_page(PAGE).read_text("utf-8"))[1:]
    for group, text in zip(groups[::2], groups[1::2], strict=True):
        sections = SECTION.split(text)[1:]
        for code, section in zip(sections[::2], sections[1::2], strict=True):
            said = PART.split(section)[1:]
            parts = dict(zip(said[::2], (part.strip() for part in said[1::2]), strict=True))
            yield Explanation(code, group, *(parts.get(heading, "") for heading in PARTS))


def _wrapper(width: int, indent: str) -> TextWrapper:
    return TextWrapper(
        max(width, 20),
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _wrapped(part: str, width: int, colour: bool) -> Iterator[str]:
    """A part in lines, indented; examples keep their lines."""
    for number, block in enumerate(part.split("\n\n")):
        if number:
            yield ""
        if block.startswith(FENCE):
            yield from (f"      {line}" for line in block.split("\n")[1:-1])
        else:
            yield from _styled(_wrapper(width, "  ").wrap(LINK.sub(r"\1", block)), colour)


def _styled(lines: list[str], colour: bool) -> list[str]:
    """The lines without marks of emphasis; code is in bold where there is colour, else it keeps its marks."""
    from issuebrief.diagnostics.terminal import paint

    def shown(found: re.Match[str]) -> str:
        if not found[1]:
            return found[0][1:-1]
        # A mark may begin on one line and end on the next, and each line is painted by itself.
        return (
            "\n".join(paint(piece, "1", colour) for piece in found[0][1:-1].split("\n"))
            if colour
            else found[0]
        )

    return MARK.sub(shown, "\n".join(lines)).split("\n")
