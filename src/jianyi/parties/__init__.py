"""Congresses, terms, sittings, organisations, deputies, people and the posts they hold."""
