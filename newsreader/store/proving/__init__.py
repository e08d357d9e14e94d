"""Proving a library whole, and saving what can be saved of one that is not."""
