"""Deliver for the web: see `build.py`."""

from issuebrief.web.build import WebPage as WebPage
from issuebrief.web.build import make as make
from issuebrief.web.build import make_page_and_copies as make_page_and_copies
