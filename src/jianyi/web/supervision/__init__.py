"""Pages of urging, of the ladder, and of help."""
