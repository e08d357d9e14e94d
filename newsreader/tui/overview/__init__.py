"""The overview: how one story, or all of them, stand, in charts and numbers."""
