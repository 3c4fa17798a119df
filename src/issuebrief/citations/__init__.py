"""Works that a brief cites by their keys: `[@smith2019, p. 12]`.

In:  a brief whose works are listed in a file of references.
Out: the same brief in which each citation is written out, as its style has it. A brief that cites nothing
pays
     for none of this: `resolve.py` is loaded where a key is cited and a file of references is named.
"""
