"""Slips in HTML: attributes that it does not know, words of a table that stand in no cell.

In:  the manuscript.
Out: a warning for each attribute, with the one that is meant; an error for each run of words that a table
     has no place for, since browsers and typesetters put it somewhere else or nowhere.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, error, hint_of, warning
from issuebrief.markdown_body.normalise.attribute_lists import ATTRIBUTES
from issuebrief.markdown_body.normalise.plain_signs import ATTRIBUTE, ELEMENTS, FLAGS, TAG
from issuebrief.markdown_body.source.html_tree import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

KNOWN = ATTRIBUTES | FLAGS | names(
    "abbr accept accept-charset accesskey action alink allow archive autocapitalize autocomplete axis "
    "background behavior bgcolor border bordercolor cellpadding cellspacing challenge char charoff "
    "charset clear code codebase codetype color cols content contenteditable coords crossorigin data "
    "declare decoding draggable enctype enterkeyhint face fetchpriority for form formaction formmethod "
    "formtarget frame frameborder high hspace http-equiv icon imagesizes imagesrcset inputmode integrity "
    "is itemid itemprop itemref itemtype kind language link list longdesc low manifest marginheight "
    "marginwidth max maxlength media method min minlength name nonce noshade nowrap object optimum part "
    "pattern ping placeholder popover popovertarget poster preload profile prompt property prefix about "
    "typeof vocab resource inlist radiogroup cite referrerpolicy rev rows rules sandbox scheme scrolling "
    "shape size sizes slot spellcheck srcdoc srclang srcset standby step summary tabindex text usemap "
    "valuetype version vlink vspace wrap xmlns"
)  # fmt: skip
"""The attributes of HTML, those of its older versions included."""

OTHERS = re.compile(r"on[a-z]+|(?:data|aria|x|v|ng|hx)-.+|.*[:@.].*|_.+", re.IGNORECASE)
"""Attributes that run something, or that are any program's own: `data-x`, `xml:lang`."""

DRAWING = re.compile(r"<(svg|math)(?=[\s>])", re.IGNORECASE)
CLOSING = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("svg", "math")}
CELLS = names("td th caption")
BETWEEN = names("table thead tbody tfoot tr colgroup col")
MOST = 100
"""So many attributes, or runs of words, are told at the most."""
WORDLESS = re.compile(r"(?:\s|\x00|-->|<!--|&nbsp;)*")


def find_slips(manuscript: MarkdownSource) -> list[Diagnostic]:
    """Attributes that mean nothing, and words that stand in no cell."""
    text = manuscript.masked
    if "<" not in text:
        return []
    text = _without_drawings(text)
    tags = [tag for tag in TAG.finditer(text) if tag[1].lower() in ELEMENTS]
    return [*_unknown_attributes(tags, manuscript), *islice(_loose_words(tags, text, manuscript), MOST)]


def _without_drawings(text: str) -> str:
    """A text in which drawings and formulas, whose elements have attributes of their own, are blotted out."""
    parts: list[str] = []
    position = 0
    while match := DRAWING.search(text, position):
        end = CLOSING[match[1].lower()].search(text, match.end())
        if not end:
            break
        parts += (text[position : match.start()], "\x00" * (end.end() - match.start()))
        position = end.end()
    return "".join((*parts, text[position:]))


def _unknown_attributes(tags: list[re.Match[str]], manuscript: MarkdownSource) -> Iterator[Diagnostic]:
    """A warning for each attribute, where it first stands."""
    places: dict[str, list[int]] = {}
    for tag in tags:
        for attribute in ATTRIBUTE.finditer(tag[2]):
            name = (attribute[1] or "").lower()
            if name and name not in KNOWN and not OTHERS.fullmatch(name):
                places.setdefault(name, []).append(tag.start(2) + attribute.start(1))
    for name, (first, *others) in list(places.items())[:MOST]:
        more = f"; it is in {len(others)} more places" if others else ""
        message = f"HTML knows no attribute “{name}”, and nothing comes of it{more}"
        near = get_close_matches(name, ATTRIBUTES, 1, 0.6)
        hint = hint_of(f"did you mean {near[0]}?" if near else "", "remove it")
        place, excerpt = manuscript.place(first, first + len(name)), manuscript.excerpt(first)
        yield warning("markup.unknown-attribute", message, place, hint, excerpt)


def _loose_words(tags: list[re.Match[str]], text: str, manuscript: MarkdownSource) -> Iterator[Diagnostic]:
    """The words that stand between the cells of tables; `between` says so of each that is open."""
    between: list[bool] = []
    for tag, after in zip(tags, [*tags[1:], None], strict=False):
        name, closes = tag[1].lower(), tag[0].startswith("</")
        if name == "table" and closes:
            del between[-1:]
        elif name == "table":
            between.append(True)
        elif between and name in CELLS:
            between[-1] = closes
        elif between and name in BETWEEN:
            between[-1] = True
        words = text[tag.end() : after.start() if after else tag.end()]
        if between and between[-1] and not WORDLESS.fullmatch(words):
            yield _loose(tag.end() + len(words) - len(words.lstrip()), words.strip(), manuscript)


def _loose(start: int, words: str, manuscript: MarkdownSource) -> Diagnostic:
    shown = " ".join(unescape(words).split())
    message = f"“{shown[:60]}{'…' if len(shown) > 60 else ''}” is in no cell of its table"
    hint = "write it between <td> and </td>, or outside the table; look for a tag beside it that is mistyped"
    return error(
        "tables.no-cell",
        message,
        manuscript.place(start, start + len(words)),
        hint,
        manuscript.excerpt(start),
    )
