"""What is read of the rhythm."""
