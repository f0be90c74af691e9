"""REST for other systems: the same commands and queries as the pages."""
