"""The boxes of laid-out pages, walked and measured; every other room of `layout/` may ask."""
