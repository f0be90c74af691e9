"""Addresses."""

from typing import Any

from django.urls import path

from . import notes, pages


urlpatterns: list[Any] = [
    path("registers/", pages.page),
    path("registers/layouts/<int:number>/drop/", pages.drop),
    path("registers/<slug:key>.xlsx", pages.export),
    path("registers/<slug:key>/", pages.page),
    path("registers/<slug:key>/print/", pages.printed),
    path("registers/<slug:key>/layouts/", pages.keep),
    path("registers/<slug:key>/notes/", notes.note),
]
