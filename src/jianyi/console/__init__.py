"""The jianyi command."""
