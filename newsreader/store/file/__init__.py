"""The library file: its connection, its journal, its locks, and how it is opened."""
