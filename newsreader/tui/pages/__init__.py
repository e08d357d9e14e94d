"""Pages over the reader and the list: help, palette, ledger, ageing, welcome."""
