"""The terminal below Textual: its drivers, what comes from it, what is left of it."""
