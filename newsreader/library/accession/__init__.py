"""How articles come into the library: read, prepared, linked and written."""
