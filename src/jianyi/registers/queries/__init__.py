"""What may be asked of the registers."""
