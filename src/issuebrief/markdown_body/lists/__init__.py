"""Lists, as they were typed."""
