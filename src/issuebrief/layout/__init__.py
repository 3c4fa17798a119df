"""Lay out: from HTML and style sheets to pages, and what only this package knows of WeasyPrint."""

from issuebrief.engine.loading import load_engine

load_engine()
