"""Forms of a case for one reader, drawn as things stand: nothing of them is kept."""
