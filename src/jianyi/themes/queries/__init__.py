"""Groups of suggestions and their problems, each for one reader."""
