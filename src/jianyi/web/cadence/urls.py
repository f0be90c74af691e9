"""Addresses."""

from typing import Any

from django.urls import path

from . import lists


urlpatterns: list[Any] = [path("unit/lists/", lists.every), path("unit/lists/<int:number>/", lists.one)]
