"""Pages of the rhythm of a unit."""
