"""Settings, addresses, and the one list of who carries what."""
