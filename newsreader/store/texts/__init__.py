"""The texts of articles in rows: their words, statements, seals, and where they stand."""
