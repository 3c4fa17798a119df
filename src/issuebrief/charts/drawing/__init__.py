"""Charts drawn: from values, data and the look of a theme to a Vega-Lite specification, and from that to SVG."""
