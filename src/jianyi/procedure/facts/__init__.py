"""What the needs look at, as frozen dataclasses: who acts, what is said, how the subject stands."""
