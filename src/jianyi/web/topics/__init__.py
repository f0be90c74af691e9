"""Pages of key topics: proposed, asked, decided, supervised, reported; the list as it is published."""
