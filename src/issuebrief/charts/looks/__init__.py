"""What charts take from a theme: its face, its sizes, and colours that everyone can tell apart."""
