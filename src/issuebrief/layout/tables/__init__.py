"""Tables: their columns, cells and edges."""
