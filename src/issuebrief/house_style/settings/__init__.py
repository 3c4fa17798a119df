"""What `[style]` in `issuebrief.toml` may say, as typed values."""
