"""Outcomes: what came of suggestions, by the four kinds; and what was told of them to the public."""
