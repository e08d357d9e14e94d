"""The grammar of update markers: what a line reads like, on a folded copy of it."""
