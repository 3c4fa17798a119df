"""URLs: where a line may break in them.

In:  a URL or an e-mail address, or a tree with links.
Out: the same characters with invisible ones between them: ZERO WIDTH SPACE where Chicago lets
     a line break, WORD JOINER where Unicode would but Chicago does not. No hyphen is ever added.
"""

from __future__ import annotations

from functools import lru_cache

from issuebrief.markdown_body.source.html_tree import Element, Text, text_of, walk

BREAK, JOIN = "\u200b", "\u2060"
# A break after fewer characters, or before fewer, would leave a stump on a line.
STUMP = 3
BREAK_BEFORE = frozenset("/.,-_?#%~=&")
BREAK_AFTER = frozenset("=&")
UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Letters of Chinese, Japanese and Korean, behind which a URL begins without a space."""
ENDS = "\u0589\u060c\u0964\u0965\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
"""Signs of other scripts that end a sentence or enclose words, which no URL has in it."""
BARE_URL = (
    rf"(?:(?<![\w/.@-])|(?<=[{UNSPACED}]))(?:https?://|www\.(?=\w))"
    f'[^\\s<>"\x00-\x1f\ufdd0-\ufdef\u200b\u2060“”«»{ENDS}]+'
)
ADDRESS = r"(?<![\w.+/@:-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
IN_BRACKETS = r"(?!st1:)[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>\"]+"
"""An address of any scheme that stands in angle brackets; some tags of Word begin alike.

Source: CommonMark 0.31.2, section 6.5 (Autolinks). Quotation marks are those of a tag's attributes.
"""
CLOSING = {")": "(", "]": "[", "}": "{"}


def trim(url: str) -> str:
    """The URL without the punctuation that ends the sentence around it."""
    while url:
        last = url[-1]
        if last in CLOSING and url.count(last) <= url.count(CLOSING[last]):
            break
        if last not in CLOSING and last not in ".,;:!?'*_~‘’…|`":
            break
        url = url[:-1]
    return url


@lru_cache(maxsize=2000)
def break_url(text: str) -> str:
    """The URL or address with its legal breaks, for a line of any length.

    A line may break after a colon or a double slash, before a single slash, a period, a comma,
    a hyphen, an underscore, a tilde, `?`, `#`, `%`, and on either side of `=` and `&`.
    """
    parts = [text[:1]]
    for gap in range(1, len(text)):
        parts += (_joint(text, gap), text[gap])
    return "".join(parts)


def _joint(text: str, gap: int) -> str:
    before, after = text[gap - 1], text[gap]
    if STUMP <= gap <= len(text) - STUMP and _may_break(text, gap):
        return BREAK
    plain = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return "" if plain else JOIN


def _may_break(text: str, gap: int) -> bool:
    before, after = text[gap - 1], text[gap]
    if before == after:
        return False
    if text.endswith("//", 0, gap) or (before == ":" and not text.startswith("//", gap)):
        return True
    if after == "/" and text.startswith("//", gap):
        return False
    return after in BREAK_BEFORE or before in BREAK_AFTER


def set_urls(root: Element) -> None:
    """Mark the links that print their own URL or address, and give them their breaks."""
    for link in walk(root):
        href = link.attributes.get("href")
        if link.tag != "a" or not href:
            continue
        held = _without_links(link)
        text = text_of(link).strip()
        if text and text in (held, href, href.removeprefix("mailto:"), *_without_scheme(href)):
            others = {name: value for name, value in link.attributes.items() if name != "class"}
            link.attributes = {"class": " ".join(("url", *link.classes)), **others}
            link.children = [Text(break_url(text))]


def _without_links(link: Element) -> str:
    """Take out the links that URLs among the words of a link became; gives the words of the last."""
    held = ""
    todo = [link]
    while todo:
        parent = todo.pop()
        inner = [child for child in parent.children if isinstance(child, Element)]
        if any(child.tag == "a" for child in inner):
            held = next(text_of(child) for child in reversed(inner) if child.tag == "a")
            parts = (
                child.children if isinstance(child, Element) and child.tag == "a" else [child]
                for child in parent.children
            )
            parent.children = [node for part in parts for node in part]
        todo += inner
    return held.strip()


def _without_scheme(href: str) -> tuple[str, ...]:
    bare = href.removeprefix("https://").removeprefix("http://")
    return tuple(filter(None, (bare, bare.rstrip("/"))))


def is_url(node: Element) -> bool:
    """Whether the element is a printed URL."""
    return node.tag == "a" and "url" in node.classes
