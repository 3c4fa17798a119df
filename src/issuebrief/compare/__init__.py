"""Review copies: two versions of a brief set as one, with what was put in and what was taken out marked.

In:  an earlier and a later brief, as files or as revisions of a repository.
Out: pages, a web page and a list of changes. Builds import nothing of it.
"""
