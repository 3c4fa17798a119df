"""Pictures: resolved, measured, normalised and made smaller."""
