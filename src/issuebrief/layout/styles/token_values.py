"""Declarations of a theme that make use of design tokens, looked at with the tokens put in.

In:  the rules of style sheets.
Out: problems with tokens that are declared nowhere, or read nowhere, with those set to something of another
     kind, and with values that are none once the tokens are in.

WeasyPrint finds out late, page by page, and then leaves such a declaration out without a word. The shipped
sheets are not looked at: the tests do that.
"""

from __future__ import annotations

from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

import tinycss2
from tinycss2.color5 import parse_color
from weasyprint.css.validation import preprocess_declarations

from issuebrief.diagnostics.model import Diagnostic, error, warning
from issuebrief.engine.log import listen
from issuebrief.engine.style_hints import instead_of
from issuebrief.layout.styles.token_kinds import A_LENGTH, READ, REFERENCE, uses_of, wanted
from issuebrief.theming.design_tokens import resolved, settings_of
from issuebrief.theming.shipped_sheets import is_shipped
from issuebrief.theming.style_rules import line_of, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence, Set
    from pathlib import Path

    from issuebrief.engine.protocols import CssNode
    from issuebrief.theming.style_rules import Rule
    from issuebrief.theming.style_sheets import StyleRules

VARIABLE = "var("
PRINTED = ("-small-cmyk", "-cmyk", "-spot")
"""What follows the name of a colour in tokens that say how it is printed, the longest first."""
ALIKE = 0.75
"""How much alike a token's name and a known one must be, for it to be taken for that one mistyped."""
MOST_COMPARED = 1_000
"""With how many tokens a name is compared at most; no theme has as many."""


def value_problems(
    rules: StyleRules, is_trusted: Callable[[Path], bool] = is_shipped
) -> tuple[Diagnostic, ...]:
    """What is wrong with the values that style sheets make of tokens, but for those that are trusted."""
    trusted = frozenset(filter(is_trusted, {rule.sheet for rule in rules.found}))
    theirs = [rule for rule in rules.found if rule.sheet not in trusted]
    written = [(rule, declaration) for rule in theirs for declaration in _declarations(rule)]
    using = [(rule, declaration) for rule, declaration in written if VARIABLE in _value(declaration).lower()]
    colours = [(rule, declaration) for rule, declaration in written if _is_token(declaration)]
    if not using and not colours:
        return ()
    tokens = {setting.token: setting.value for setting in settings_of(rules)}
    shipped_colours = {
        declaration.name
        for rule in rules.found
        if rule.sheet in trusted
        for declaration in _declarations(rule)
        if _is_token(declaration) and parse_color(_value(declaration)) is not None
    }
    no_colours = tuple(
        _no_colour(rule, declaration)
        for rule, declaration in colours
        if declaration.name in shipped_colours and not _is_colour(resolved(_value(declaration), tokens))
    )
    declared = dict.fromkeys(
        declaration.name
        for rule in rules.found
        for declaration in _declarations(rule)
        if _is_token(declaration)
    )
    found = (_problem(rule, declaration, tokens, declared) for rule, declaration in using)
    others = [(rule, token) for rule, token in colours if token.name not in shipped_colours]
    return (
        *no_colours,
        *(problem for problem in found if problem),
        *_of_another_kind(others, rules, tokens, trusted),
        *_mistyped(colours, rules, tokens),
    )


def _of_another_kind(
    own: list[tuple[Rule, CssNode]], rules: StyleRules, tokens: MutableMapping[str, str], trusted: Set[Path]
) -> Iterator[Diagnostic]:
    """Tokens that a theme sets to what they cannot be."""
    shipped_ones = [
        (declaration.name, _value(declaration))
        for rule in rules.found
        if rule.sheet in trusted
        for declaration in _declarations(rule)
    ]
    plain, uses = dict(reversed(shipped_ones)), uses_of(shipped_ones)
    for rule, declaration in own:
        value = _value(declaration)
        if needed := wanted(declaration.name, value, tokens, uses, plain, _is_understood):
            place = place_of(rule.sheet, declaration)
            message = f"{declaration.name} must be {needed}, not {value or 'nothing'}"
            hint = "docs/theming.md shows what each token can be"
            code = "style.no-length" if needed == A_LENGTH else "style.not-understood"
            yield error(code, message, place, hint, line_of(rule.text, place.line))


def _mistyped(
    own: list[tuple[Rule, CssNode]], rules: StyleRules, tokens: MutableMapping[str, str]
) -> Iterator[Diagnostic]:
    """Tokens that a theme sets, that nothing makes use of, and that are called nearly as one that counts.

    Those that say how a colour is printed are told whatever they are called, where there is no such colour.
    """
    read = {name for text in rules.texts.values() for name in REFERENCE.findall(text)} | READ
    unread = {token.name: (rule, token) for rule, token in reversed(own) if token.name not in read}
    known = sorted(other.removeprefix("--") for other in read)[:MOST_COMPARED]
    for name, (rule, declaration) in unread.items():
        ending = next((ending for ending in PRINTED if name.endswith(ending)), "")
        colour = name.removesuffix(ending).removeprefix("--")
        near = get_close_matches(colour, known, 1, ALIKE)
        is_alike = bool(near) and near[0] != colour
        if is_alike or (ending and not _is_colour(resolved(tokens.get(f"--{colour}", ""), tokens))):
            place = place_of(rule.sheet, declaration)
            message = f"nothing uses the design token {name}"
            hint = f"set the colour --{colour}, which is to be printed so, or remove it"
            if is_alike:
                hint = f"did you mean --{near[0]}{ending}?"
            yield warning("style.unused-token", message, place, hint, line_of(rule.text, place.line))


def _is_token(declaration: CssNode) -> bool:
    return str(declaration.name).startswith("--")


def _is_colour(value: str) -> bool:
    return VARIABLE in value.lower() or parse_color(value) is not None


def _no_colour(rule: Rule, declaration: CssNode) -> Diagnostic:
    """A token that is a colour in the shipped sheets, and that a theme sets to something else."""
    place = place_of(rule.sheet, declaration)
    return error(
        "style.not-understood",
        f"{declaration.name} must be a colour, not {_value(declaration) or 'nothing'}",
        place,
        "write it as # and 3 or 6 digits, such as #12304f, or as a name such as navy",
        line_of(rule.text, place.line),
    )


def _declarations(rule: Rule) -> Iterator[CssNode]:
    if rule.node.type == "qualified-rule":
        for node in tinycss2.parse_blocks_contents(rule.node.content):
            if node.type == "declaration":
                yield node


def _value(declaration: CssNode) -> str:
    return str(tinycss2.serialize(declaration.value)).strip()


def _problem(
    rule: Rule, declaration: CssNode, tokens: Mapping[str, str], declared: Collection[str]
) -> Diagnostic | None:
    place = place_of(rule.sheet, declaration)
    excerpt = line_of(rule.text, place.line)
    for name, has_other in _names(declaration.value):
        if name not in declared and not has_other:
            near = get_close_matches(name[2:], [other[2:] for other in islice(declared, MOST_COMPARED)], 1)
            hint = f"did you mean --{near[0]}?" if near else "declare it on :root, or remove it"
            return error("style.no-token", f"there is no design token {name}", place, hint, excerpt)
        if name not in tokens:
            return None  # declared for some part of the page, which is not known here
    value = resolved(_value(declaration), tokens)
    if _is_token(declaration) or _is_understood(declaration.name, value):
        return None
    return error(
        "style.not-understood",
        f"`{declaration.name}: {_value(declaration)}` is left out: it comes to `{value or 'nothing'}`",
        place,
        instead_of(f"{declaration.name}: {_value(declaration)}"),
        excerpt,
    )


def _names(nodes: Sequence[CssNode]) -> Iterator[tuple[str, bool]]:
    """The tokens that a value refers to, and whether it says what to take where one is not there."""
    for node in nodes:
        if node.type == "function" and node.lower_name == "var":
            words = [part for part in node.arguments if part.type not in ("whitespace", "comment")]
            if words and words[0].type == "ident":
                yield words[0].value, len(words) > 1
            yield from _names(words[1:])
        elif node.type == "function":
            yield from _names(node.arguments)
        elif node.type == "() block":
            yield from _names(node.content or ())


def _is_understood(name: str, value: str) -> bool:
    css = f"{name}: {value}"
    with listen() as lines:
        list(preprocess_declarations("", tinycss2.parse_blocks_contents(css)))
    return bool(value) and not lines
