"""The signs that stand where markup was struck out.

In:  nothing.
Out: two characters that no author types.
"""

NOTHING = "\u2060"
"""Stands for a character that was struck out."""
BREAK = "\u2029"
"""Stands where something is printed that the author did not type there, such as a note's number."""
