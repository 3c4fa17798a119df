"""Themes: style sheets, design tokens, faces and inks, before the engine sees them."""
