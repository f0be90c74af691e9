"""Pages of the registers (台账)."""
