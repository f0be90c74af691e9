"""Pages of groups of suggestions and of their problems."""
