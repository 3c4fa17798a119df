"""Values in the place of those that are missing or wrong.

In:  the kind that a value should have.
Out: a value of that kind, with which later stages go on looking for problems.
"""

from __future__ import annotations

import datetime

from msgspec import NODEFAULT, inspect


def stand_in(kind: inspect.Type) -> object:
    """A value that keeps later stages going where the real one is missing or wrong."""
    match kind:
        case inspect.Metadata(type=inner):
            return stand_in(inner)
        case inspect.UnionType(types=types):
            return None if any(isinstance(t, inspect.NoneType) for t in types) else stand_in(types[0])
        case inspect.StructType(cls=cls, fields=fields):
            return cls(**{f.name: stand_in(f.type) if f.default is NODEFAULT else f.default for f in fields})
        case inspect.DateType():
            return datetime.date(1970, 1, 1)
        case inspect.BoolType():
            return False
        case inspect.VarTupleType():
            return ()
    return ""
