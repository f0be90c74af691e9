"""The rhythm of the work: what lags, the lists of a day, the figures of a month."""
