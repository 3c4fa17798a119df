"""Where a template's tree must count what it takes.

In:  Jinja's tree of a template, before it is compiled.
Out: the same, with filters around whatever may take long or become large, which the sandbox has: `COUNTED`
     around what is gone through or made, `JOINED` in place of `~`.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

COUNTED, JOINED = "counted", "joined"
"""Filters that only the sandbox itself uses."""

LOOKED_THROUGH = ("in", "notin")
COMPARING = frozenset({"eq", "equalto", "in", "ne", "ge", "gt", "greaterthan", "le", "lessthan", "lt"})
"""Tests that may look through all of their argument."""


def counting(tree: nodes.Template) -> nodes.Template:
    """The tree, with a count wherever it may take long."""
    counted: nodes.Template = _Counting().visit(tree)
    return counted


class _Counting(NodeTransformer):
    """Puts the filters into the tree. Jinja calls the methods by the names of its nodes."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        """A loop over what is counted."""
        self.generic_visit(node)
        node.iter = _filter(node.iter, COUNTED)
        return node

    def visit_Filter(self, node: nodes.Filter) -> nodes.Filter:  # noqa: N802
        """A filter of what is counted; the one of a `filter` block has no value yet."""
        self.generic_visit(node)
        if node.node is not None:
            node.node = _filter(node.node, COUNTED)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        """Strings that are put together by the sandbox."""
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), JOINED)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:  # noqa: N802
        """A part of a string or list that is counted, for it is a copy."""
        self.generic_visit(node)
        return _filter(node, COUNTED) if isinstance(node.arg, nodes.Slice) else node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        """What is looked through is counted; so is what is compared letter by letter."""
        self.generic_visit(node)
        for operand in node.ops:
            if operand.op in LOOKED_THROUGH or not isinstance(operand.expr, nodes.Const):
                operand.expr = _filter(operand.expr, COUNTED)
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Test:  # noqa: N802
        """So it is in the tests that compare."""
        self.generic_visit(node)
        if node.name in COMPARING:
            node.args = [_filter(argument, COUNTED) for argument in node.args]
        return node


def _filter(node: Any, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
