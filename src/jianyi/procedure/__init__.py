"""The law: words, the table of steps, facts and needs, limits, calendar, places. Standard library only."""
