"""Addresses."""

from typing import Any

from django.urls import path

from . import board, helps, measures, overview, urgings


urlpatterns: list[Any] = [
    path("supervision/", overview.overview),
    path("supervision/board/", board.on_paper),
    path("supervision/board.xlsx", board.table),
    path("supervision/board.pdf", board.download, {"suffix": "pdf"}),
    path("supervision/board.docx", board.download, {"suffix": "docx"}),
    path("urgings/new/", urgings.new),
    path("urgings/<int:number>/", urgings.one),
    path("urgings/<int:number>/edit/", urgings.edit),
    path("measures/new/", measures.new),
    path("measures/<int:number>/", measures.one),
    path("measures/<int:number>/edit/", measures.edit),
    path("help-measures/", helps.every),
    path("help-measures/new/", helps.new),
    path("help-measures/<int:number>/", helps.one),
    path("help-measures/<int:number>/edit/", helps.edit),
]
