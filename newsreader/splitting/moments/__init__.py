"""From clocks as written to moments: half of the day, day, zone, and what was assumed."""
