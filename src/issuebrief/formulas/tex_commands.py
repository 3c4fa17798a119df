"""The commands of LaTeX that are known, and what is said of those that are not.

In:  the name of a command.
Out: its form, or a `TexFault` with what to write instead.
"""

from __future__ import annotations

from difflib import get_close_matches

from issuebrief.formulas.symbols import FUNCTIONS, SPACES, STYLES, WITH_LIMITS, commands
from issuebrief.formulas.tex_tokens import TexFault, TexToken

DISPLAY = (r"\displaystyle",)
IN_DISPLAY_STYLE = (r"\displaystyle", r"\textstyle", r"\scriptstyle", r"\scriptscriptstyle")
BRACED = ("munder", "mover")
"""What a brace or an arrow stands above or below already."""

TYPED = {"-": "−", "*": "∗", "<": "<", "~": "\u00a0", "’": "′"}
"""What signs of the keyboard stand for."""

TWICE = "put braces around what belongs together: {x^2}^3"

FORMS = {
    r"\frac": r"write \frac{above}{below}",
    r"\dfrac": r"write \frac{above}{below}",
    r"\tfrac": r"write \frac{above}{below}",
    r"\binom": r"write \binom{n}{k}",
    r"\sqrt": r"write \sqrt{x}, or \sqrt[3]{x}",
    r"\left": r"write \left( … \right)",
    r"\begin": r"write \begin{cases} … \end{cases}",
    r"\overset": r"write \overset{above}{sign}",
    r"\underset": r"write \underset{below}{sign}",
    "^": "write x^2, or x^{10}",
    "_": "write x_1, or x_{max}",
}
"""How commands are written that take more than one argument, or none in braces."""

ASTRAY = {
    "}": ("a brace } was never opened", "write { where the group begins, or \\} for the sign"),
    "&": ("& parts columns, and this is no table", r"write \& for the sign, or put it into \begin{aligned}"),
    r"\\": (r"\\ begins a line, and this is no table", r"put the lines into \begin{aligned} … \end{aligned}"),
    r"\cr": (
        r"\cr begins a line, and this is no table",
        r"put the lines into \begin{aligned} … \end{aligned}",
    ),
    r"\right": (r"\right has no \left before it", r"write \left( … \right)"),
    r"\middle": (r"\middle stands outside \left and \right", r"write \left( … \middle| … \right)"),
    r"\end": (r"\end has no \begin before it", r"write \begin{cases} … \end{cases}"),
}

INSTEAD = {
    r"\over": r"write \frac{above}{below}",
    r"\atop": r"write \binom{n}{k}",
    r"\choose": r"write \binom{n}{k}",
    r"\color": "a formula has the colour of its text",
    r"\textcolor": "a formula has the colour of its text",
    r"\label": "name it behind the formula: $$ … $$ {#eq-name}",
    r"\tag": "it is numbered once it has a name: $$ … $$ {#eq-name}",
    r"\notag": "a formula without a name has no number: remove it",
    r"\nonumber": "a formula without a name has no number: remove it",
    r"\ref": "refer to a formula by [](#eq-name), outside it",
    r"\eqref": "refer to a formula by [](#eq-name), outside it",
    r"\cite": "cite outside the formula",
    r"\def": "write the formula out: new commands are not defined in a brief",
    r"\newcommand": "write the formula out: new commands are not defined in a brief",
    r"\renewcommand": "write the formula out: new commands are not defined in a brief",
    r"\require": r"remove it: \ce is known without it",
    r"\usepackage": "remove it",
    r"\SI": r"write the unit: 3\,\mathrm{m}",
    r"\si": r"write the unit: \mathrm{m}",
    r"\unit": r"write the unit: \mathrm{m}",
    r"\qty": r"write the unit: 3\,\mathrm{m}",
    r"\pu": r"write the unit: 3\,\mathrm{m}",
    r"\includegraphics": "show the picture in the text: ![what it shows](file)",
    r"\href": "link in the text, outside the formula",
}
"""What to write in the place of commands that are known elsewhere."""


def unknown(token: TexToken) -> TexFault:
    """The fault of a command that is not known."""
    hint = INSTEAD.get(token.text, "")
    if not hint and token.text[1:].isalpha():
        near = get_close_matches(token.text, _all_commands(), 1, 0.75)
        hint = (
            f"did you mean {near[0]}?" if near else f"write its letters upright: \\mathrm{{{token.text[1:]}}}"
        )
    message = f"{token.text} is not known" if token.text.strip("\\") else "a backslash stands alone"
    return TexFault(message, token.start, token.end, hint or "write \\backslash for the sign")


def _all_commands() -> list[str]:
    from issuebrief.formulas.tex_structures import STRUCTURES

    names = [f"\\{name}" for name in FUNCTIONS | WITH_LIMITS]
    return [*STRUCTURES, *STYLES, *SPACES, *names, *commands()]
