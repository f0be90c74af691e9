"""How fast it is, measured: ratios in one run, never asserted."""
