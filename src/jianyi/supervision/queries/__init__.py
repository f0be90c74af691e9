"""Reads about urging, the ladder, requests and help: each says who asks."""
