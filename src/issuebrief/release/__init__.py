"""Releases: all that was made of a version of a brief, in one folder, ready for an archive.

Loaded by `issuebrief release`, and by nothing else.
"""
