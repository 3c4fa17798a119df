"""A brief in the formats of citation managers, libraries and registration agencies.

In:  a manuscript.
Out: a `Record` of the publication, and from it the bytes of one file for each format. Nothing is sent
     anywhere.
"""
