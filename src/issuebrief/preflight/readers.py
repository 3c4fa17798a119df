"""Rules for those who do not see the page: links whose words say nothing, data that catalogues want.

In:  a `Proof`.
Out: `Finding` values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from issuebrief.l10n import words
from issuebrief.preflight.proof import Finding, Proof, quoted, spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from issuebrief.frontmatter.model import Brief

ARROWS = frozenset("\u2190\u2191\u2193\u2196\u21a9\u21b0\u21b5\u21d1\u21e7\u2b06\u25b2")


def wordless_links(proof: Proof) -> Iterator[Finding]:
    """Links that say nothing of where they lead, such as “here”."""
    brief = proof.brief
    known = {brief.lang: words(brief.lang, brief.labels).says_nothing}
    for link in proof.facts.links:
        said = in_words(link.text)
        # An arrow leads back, as the marks of notes do in other programs.
        if not said and link.target.startswith("#") and not ARROWS.isdisjoint(link.text):
            continue
        lang = link.lang or brief.lang
        if said and said not in (known.get(lang) or words(lang).says_nothing):
            continue
        what = f"the link {quoted(link.text)} says" if said else "a link has no words and says"
        yield Finding(
            f"{what} nothing of where it leads: {link.target}",
            "let the words of the link say where it leads",
            (spot(link.page, link.rect),),
            link.source,
            link.target,
        )


def in_words(text: str) -> str:
    """A text in small letters without its punctuation.

    Signs on a letter belong to it: India's scripts write vowels so.
    """
    kept = ""
    for sign in text.casefold():
        kept += sign if sign.isalnum() or (category(sign)[0] == "M" and kept[-1:].strip()) else " "
    return " ".join(kept.split())


def missing_metadata(proof: Proof) -> Iterator[Finding]:
    """What indexing services want and the front matter does not say."""
    missing = [what for key in proof.limits.wanted if (what := MISSING[key](proof.brief))]
    if missing:
        yield Finding(
            f"the front matter lacks facts that indexing services need: {', '.join(missing)}",
            "add it there, or do without them in issuebrief.toml:\n[preflight.limits]\nwanted = []",
            (),
            1,
        )


def _without_orcid(brief: Brief) -> str:
    names = [author.name for author in brief.authors if not author.orcid]
    return f"the ORCID iD of {' and '.join(names)}" if names else ""


MISSING: dict[str, Callable[[Brief], str]] = {
    "doi": lambda brief: "" if brief.doi else "a DOI",
    "keywords": lambda brief: "" if brief.keywords else "keywords",
    "orcid": _without_orcid,
    "abstract": lambda brief: "" if brief.abstract else "an abstract",
}
"""For each thing that may be wanted, what of it is missing, in words; nothing where it is there."""
