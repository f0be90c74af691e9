"""Who is told what, in words."""
