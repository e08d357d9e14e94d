"""Following sources, and noticing what others brought."""
