"""Pages of outcomes and of what the press wrote."""
