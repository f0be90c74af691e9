"""Pages of circulars (通报)."""
