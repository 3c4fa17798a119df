"""The preview: a brief's pages in the browser, rendered again at every save.

In:  a brief, and the files that it is made of, as they change.
Out: a page on the loopback interface that shows the pages of the real PDF.

`model.py` has the values that all parts share, `session.py` sets the brief in a process of its own
(`worker.py`), `bench.py` has what is on show and what comes next, `server.py` answers the browser.
"""
