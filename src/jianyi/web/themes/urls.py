"""Addresses."""

from typing import Any

from django.urls import path

from . import board, changing, making, paper, themes


urlpatterns: list[Any] = [
    path("problems/", board.board),
    path("problems/<int:number>/pledge/", changing.pledge),
    path("themes/", themes.every),
    path("themes/new/", making.new),
    path("themes/<int:number>/", themes.one),
    path("themes/<int:number>/edit/", making.edit),
    path("themes/<int:number>/problems/", changing.problems),
    path("themes/<int:number>/meetings/", changing.meetings),
    path("themes/<int:number>/shared/", changing.shared),
    path("themes/<int:number>/list/", paper.shown),
    path("themes/<int:number>/list.pdf", paper.download, {"suffix": "pdf"}),
    path("themes/<int:number>/list.docx", paper.download, {"suffix": "docx"}),
]
