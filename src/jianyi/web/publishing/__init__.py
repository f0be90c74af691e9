"""Pages of the publication of replies: for the unit that prepares and checks, and for the office that publishes."""
