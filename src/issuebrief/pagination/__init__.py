"""Columns and floats chosen over a whole text: numbers only."""
