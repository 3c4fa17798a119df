"""What the pages show, as facts for preflight."""
