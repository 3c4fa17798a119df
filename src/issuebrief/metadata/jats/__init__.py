"""The whole text of a brief in the Journal Article Tag Suite.

In:  a record, and the manuscript that it describes.
Out: a document of JATS 1.3; `article.py` makes it.
"""
