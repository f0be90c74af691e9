"""Addresses."""

from typing import Any

from django.urls import path

from . import circulars


urlpatterns: list[Any] = [
    path("circulars/", circulars.every),
    path("circulars/new/", circulars.new),
    path("circulars/<int:number>/", circulars.one),
    path("circulars/<int:number>/draw/", circulars.draw),
    path("circulars/<int:number>/write/", circulars.write),
    path("circulars/<int:number>/paper/", circulars.paper),
    path("circulars/<int:number>/paper.pdf", circulars.download, {"kind": "pdf"}),
    path("circulars/<int:number>/paper.docx", circulars.download, {"kind": "docx"}),
]
