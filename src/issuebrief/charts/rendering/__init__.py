"""Vega-Lite specifications in, SVG out: drawn within bounds, and kept from one build to the next."""
