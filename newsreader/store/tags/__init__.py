"""What the log of events adds up to: tags, progress, undoing, carry-over, removals."""
