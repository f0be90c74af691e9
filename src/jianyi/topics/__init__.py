"""Key topics: what is supervised by the congress, by whom, and what came of it."""
