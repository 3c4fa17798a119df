"""Tables of data: files and inline text in, rows of cells with their places out; then typed columns."""
