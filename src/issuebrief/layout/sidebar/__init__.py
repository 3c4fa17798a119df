"""The sidebar: pull-quotes, key points and margin figures, placed together."""
