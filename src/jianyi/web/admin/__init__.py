"""Pages of the administrator, and the first set-up."""
