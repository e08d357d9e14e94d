"""Placeholder until the public names stand."""
