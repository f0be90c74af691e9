"""What there is to read. Every question says who asks (`by=`)."""
