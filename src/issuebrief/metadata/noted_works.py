"""What the notes of a brief cite.

In:  its body.
Out: `NotedWork`s in the order of the notes, each once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from issuebrief.markdown_body.source.html_tree import parse, text_of, walk
from issuebrief.metadata.field_words import on_a_line
from issuebrief.metadata.record import NotedWork

if TYPE_CHECKING:
    from issuebrief.markdown_body import Body

REPEATED = re.compile(r"^(?:ibid|ebd|ibidem|op\. cit|loc\. cit|a\. ?a\. ?o)\b", re.IGNORECASE)
"""A note that only points back to another."""
DOI = re.compile(r"(?<![\w./])10\.[0-9]{4,9}/[^\s\"<>{}|\\^`]+")
ENDS = ".,;:!?)]}'’”»"


def noted_works(body: Body) -> tuple[NotedWork, ...]:
    """What the notes cite; a note that only points back to another cites nothing new."""
    found: dict[str, NotedWork] = {}
    for note in body.notes:
        tree = parse(note.html)
        words = on_a_line(text_of(tree))
        if REPEATED.match(words):
            continue
        links = [each.attributes.get("href") or "" for each in walk(tree) if each.tag == "a"]
        urls = [link for link in links if link.startswith(("http://", "https://"))]
        doi = next(filter(None, map(doi_in, [*(url for url in urls if "doi.org/" in url), words])), "")
        found.setdefault(words, NotedWork(words, doi, urls[0] if urls else ""))
    return tuple(found.values())


def doi_in(text: str) -> str:
    """The first DOI in a text, without the punctuation behind it; empty where there is none."""
    from urllib.parse import unquote

    match = DOI.search(unquote(text.partition("doi.org/")[2]) if "doi.org/" in text else text)
    if not match:
        return ""
    doi = match[0]
    while doi and doi[-1] in ENDS and not (doi[-1] == ")" and doi.count("(") >= doi.count(")")):
        doi = doi[:-1]
    return doi
