"""Paragraphs: inline items, line breaks and the lines made of them."""
