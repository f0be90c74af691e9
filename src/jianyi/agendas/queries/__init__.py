"""Agendas, each made for one reader."""
