"""The door: every write goes through it. Knows the procedure and the journal; knows no suggestion."""
