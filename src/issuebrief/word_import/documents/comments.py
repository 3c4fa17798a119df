"""Comments in the margin of a Word file.

In:  the tree of the text, before its changes are resolved, and that of the comments.
Out: each comment with the words that it is about; a list of them as Markdown, for a file beside the brief.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.word_import.documents.model import Comment
from issuebrief.word_import.documents.ooxml import P, attribute, name, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

START, END, PLACE = map(name, ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))


def comments_in(text: Element, comments: Element | None, numbers: Mapping[Element, int]) -> list[Comment]:
    """The comments, in the order of the text; those that are about nothing stand at the end."""
    if comments is None:
        return []
    about: dict[str, list[str]] = {}
    places: dict[str, int] = {}
    running: list[str] = []
    number = 0
    for element in text.iter():
        key = attribute(element, "w:id")
        if element.tag == P:
            number = numbers.get(element, number)
            for each in running:
                about[each].append(" ")
        elif element.tag == START:
            running.append(key)
            about[key] = []
            places[key] = number
        elif element.tag == END and key in running:
            running.remove(key)
        elif element.tag == PLACE:
            places.setdefault(key, number)
        elif element.tag == name("w:t"):
            for each in running:
                about[each].append(element.text or "")
    found = {attribute(each, "w:id"): each for each in comments}
    order = [*places, *(key for key in found if key not in places)]
    return [
        Comment(
            attribute(found[key], "w:author"),
            attribute(found[key], "w:date")[:10],
            " ".join(" ".join(map(text_of, found[key].iter(P))).split()),
            " ".join("".join(about.get(key, ())).split()),
            places.get(key, 0),
        )
        for key in order
        if key in found
    ]


def as_list(comments: Sequence[Comment], document: str) -> str:
    """The comments as a text of their own, which no build reads."""
    lines = [f"# Comments in {document}", ""]
    for number, comment in enumerate(comments, 1):
        where = f"Paragraph {comment.paragraph}" if comment.paragraph else "No place in the text"
        who = ", ".join(part for part in (comment.author, comment.date) if part)
        lines += [f"{number}. {where}{f' ({who})' if who else ''}: {comment.words}", ""]
        if comment.about:
            lines += [f"    > {comment.about}", ""]
    return "\n".join(lines)
