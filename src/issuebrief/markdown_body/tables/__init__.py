"""Tables of every dialect, and what their cells hold."""
