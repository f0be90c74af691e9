"""Every read about outcomes and about what the press wrote."""
