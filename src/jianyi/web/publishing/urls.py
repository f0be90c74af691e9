"""Addresses."""

from typing import Any

from django.urls import path

from . import views


urlpatterns: list[Any] = [path("publications/", views.every), path("publications/<int:number>/", views.one)]
