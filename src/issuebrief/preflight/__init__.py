"""Preflight: what a prepress department would send back.

In:  facts of laid-out pages (numbers and words, no WeasyPrint) or the bytes of a press file, and limits.
Out: problems with page, rectangle and line of the file.

`pages.py` holds pages to the rules, which `rules.py` lists; each is a small function in the file of its
concern. `press.py` looks into a finished press file.
"""
