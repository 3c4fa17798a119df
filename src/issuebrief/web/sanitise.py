"""Raw HTML of a brief, made harmless for a reader's browser.

In:  HTML that the markup stage made, raw HTML of the author's included.
Out: the same HTML without anything that runs, fetches, styles or asks for input; and a warning for
     each kind of thing that was left out. nh3 reads HTML with the algorithm that browsers use, so
     that there is nothing which it takes for harmless and a browser does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from issuebrief.diagnostics.model import Diagnostic, warning
from issuebrief.formulas.mathml import TAGS as MATHML
from issuebrief.markdown_body.lint.html_slips import KNOWN
from issuebrief.markdown_body.normalise.allowed_html import ON_THE_WEB, SILENCED
from issuebrief.markdown_body.source.html_tree import Element, names, parse, walk
from issuebrief.web.formula_guard import put_back, take_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from issuebrief.frontmatter.source import Source

EVERYWHERE = names("class data-line dir id lang role style title translate")
"""Attributes of any element; the line in the brief goes once the pages of the PDF are marked by it."""
ATTRIBUTES = {
    "a": names("href"),
    "aside": names("data-passage"),
    "blockquote": names("cite"),
    "col": names("span"),
    "colgroup": names("span"),
    "del": names("cite datetime"),
    "details": names("open"),
    "img": names("alt height src width"),
    "ins": names("cite datetime"),
    "li": names("type value"),
    "ol": names("reversed start type"),
    "q": names("cite"),
    "span": names("data-file"),
    "td": names("colspan headers rowspan"),
    "th": names("abbr colspan headers rowspan scope"),
    "time": names("datetime"),
}
SCHEMES = names("http https mailto")
DROPPED = names(
    "align border cellpadding cellspacing height valign width "
    "data-bookmark data-continued data-tail data-text"
)
"""Attributes that go without a word: they say how something looks, or where it stands in the brief."""

# What `|---:|` makes of a table cell; classes say it on the web, where no style attribute is allowed.
ALIGNED = re.compile(
    r"\s*(?:text-align:\s*(left|center|right|justify)\s*(?:;\s*|$))?"
    r"(?:vertical-align:\s*(top|middle|bottom|baseline)\s*(?:;\s*|$))?"
    r"(?:width:\s*[\d.]+(?:%|px)\s*;?\s*)?"
)

# The size of a picture; its attributes say it on the web.
SIZED = re.compile(r"^\s*(?:(?:width|height): *(?:auto|[\d.]+(?:%|[a-z]+));?\s*)+$")

# The shares of pictures side by side; classes say them on the web.
SHARED = re.compile(r"grid-template-columns: (?:minmax\(0, \d+fr\) ?)+")

HINTS = {
    "script": "a page that is sent to others may not run anything",
    "style": "put the rule into a theme's style sheet: styles/web/themes/NAME.css",
    "svg": "save the drawing as a file and show it as a picture: ![what it shows](drawing.svg)",
}


def clean(html: str) -> str:
    """The HTML without what a page that is sent to others must not hold."""
    import nh3

    html, formulas = take_out(html) if "<math" in html else (html, ())
    cleaned = nh3.clean(
        html,
        tags=set(ON_THE_WEB),
        clean_content_tags=set(SILENCED),
        attributes={"*": set(EVERYWHERE), **{tag: set(known) for tag, known in ATTRIBUTES.items()}},
        filter_style_properties={"text-align", "vertical-align"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    return put_back(cleaned, formulas) if formulas else cleaned


def left_out(fragments: Iterable[str], source: Source) -> tuple[Diagnostic, ...]:
    """What `clean` takes out of some pieces of HTML, each kind once, where it first stands in the brief."""
    found: dict[tuple[str, str], Diagnostic] = {}
    for fragment in fragments:
        for node in walk(parse(fragment)):
            for shown, needle in _refused(node):
                if (shown, needle) not in found:
                    found[shown, needle] = _problem(shown, needle, node.tag, source)
    return tuple(found.values())


def _is_known_style(value: str) -> bool:
    return bool(ALIGNED.fullmatch(value) or SIZED.match(value) or SHARED.fullmatch(value))


def _refused(node: Element) -> Iterable[tuple[str, str]]:
    """What is wrong with an element, as it is named to the author and as it is looked for in the source."""
    if node.tag in MATHML:
        return
    if node.tag not in ON_THE_WEB:
        yield f"<{node.tag}>", f"<{node.tag}"
        return
    allowed = EVERYWHERE | ATTRIBUTES.get(node.tag, frozenset())
    for name, value in node.attributes.items():
        if name == "style" and not _is_known_style(value or ""):
            yield f"style on <{node.tag}>", "style"
        elif name == "href" and not _may_be_followed(value or ""):
            yield f"a link to {(value or '').strip()[:40]}", (value or "").strip()[:12]
        elif name not in allowed | DROPPED and name in KNOWN:
            yield f"{name} on <{node.tag}>", name


def _may_be_followed(address: str) -> bool:
    try:
        scheme = urlsplit(re.sub(r"[\x00-\x20]", "", address)).scheme
    except ValueError:
        return False
    return not scheme or scheme.lower() in SCHEMES


def _problem(shown: str, needle: str, tag: str, source: Source) -> Diagnostic:
    kind = "style" if shown.startswith("style") else tag
    hint = HINTS.get(kind, "write it in Markdown, or remove it")
    message = f"{shown} is left out of the web page"
    # An attribute stands in the tag that it is told of, or else in braces.
    tagged = rf"<{tag}\b[^<>]*?\b(?={needle}\b)" if " on <" in shown else re.escape(needle)
    for pattern in (tagged, re.escape(needle)):
        for number, text in enumerate(source.lines, 1):
            if found := re.search(pattern, text, re.IGNORECASE):
                behind = " on <" in shown and pattern is tagged
                place = source.place(number, (found.end() if behind else found.start()) + 1)
                place = place.covering(needle if behind else found[0])
                return warning("web.left-out", message, place, hint, text)
    return warning("web.left-out", message, source.place(0), hint)
