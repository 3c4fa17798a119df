"""Deliver for the web: see `one_file.py`."""

from issuebrief.deliver.web.one_file import WebPage as WebPage
from issuebrief.deliver.web.one_file import make as make
from issuebrief.deliver.web.one_file import make_page_and_copies as make_page_and_copies
