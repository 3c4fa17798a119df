"""The theme panel of the preview: tokens of a theme looked at, changed, and written into its file."""
