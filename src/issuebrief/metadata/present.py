"""JSON without what is not known.

In:  lists and mappings.
Out: the same without empty values, at any depth.
"""

from __future__ import annotations


def present(thing: object) -> object:
    """The thing without what is not known."""
    if isinstance(thing, dict):
        known = {name: present(value) for name, value in thing.items()}
        return {name: value for name, value in known.items() if value not in (None, "", [], {})}
    if isinstance(thing, list):
        return [known for known in map(present, thing) if known not in (None, "", {})]
    return thing
