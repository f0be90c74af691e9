"""Pages for those who sign in."""
