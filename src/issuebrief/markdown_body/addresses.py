"""Addresses that no reader can follow, and links whose address is missing.

In:  a tree, or the manuscript.
Out: links without their address where it leads to a file of the author's machine or runs something, and
     problems: such an address, and a reference link that is defined nowhere. The path of a file beside the
     brief stays as `data-file`, since a web page can bring a copy of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from issuebrief.diagnostics.model import Diagnostic, hint_of, warning
from issuebrief.file_access import is_file, real_path, resolved
from issuebrief.markdown_body.source.html_tree import walk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from issuebrief.markdown_body.references import Finder
    from issuebrief.markdown_body.source.html_tree import Element
    from issuebrief.markdown_body.source.markdown_source import MarkdownSource

FOLLOWED = frozenset(("http", "https", "mailto"))
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
ON_A_MACHINE = re.compile(
    r"file:|[A-Za-z]:[\\/]|[A-Za-z]:%5[Cc]|\\\\|%5[Cc]%5[Cc]|~[\\/]|/(?:Users|home|Volumes|mnt|media|tmp|var)/"
)
DOMAIN = re.compile(
    r"(?:www\.|(?:[\w-]+\.)+(?:com|org|net|edu|gov|int|eu|info|io|uk|de|fr|se|es|it|nl|pl|ch|at|be|dk|no|fi)(?:[/?#:]|$))"
)
PAGE = re.compile(r"\.(?:md|markdown|html?|qmd)$", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20]")
MOST_GUESSES, MOST_COMPARED = 50, 1_000
"""So many links without an address are told what was probably meant, of so many names."""
ENDS = "".join(map(chr, range(0x21)))
"""What browsers take off both ends of an address: control characters and spaces."""

WITHIN = re.compile(r"[\t\n\r]")
"""What browsers take out of an address wherever it stands."""

DISGUISED = re.compile(r"^[^/?#:]*[^\x21-\x7e/?#:][^/?#:]*:")
"""A scheme with a character in it that none has, such as a space that is not seen."""

SPACED = re.compile(r"(?:https?://|[^:]*\Z)", re.IGNORECASE)
"""An address in which spaces are written `%20`: one of the web, or the path of a file."""

DOI = re.compile(r"doi:(?://)?(?=10\.)", re.IGNORECASE)
LONGEST_ADDRESS = 8_000
"""Characters of an address that is followed at most; browsers and servers take about as many."""

REFERENCE = re.compile(
    r"(?<![\\\]!])\[(?!\^)(?P<words>(?:[^\[\]\n]|\n(?![ \t]*\n))+)\]"
    r"\[(?!\^)(?P<name>[^\[\]\n]*)\](?![(\[:])"
)
PICTURE = re.compile(r"(?<!\\)!\[(?P<words>[^\[\]\n]*)\]\[(?!\^)(?P<name>[^\[\]\n]*)\](?![(\[:])")
DEFINED = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:", re.MULTILINE)
LONGEST = 60
"""Characters of an address that a message repeats at most."""


@dataclass(frozen=True)
class Verdict:
    """Why an address cannot be followed: the code, what is said of it, and the hint."""

    code: str
    message: str
    hint: str


def normal(href: str) -> str:
    """An address as a browser reads it; a DOI as the address that it leads to.

    Source: WHATWG, "URL", section 4.4 (basic URL parser), steps 1 to 3.
    """
    address = DOI.sub("https://doi.org/", WITHIN.sub("", href.strip(ENDS)))
    return address.replace(" ", "%20") if SPACED.match(address) else address


def verdict(href: str, folder: Path) -> Verdict | None:
    """What is wrong with an address in a brief of that folder; nothing where readers can follow it."""
    address = UNSEEN.sub("", normal(href))
    if address.startswith("#"):
        return None
    if not address:
        hint = "write it between the parentheses: [words](https://…)"
        return Verdict("links.empty", "a link has no address: its words are printed alone", hint)
    shown = address if len(address) <= LONGEST else address[:LONGEST] + "…"
    if ON_A_MACHINE.match(address):
        message = f"the link leads to a file of your own machine, {shown}: its words are printed alone"
        return Verdict("links.local", message, "put the file on a server and write its https:// address")
    scheme = SCHEME.match(address)
    if scheme or DISGUISED.match(address):
        if scheme and scheme[1].lower() in FOLLOWED and len(address) <= LONGEST_ADDRESS:
            return None
        message = f"the link to {shown} is of a kind that readers cannot follow: its words are printed alone"
        return Verdict("links.scheme", message, "write an address that begins with https:// or mailto:")
    if "\\" in address or address.startswith("//"):
        message = f"the link to {shown} leads to another server in disguise: its words are printed alone"
        return Verdict("links.scheme", message, "write the whole address, with https:// and no backslash")
    if DOMAIN.match(address) and not _is_there(folder / unquote(address), folder):
        message = f"{shown} is read as a file name, as it does not start with https://: it is no link"
        return Verdict("links.local", message, f"write https://{shown}")
    return _of_file(address, shown, folder)


def _of_file(address: str, shown: str, folder: Path) -> Verdict:
    """What is said of a link to a file."""
    message = f"the link leads to a file, {shown}: its words are printed alone"
    path, _ = parted(address)
    if PAGE.search(path):
        hint = "write the https:// address that the page has on the web; a place in this brief is #name"
    elif linked_file(folder, path):
        message = f"the link leads to a file, {shown}: a web page brings a copy, a PDF prints its words alone"
        hint = "put the file on a server and write its https:// address, which works everywhere"
    elif not _is_there(folder / path, folder):
        message = f"the link leads to a file that is not there, {shown}: its words are printed alone"
        hint = "check the spelling of the file name, or write an https:// address"
    else:
        hint = "put the file into the brief's folder, for a copy on the web, or write an https:// address"
    return Verdict("links.local", message, hint)


def parted(address: str) -> tuple[str, str]:
    """The path in an address, as a file system spells it, and what follows that in the address."""
    path, sign, place = address.partition("#")
    return unquote(path.partition("?")[0]), sign + place


def linked_file(folder: Path, path: str) -> Path | None:
    """The file that a web page may bring along: one in the brief's folder that is not hidden, and no page."""
    if PAGE.search(path) or not is_file(folder / path, (folder,)):
        return None
    file = resolved(folder / path, (folder,))
    hidden = any(part.startswith(".") for part in file.relative_to(real_path(folder)).parts)
    return None if hidden else file


def _is_there(path: Path, folder: Path) -> bool:
    """Whether anything lies there; of other folders nothing is told."""
    try:
        return resolved(path, (folder,)).exists()
    except (OSError, ValueError):
        return False


def unlink(root: Element, folder: Path) -> list[tuple[str, Verdict]]:
    """Take their addresses from links that nobody can follow; the addresses, and why."""
    found: list[tuple[str, Verdict]] = []
    for link in walk(root):
        href = link.attributes.get("href")
        if href is None or link.tag not in ("a", "area"):
            continue
        address = normal(href)
        link.attributes["href"] = f"https:{address}" if address.startswith("//") else address
        if why := verdict(link.attributes["href"] or "", folder):
            found.append((href, why))
            del link.attributes["href"]
            if link.tag == "a" and why.code == "links.local" and not ON_A_MACHINE.match(address):
                link.attributes["data-file"] = address
            link.tag = "span"
    return found


def check_addresses(roots: Iterable[Element], finder: Finder) -> list[Diagnostic]:
    """The links of the text that nobody can follow, each at its place."""
    folder = finder.manuscript.source.path.parent
    return [
        warning(
            why.code,
            why.message,
            (found := finder.place(href))[0],
            why.hint,
            found[1],
        )
        for root in roots
        for href, why in unlink(root, folder)
    ]


def check_reference_links(manuscript: MarkdownSource) -> list[Diagnostic]:
    """Links and pictures whose address is to stand elsewhere in the text, and stands nowhere."""
    if "][" not in manuscript.masked:
        return []
    known = {_key(match[1]): match[1] for match in DEFINED.finditer(manuscript.masked)}
    guesses = list(islice(known, MOST_COMPARED))
    problems: list[Diagnostic] = []
    for pattern, kind in ((REFERENCE, "link"), (PICTURE, "picture")):
        for match in pattern.finditer(manuscript.masked):
            name = match["name"] or match["words"]
            if _key(name) in known or (match["words"] + name).strip().isdecimal() or not name.strip():
                continue
            near = get_close_matches(_key(name), guesses if len(problems) < MOST_GUESSES else (), 1)
            hint = hint_of(
                f"did you mean [{known[near[0]]}]?" if near else "",
                f"write its address on a line of its own, [{name.strip()}]: https://…, "
                "or directly after the words: [words](https://…)",
            )
            place, excerpt = manuscript.told_of(*match.span())
            shown = " ".join(match.group().split())
            message = f"the {kind} {shown} has no address: nothing defines [{name.strip()}]"
            problems.append(warning("references.undefined", message, place, hint, excerpt))
    return problems


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
