"""How the clock fares: a row for each of its jobs, and who runs it."""
