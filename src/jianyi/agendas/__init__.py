"""Agendas of meetings, made from what is on record."""
