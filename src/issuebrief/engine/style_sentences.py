"""What WeasyPrint says of whole rules of a style sheet, in other words.

In:  a line that it logs about a rule, a selector or an import.
Out: the message and the hint that say it to a designer.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from issuebrief.engine.style_hints import instead_of

MARGIN_BOXES = (
    *("top-left-corner", "top-left", "top-center", "top-right", "top-right-corner"),
    *("bottom-left-corner", "bottom-left", "bottom-center", "bottom-right", "bottom-right-corner"),
    *("left-top", "left-middle", "left-bottom", "right-top", "right-middle", "right-bottom"),
)
PSEUDO = (
    *("first-child", "last-child", "only-child", "nth-child", "nth-last-child", "first-of-type"),
    *("last-of-type", "only-of-type", "nth-of-type", "nth-last-of-type", "not", "is", "where", "has"),
    *("root", "empty", "lang", "link", "before", "after", "marker", "first-line", "first-letter"),
    *("footnote-call", "footnote-marker"),
)
PAGES = ("first", "left", "right", "blank")
IMPORT = re.compile(r"^@import rule '\s*(?P<what>.*?)' not at the beginning", re.DOTALL)
NO_IMPORT = re.compile(r"^Invalid @import rule '\s*(?P<what>.*?)',", re.DOTALL)
NO_LAYER = re.compile(r"^Invalid layer name '(?P<what>.*?)' the whole", re.DOTALL)
PAGE = re.compile(r"^Unsupported @page selector '\s*(?P<what>.*?)\s*',", re.DOTALL)
BOX = re.compile(r"^(?P<how>Unknown|Empty) @page rule <AtRule @(?P<what>[\w-]+)")
RULE = re.compile(r"^Unknown (?:empty )?rule <AtRule @(?P<what>[\w-]+)")
MEDIA = re.compile(r"^Invalid media type '\s*(?P<what>.*?)\s*' ?the whole", re.DOTALL)
SELECTOR = re.compile(r"^Invalid or unsupported selector, ['\"]\s*(?P<what>.*?)\s*['\"](?:,|$)", re.DOTALL)
STOPPED = re.compile(r"^(?:Error: |Parse error:? ).*(?:Stop token|EOF) reached before \{\} block")
NTH = re.compile(r":nth-[a-z-]+(?!\()|:nth-[a-z-]+\((?!\s*(?:odd|even|[-+\dn]))")
NAMED = re.compile(r"::?([\w-]+)")


def said_of_rule(line: str) -> tuple[str, str] | None:
    """Message and hint for what is said of a rule; None where it is said of something else."""
    if found := IMPORT.match(line):
        return f"@import {found['what']} comes after other rules and is not read", (
            "move it above all other rules"
        )
    if found := NO_IMPORT.match(line):
        return f"@import {found['what']} is not read: it names no style sheet", (
            'write the name of the file in quotation marks: @import "policy-note.css";'
        )
    if found := NO_LAYER.match(line):
        return f"{found['what']} names no layer", "give the layer a name of letters, such as layer(house)"
    if found := MEDIA.match(line):
        hint = "write @media print, without conditions, or no @media at all"
        return f"the rules in @media {found['what']} are not read", hint
    if found := PAGE.match(line):
        return _page(found["what"])
    if found := BOX.match(line):
        return _margin_box(found["what"], found["how"] == "Empty")
    if found := SELECTOR.match(line):
        return _selector(found["what"])
    if found := RULE.match(line):
        return f"there is no rule @{found['what']} on paper", instead_of(line)
    if STOPPED.match(line):
        return "this is neither a declaration nor a rule", (
            "write property: value; with a colon between them, or a selector and { … }"
        )
    return None


def _page(selector: str) -> tuple[str, str]:
    near = get_close_matches(selector.lstrip(":"), PAGES, 1, 0.6)
    hint = f"did you mean @page :{near[0]}?" if near else "write :first, :left, :right, :blank or :nth(…)"
    return f"there are no pages “{selector}”: the rule is left out", hint


def _margin_box(name: str, is_empty: bool) -> tuple[str, str]:
    if is_empty:
        return f"@{name} says nothing", f"write @{name} {{ content: … }}, or remove it"
    near = get_close_matches(name, MARGIN_BOXES, 1, 0.5)
    hint = f"did you mean @{near[0]}?" if near else "write @top-left, @bottom-right or another margin box"
    return f"a page has no margin box @{name}", hint


def _selector(selector: str) -> tuple[str, str]:
    message = f"the selector `{selector}` is not understood: its rule is left out"
    if re.search(r"::selection|:hover|:focus", selector):
        return message, "remove it: it has no effect on paper"
    if NTH.search(selector):
        return message, "say which in brackets, such as :nth-child(2n) or :nth-child(odd)"
    for name in NAMED.findall(selector):
        if name not in PSEUDO and (near := get_close_matches(name, PSEUDO, 1, 0.6)):
            return message, f"did you mean :{near[0]}?"
    if re.search(r"[>+~]\s*[>+~]|[>+~]\s*(?:,|$)|\.\.|\.(?=[\s,]|$)|,\s*(?:,|$)", selector):
        return message, "a name is missing in it, or a sign is there twice"
    return message, "look up the selector, or remove the rule"
