"""What single keys of front matter may hold.

In:  nothing.
Out: types and groups of keys with their forms, examples and descriptions, of which the shapes of a brief
     and of an institute's file are made.
"""
