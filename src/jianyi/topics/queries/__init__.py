"""Key topics, each for one reader."""
