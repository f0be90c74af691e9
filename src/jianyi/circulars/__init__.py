"""Circulars (通报): monthly, from frozen facts; what they push forward, who has read them."""
