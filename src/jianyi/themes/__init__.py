"""Themes: suggestions of one kind handled together, their shared research and their list of problems."""
