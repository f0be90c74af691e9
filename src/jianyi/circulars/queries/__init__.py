"""What may be asked of circulars."""
