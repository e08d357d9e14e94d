"""The reader: one story as running text, with its updates, its gutter and what is known of it."""
