"""The case page and its pieces, for everybody with a post; help."""
