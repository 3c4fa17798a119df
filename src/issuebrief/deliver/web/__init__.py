"""Deliver for the web: see `one_file.py`."""

from issuebrief.deliver.web.one_file import make as make
