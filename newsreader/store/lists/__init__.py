"""Lists of stories by order, filter and words, by key: no library makes one dearer."""
