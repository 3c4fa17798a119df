"""A series as a web site: pages that find its briefs, and everything that a reader may take away.

In:  briefs, and what their institute says of its site.
Out: a folder of plain files for any web server, which also works from a disk.
"""
