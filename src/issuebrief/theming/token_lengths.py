"""Lengths that design tokens are written as.

In:  a value with the tokens that it refers to put in, such as `calc(62 * 12.5pt)`.
Out: the length in px; None where it is none.
"""

from __future__ import annotations

import ast
import operator
import re

from issuebrief.units import PX_PER

LENGTH = re.compile(rf"(?<![\w.])(\d*\.?\d+)({'|'.join(PX_PER)})\b")
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def length_of(value: str) -> float | None:
    """The length in px that a value of absolute units and `calc()` comes to; None where it is no length."""
    expression = LENGTH.sub(lambda found: f"({float(found[1]) * PX_PER[found[2]]!r})", value)
    if expression == value:
        return None
    try:
        return _worked_out(ast.parse(expression.replace("calc", ""), mode="eval").body)
    except (SyntaxError, TypeError, KeyError, ZeroDivisionError):
        return None


def _worked_out(node: ast.AST) -> float:
    if isinstance(node, ast.Constant):
        return float(str(node.value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_worked_out(node.operand)
    if isinstance(node, ast.BinOp):
        return float(OPERATIONS[type(node.op)](_worked_out(node.left), _worked_out(node.right)))
    raise TypeError(node)
