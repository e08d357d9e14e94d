"""Backups, and saving what is damaged."""
