"""Deliver for reading programs: the brief as an EPUB 3.3 file."""
