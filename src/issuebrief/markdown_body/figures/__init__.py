"""Figures: pictures, parts, sizes and captions."""
