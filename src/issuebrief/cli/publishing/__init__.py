"""Commands about what is published of briefs beside their files for readers."""
