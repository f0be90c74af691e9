"""Addresses."""

from typing import Any

from django.urls import path

from . import files, guide, views


urlpatterns: list[Any] = [
    path("suggestions/<int:number>/", views.suggestion),
    path("files/<int:number>/", files.download),
    path("help/", guide.guide),
    path("help/flow.svg", guide.flow),
]
