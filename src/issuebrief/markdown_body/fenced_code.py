"""Fenced code as HTML.

In:  the lines of a Markdown text, in Python-Markdown.
Out: the same with each fence, wherever it stands, kept as HTML and a place-holder in its stead. What stands
     behind the opening fence may be the name of a language, and an id and classes in braces; whatever else
     it says is meant for programs that number or colour lines, and is left out.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.preprocessors import Preprocessor

from issuebrief.markdown_body.source.fences import Fence, find_fences

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGE = re.compile(r"\.?([\w#.+-]+)")
BRACES = re.compile(r"\{([^\n]*)\}")


class FencedCode(Preprocessor):
    """Takes fenced code out of the text before anything else reads it."""

    def run(self, lines: Sequence[str]) -> list[str]:
        """The lines without the code."""
        text = "\n".join(lines)
        parts: list[str] = []
        end = 0
        for fence in find_fences(text):
            stash = self.md.htmlStash.store(_html(text, fence))
            above = fence.prefix.rstrip()
            below = above if text.startswith(f"\n{above}", fence.end) else ""
            parts += (
                text[end : fence.start],
                f"{above}\n{fence.prefix}{stash}",
                f"\n{below}" if below or not above else "",
            )
            end = fence.end
        return "".join((*parts, text[end:])).split("\n")


def _html(text: str, fence: Fence) -> str:
    depth, width = fence.prefix.count(">"), len(fence.prefix.rpartition(">")[2].expandtabs(4))
    lines = text[fence.text : fence.text_end].removesuffix("\n").split("\n")
    code = (
        "".join(f"{_without(line, depth, width)}\n" for line in lines) if fence.text_end > fence.text else ""
    )
    return f"<pre{_attributes(fence.info)}>{_code_tag(fence.info)}{escape(code)}</code></pre>"


def _without(line: str, depth: int, width: int) -> str:
    """A line of code without the signs of quotations and the blanks that stand before the whole."""
    for _ in range(depth):
        line = re.sub(r"^[ \t]*>", "", line, count=1)
    blanks = min(width, len(line) - len(line.lstrip(" ")))
    return line[blanks:]


def _attributes(info: str) -> str:
    braces = BRACES.search(info)
    pairs = get_attrs_and_remainder(braces[1])[0] if braces else []
    classes = [value for name, value in pairs if name == "." and value]
    if classes and not LANGUAGE.match(info):
        classes = classes[1:]  # the first class in braces is the language
    named = [value for name, value in pairs if name == "id" and value][-1:]
    return "".join(
        f' {name}="{escape(" ".join(words))}"' for name, words in (("id", named), ("class", classes)) if words
    )


def _code_tag(info: str) -> str:
    language = LANGUAGE.match(info)
    braced = re.match(r"\{[^\n}]*?\.([\w#+-]+)", info)
    name = language[1] if language else braced[1] if braced else ""
    return f'<code class="language-{escape(name)}">' if name else "<code>"
