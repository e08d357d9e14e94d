"""Storing."""
