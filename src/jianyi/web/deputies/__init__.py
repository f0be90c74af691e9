"""Pages for deputies, phone first."""
