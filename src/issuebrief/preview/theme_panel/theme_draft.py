"""A theme with the changes that are tried, as its own sheet would say them.

In:  how a brief asks for its theme, the search path, and tokens with new values.
Out: a `DraftedTheme`: the theme as it is and as it would be, what its sheet is to say, and the values that
     are not taken, each with what mends it.

Changes are written into the text of the theme's own sheet, and nowhere else: what is laid out is what will
be saved. A sheet that ships is left alone; one of the same name that imports it takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import tinycss2

from issuebrief.diagnostics.model import Severity
from issuebrief.file_access import MOST_TEXT, is_file, read, real_path
from issuebrief.layout.styles.token_values import value_problems
from issuebrief.pipeline.further_sheets import further_sheets
from issuebrief.preview.theme_panel.css_edits import with_declaration, with_rule, with_value
from issuebrief.preview.theme_panel.model import Changes, SheetDraft, TokenFault
from issuebrief.preview.theme_panel.value_syntax import unreadable
from issuebrief.theming.design_tokens import settings_of
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_rules import Rule
from issuebrief.theming.style_sheets import StyleRules, parsed
from issuebrief.theming.theme import find_theme

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath
    from issuebrief.theming.design_tokens import TokenDeclaration
    from issuebrief.theming.theme import Theme

BOM = b"\xef\xbb\xbf"
NEW = '/* {name}, with changes of our own. */\n@import "{name}.css";\n'
"""A theme that takes the place of a shipped one."""
ELSEWHERE = "take it out there, or change it there"


@dataclass(frozen=True)
class AskedTheme:
    """How a brief asks for its theme: by name, with the size of its pages and sheets for what it states."""

    name: str
    lang: str = ""
    page_size: str = ""
    more: tuple[str, ...] = ()

    def found(self, search_path: SearchPath, drafts: Mapping[Path, str]) -> Theme | None:
        """The theme, with what sheets say in place of their files."""
        return find_theme(self.name, search_path, self.lang, self.page_size, self.more, drafts)


@dataclass(frozen=True)
class DraftedTheme:
    """A theme, `plain` and with the changes that were taken; what its sheet is to say; what is not taken.

    `search_path` has the folder of that sheet. `unsaved` says why the sheet cannot be written, if so.
    """

    plain: Theme
    theme: Theme
    draft: SheetDraft | None
    search_path: SearchPath
    taken: Changes = ()
    faults: tuple[TokenFault, ...] = ()
    unsaved: str = ""

    @property
    def drafts(self) -> Mapping[Path, str]:
        """What sheets say in place of their files; nothing where no change was taken."""
        return {self.draft.path: self.draft.text} if self.draft and self.taken else {}


def asked_by(manuscript: Manuscript) -> AskedTheme:
    """How a brief asks for its theme."""
    brief = manuscript.brief
    more = further_sheets(brief, manuscript.source.text)
    return AskedTheme(manuscript.theme.name, brief.lang, brief.page_size or "", more)


def drafted_theme(asked: AskedTheme, search_path: SearchPath, changes: Changes) -> DraftedTheme | None:
    """The theme with the changes; None where there is no theme of that name."""
    if search_path.workplace and is_file(own := own_place(search_path.workplace, asked.name), (own.parent,)):
        search_path = _with_folder(search_path, own)
    plain = asked.found(search_path, {})
    if plain is None:
        return None
    try:
        start = _own_sheet(plain, search_path)
    except OSError as refused:
        return DraftedTheme(plain, plain, None, search_path, unsaved=str(refused.strerror or refused))
    except UnicodeDecodeError:
        why = "the theme's file is not saved as UTF-8: save it so, and the panel can change it"
        return DraftedTheme(plain, plain, None, search_path, unsaved=why)
    if start is None:
        why = "styles is a link that leads out of the folder you work in: put the folder itself there"
        return DraftedTheme(plain, plain, None, search_path, unsaved=why)
    search_path = _with_folder(search_path, start.path)
    if not changes:
        return DraftedTheme(plain, plain, start, search_path)
    faults = [
        TokenFault(token, value, *fault) for token, value in changes if (fault := unreadable(token, value))
    ]
    bad = {fault.token for fault in faults}
    good = tuple(change for change in changes if change[0] not in bad)
    while True:
        draft, theme = _written(asked, search_path, start, good)
        found = tuple(_faults(theme, draft.path, good)) if theme else ()
        if theme is None or not found:
            return DraftedTheme(plain, theme or plain, draft, search_path, good, tuple(faults))
        faults += found
        bad = {fault.token for fault in found}
        good = tuple(change for change in good if change[0] not in bad)


def _own_sheet(theme: Theme, search_path: SearchPath) -> SheetDraft | None:
    """The sheet that changes are written into, as it is; None where there is no place for any."""
    sheet, workplace = theme.sheets[-1], search_path.workplace
    if workplace is None or workplace / "styles" in search_path.refused:
        return None
    if real_path(sheet).is_relative_to(real_path(workplace / "styles")):
        content = read(sheet, (workplace,), MOST_TEXT)
        content.decode("utf-8")
        return SheetDraft(sheet, content, content)
    return SheetDraft(own_place(workplace, theme.name), None, NEW.format(name=theme.name).encode())


def own_place(workplace: Path, name: str) -> Path:
    """Where a house's own theme of that name lies."""
    return workplace / "styles/themes" / f"{name}.css"


def _with_folder(search_path: SearchPath, sheet: Path) -> SearchPath:
    """A search path on which the folder of styles is that a sheet is yet to be made in."""
    styles = sheet.parent.parent
    if styles in search_path.styles:
        return search_path
    return replace(search_path, styles=(styles, *search_path.styles))


def _written(
    asked: AskedTheme, search_path: SearchPath, start: SheetDraft, changes: Changes
) -> tuple[SheetDraft, Theme | None]:
    """The sheet with the changes, and the theme that it makes; a change that does not win gets a rule."""
    text = start.text
    for token, value in changes:
        text = _with_token(text, start.path, asked.lang, token, value)
    draft = _said(start, text)
    theme = asked.found(search_path, {start.path: draft.text})
    lost = [(token, value) for token, value in changes if theme and _winner(theme, token, value) is None]
    if lost and theme:
        for token, value in lost:
            text = with_rule(text, token, value)
        draft = _said(start, text)
        theme = asked.found(search_path, {start.path: draft.text})
    return draft, theme


def _said(start: SheetDraft, text: str) -> SheetDraft:
    mark = BOM if (start.before or b"").startswith(BOM) else b""
    return replace(start, after=mark + text.encode())


def _with_token(text: str, sheet: Path, lang: str, token: str, value: str) -> str:
    """A sheet that sets a token to a value: where it counts already, else behind its other tokens.

    Where it counts may be a rule for the language of the brief.
    """
    rules = [Rule(node, sheet, (), text) for node in parsed(text) if node.type == "qualified-rule"]
    counting = [each for each in settings_of(StyleRules(tuple(rules)), lang) if each.token == token]
    if counting:
        return with_value(text, counting[-1].line, counting[-1].column, value)
    roots = [rule for rule in rules if settings_of(StyleRules((rule,)))]
    if not roots:
        return with_rule(text, token, value)
    node = roots[-1].node
    return with_declaration(text, node.source_line, node.source_column, token, value)


def _winner(theme: Theme, token: str, value: str) -> TokenDeclaration | None:
    """The declaration of a token that counts in the end, where it is the theme's own and has that value."""
    last = _last(theme, token)
    written = tinycss2.serialize(tinycss2.parse_component_value_list(value)).strip()
    return last if last and last.sheet == theme.sheets[-1] and last.value == written else None


def _last(theme: Theme, token: str) -> TokenDeclaration | None:
    """The declaration of a token that counts in the end."""
    return next((setting for setting in reversed(theme.settings) if setting.token == token), None)


def _faults(theme: Theme, sheet: Path, changes: Changes) -> Iterator[TokenFault]:
    """What is wrong with the changes, now that they stand in a sheet."""

    def is_trusted(other: Path) -> bool:
        return is_shipped(other) and other != sheet

    problems = (*theme.problems, *value_problems(theme.rules, is_trusted))
    told = {
        (problem.place.line, problem.place.column): problem
        for problem in reversed(problems)
        if problem.severity is Severity.ERROR and problem.place and problem.place.path == sheet
    }
    for token, value in changes:
        setting = _winner(theme, token, value)
        if setting is None:
            stronger = _last(theme, token)
            where = f"{stronger.sheet.name}, line {stronger.line}," if stronger else "another rule"
            yield TokenFault(token, value, f"{where} sets {token} with more weight", ELSEWHERE)
        elif problem := told.get((setting.line, setting.column)):
            yield TokenFault(token, value, problem.message, problem.hint.partition("\n")[0])
