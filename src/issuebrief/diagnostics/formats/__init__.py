"""Reports of a check, for programs and for eyes; `terminal.py` words problems for a terminal.

In:  problems, and pictures of pages.
Out: text in a format that others read: JSON, SARIF, HTML.
"""
