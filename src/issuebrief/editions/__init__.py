"""Language editions of a brief: what each says of the others, and where they are out of step.

In:  the path of a brief, and its body.
Out: `Edition`s, and problems.
"""
