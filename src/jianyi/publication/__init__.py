"""Publication: what the public may read, decided, redacted, published and taken down."""
