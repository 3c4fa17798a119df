"""Which declarations apply to an element and win: what WeasyPrint's own cascade says, with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import cssselect2
import pytest
import tinycss2
from examples import combined
from setting import paragraph, write_brief
from weasyprint.css.validation import preprocess_declarations

from issuebrief.engine.log import listen
from issuebrief.layout.styles.applied_rules import AppliedRules, winners
from issuebrief.layout.styles.token_origins import tokens_behind
from issuebrief.preview.session import RenderSession
from issuebrief.resources import search_path
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.layout.styles.applied_rules import AppliedDeclaration

TEXT = f"""\
## A heading

{paragraph(1)}[^a]

[A pull-quote that says *much*.]{{.pull-quote}} {paragraph(2)}

| a | b |
| - | - |
| 1 | 2 |

> A quotation.

::: recommendation
Do it.
:::

[^a]: A note.
"""
OWN = """\
@import "policy-note.css";
:root { --brand: #14432a }
.body p { color: var(--brand) }
.body { & blockquote, h2 { color: var(--accent); --tint: #123 } }
@media print { p.date { letter-spacing: 0.1em !important } }
"""


def alike(value: Any, other: Any) -> bool:
    """Whether two values are the same, or wait for the same tokens."""
    if hasattr(value, "tokens") and hasattr(other, "tokens"):
        return str(tinycss2.serialize(value.tokens)) == str(tinycss2.serialize(other.tokens))
    return repr(value) == repr(other)


def values_of(declared: AppliedDeclaration) -> dict[str, Any]:
    with listen():
        return {name: value for name, value, _ in preprocess_declarations("", [declared.node])}


@pytest.mark.parametrize(("theme", "own"), [*combined(["isdp", "policy-note", "report"], [""]), ("own", OWN)])
def test_the_engine_has_the_same_winners(tmp_path: Path, theme: str, own: str) -> None:
    if own:
        sheet = tmp_path / "styles/themes/own.css"
        sheet.parent.mkdir(parents=True)
        sheet.write_text(own, "utf-8")
    session = RenderSession(
        write_brief(tmp_path / "brief", TEXT, theme=theme), search_path(tmp_path), tmp_path
    )
    session.revision(set(), lambda: False)
    assert session._begun
    kept = next(iter(session._standing._kept.values()))
    applied = AppliedRules(session._begun.manuscript.theme.rules)
    computed = kept.context.style_for.get_computed_styles()
    root = cssselect2.ElementWrapper.from_html_root(kept.copy.html.etree_element)
    compared = 0
    for element in root.iter_subtree():
        for part in (None, *sorted(applied.parts_of(element))):
            style = computed.get((element.etree_element, part))
            for name, declared in winners(applied.on(element, part)).items():
                if name.startswith("--") or style is None:
                    continue
                assert alike(style.cascaded[name][0], values_of(declared)[name]), (element.local_name, name)
                compared += 1
    assert compared > 300


def applied_in(folder: Path, css: str) -> AppliedRules:
    sheet = folder / "own.css"
    sheet.write_text(css, "utf-8")
    return AppliedRules(read_rules([sheet]))


def element_of(html: str, tag: str) -> Any:
    from xml.etree.ElementTree import fromstring

    root = cssselect2.ElementWrapper.from_html_root(fromstring(html))
    return next(each for each in root.iter_subtree() if each.local_name == tag)


def test_weight_decides_and_then_the_order(tmp_path: Path) -> None:
    applied = applied_in(
        tmp_path,
        "p { color: red; margin: 0 }\n.a { color: blue }\np { color: green !important }\n"
        "@layer x { p { margin: 1px } }",
    )
    p = element_of('<html><p class="a">x</p></html>', "p")
    won = winners(applied.on(p))
    assert (won["color"].selector, won["color"].rule.node.source_line) == ("p", 3)
    assert won["margin_top"].rule.node.source_line == 1


def test_a_value_leads_to_the_tokens_behind_it(tmp_path: Path) -> None:
    applied = applied_in(
        tmp_path, ":root { --a: var(--b); --b: 1px; --c: var(--c) }\np { margin: var(--a) var(--c) }"
    )
    p = element_of("<html><p>x</p></html>", "p")
    custom = winners(applied.on(p.parent))
    declared = winners(applied.on(p))["margin_top"]
    assert (declared.tokens, tokens_behind(declared, custom)) == (("--a", "--c"), ("--a", "--c", "--b"))


def test_rules_in_rules_have_their_own_lines(tmp_path: Path) -> None:
    applied = applied_in(tmp_path, "div {\n  & p {\n    color: red;\n    margin: 0;\n  }\n}")
    p = element_of("<html><div><p>x</p></div></html>", "p")
    assert {each.node.name: each.node.source_line for each in applied.on(p)} == {"color": 3, "margin": 4}


def test_parts_of_an_element_are_apart(tmp_path: Path) -> None:
    applied = applied_in(tmp_path, 'p { color: red }\np::before { content: "x" }')
    p = element_of("<html><p>x</p></html>", "p")
    assert applied.parts_of(p) == {"before"}
    assert [each.node.name for each in applied.on(p)] == ["color"]
    assert [each.node.name for each in applied.on(p, "before")] == ["content"]


def test_of_a_shorthand_each_token_shapes_its_own_properties(tmp_path: Path) -> None:
    css = """\
:root { --size: 9pt; --face: "A", var(--serif); --serif: serif; --ink: #123; --gap: 3mm }
p { font: 600 var(--size)/12pt var(--face); border-top: var(--gap) solid var(--ink); margin: 0 var(--gap) }
"""
    applied = applied_in(tmp_path, css)
    p = element_of("<html><p>x</p></html>", "p")
    custom = winners(applied.on(p.parent))
    won = winners(applied.on(p))
    of = {name: tokens_behind(won[name], custom, {name}) for name in won}
    assert of["font_size"] == ("--size",)
    assert of["font_family"] == ("--face", "--serif")
    assert of["font_weight"] == of["line_height"] == of["margin_top"] == of["border_top_style"] == ()
    assert (of["border_top_color"], of["border_top_width"]) == (("--ink",), ("--gap",))
    assert of["margin_left"] == ("--gap",)
    assert tokens_behind(won["font_size"], custom) == ("--size", "--face", "--serif")
