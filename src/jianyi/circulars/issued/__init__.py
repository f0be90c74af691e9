"""The circular as a numbered paper."""
