"""Pages of the congress office, the committee and the government office."""
