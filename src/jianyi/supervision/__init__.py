"""Urging letters, the ladder of supervision above them, what deputies ask for, and help that is given."""
