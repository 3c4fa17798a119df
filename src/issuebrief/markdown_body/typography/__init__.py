"""Quotation marks, dashes and spaces, by language."""
