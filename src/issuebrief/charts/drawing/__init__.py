"""Charts drawn: data and the look of a theme in, a Vega-Lite specification and its SVG out."""
