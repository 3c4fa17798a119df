"""A theme as the panel shows it: every token with its value, its place and its control; contrast; the diff.

In:  a brief that has been read, and its theme with the changes that are tried.
Out: a `ThemeLook`.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import tinycss2

from issuebrief.pipeline.branding import READABLE
from issuebrief.preview.theme_panel.model import Legibility, ThemeLook, TokenGroup
from issuebrief.preview.theme_panel.token_rows import shown_file, token_rows, tokens_set
from issuebrief.srgb import contrast
from issuebrief.theming.legibility import colour_of
from issuebrief.theming.shipped_sheets import is_shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from issuebrief.manuscript import Manuscript
    from issuebrief.preview.theme_panel.model import Changes, SheetDraft, TokenRow
    from issuebrief.preview.theme_panel.theme_draft import DraftedTheme
    from issuebrief.srgb import Rgb
    from issuebrief.theming.theme import Theme

WHITE: Rgb = (1.0, 1.0, 1.0)
PAPER = "paper"
GROUNDS = {
    "--ink": (PAPER, "--tint"),
    "--quiet": (PAPER, "--tint"),
    "--brand": (PAPER, "--tint"),
    "--accent": (PAPER, "--tint"),
    "--on-brand": ("--brand",),
    "--on-brand-quiet": ("--brand",),
}
"""The colours of text, each with the grounds that it stands on."""
TOKENS = "tokens.css"
OTHERS = "Others"
HEADING = re.compile(r"\s*([^:;.]+)[:;.]?\s*(.*?)\s*", re.DOTALL)
"""A comment over tokens: what they are about, and more of it."""


def theme_look(manuscript: Manuscript, drafted: DraftedTheme, changes: Changes) -> ThemeLook:
    """What the panel shows."""
    rows = {row.name: row for row in token_rows(manuscript, drafted)}
    draft = drafted.draft
    return ThemeLook(
        theme=drafted.plain.name,
        groups=tuple(_grouped(rows, drafted.theme)),
        legibility=tuple(_legibility(tokens_set(manuscript, drafted))),
        file=shown_file(draft.path, drafted.search_path) if draft else "",
        is_new=draft is not None and draft.before is None,
        unsaved=drafted.unsaved,
        faults=drafted.faults,
        diff=tuple(_diff(draft)) if draft and drafted.taken else (),
        changes=changes,
        draft=draft if drafted.taken else None,
        files=tuple(_files(manuscript, drafted)),
    )


def _files(manuscript: Manuscript, drafted: DraftedTheme) -> Iterator[tuple[str, Path]]:
    """The files that are not shipped and can be opened, by the names that the panel has for them."""
    sheets = (sheet for sheet in drafted.theme.rules.texts if not is_shipped(sheet))
    others = (setting.sheet for setting in manuscript.theme.own)
    for path in dict.fromkeys((*sheets, *others)):
        if path.is_file():
            yield shown_file(path, drafted.search_path), path


def _grouped(rows: Mapping[str, TokenRow], theme: Theme) -> Iterator[TokenGroup]:
    """The rows by the comments that stand over their tokens in `tokens.css`; the theme's own come last."""
    left = dict(rows)
    for name, about, tokens in _groups(theme):
        found = tuple(left.pop(token) for token in tokens if token in left)
        if found:
            yield TokenGroup(name, about, found)
    if left:
        yield TokenGroup(OTHERS, "Tokens that other style sheets declare.", tuple(left.values()))


def _groups(theme: Theme) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The names of groups, what more is said of them, and their tokens."""
    name, about, tokens = "Tokens", "", list[str]()
    text = next((text for sheet, text in theme.rules.texts.items() if sheet.name == TOKENS), "")
    rules = tinycss2.parse_rule_list(text, skip_whitespace=True)
    for rule in (rule for rule in rules if rule.type == "qualified-rule"):
        for node in tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True):
            if node.type == "declaration":
                tokens.append(node.name)
            elif node.type == "comment" and (heading := HEADING.fullmatch(node.value)):
                yield name, about, tuple(tokens)
                name, about, tokens = heading[1].strip(), heading[2][:1].upper() + heading[2][1:], []
    yield name, about, tuple(tokens)


def _legibility(tokens: Mapping[str, str]) -> Iterator[Legibility]:
    """The contrast of the colours of text with what they stand on."""
    for text, grounds in GROUNDS.items():
        for paper in grounds:
            colour = colour_of(text, tokens)
            ground = WHITE if paper == PAPER else colour_of(paper, tokens)
            if colour and ground:
                ratio = contrast(colour, ground)
                yield Legibility(text, paper, round(ratio, 2), ratio >= READABLE)


def _diff(draft: SheetDraft) -> Iterator[str]:
    """What saving changes, line by line, as `diff -u` says it, with two lines around."""
    before = (draft.before or b"").decode("utf-8-sig").splitlines()
    lines = difflib.unified_diff(before, draft.text.splitlines(), n=2, lineterm="")
    yield from (line for number, line in enumerate(lines) if number > 1)
